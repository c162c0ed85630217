/** Money out in the ledger: moved along its way, never otherwise, by two people, and ended by the bank. */
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reviewHeldWork } from '../../../db/holding/review.ts';
import { readOutgoBoard } from '../../../db/metrics/money-board.ts';
import { updateStaff } from '../../../db/office/staff.ts';
import { listRemittances, type Remittance } from '../../../db/remittances/list.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { testKeyring } from '../../builders/office.ts';
import { aPlan, comesBack, isDebited, isReleased, isSent, saysOf } from '../../builders/remittances.ts';
import { anAcceptedTransfer } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';

const { url: databaseUrl, db, office } = await ownOffice();

let transferId: string;
beforeAll(() => standClockAt(db, '2026-11-25T10:00:00+08:00'));
beforeEach(async () => {
  transferId = await anAcceptedTransfer(db, office);
});

const planned = (change: object = {}) => aPlan(db, office, { transferId, ...change });
const found = async (id: string): Promise<Remittance> =>
  (await listRemittances(db, testKeyring, { officeId: office.officeId, remittanceId: id }, { limit: 1 })).items[0]!;
const tasksOf = async (id: string) => {
  const { rows } = await sql<{
    owner_id: string;
    closed: boolean;
  }>`select owner_id, closed_at is not null as closed from tasks
    where kind = 'bouncedRemittance' and about ->> 'remittanceId' = ${id}`.execute(db);
  return rows;
};

describe('a remittance', () => {
  test('is confirmed by the bank’s debit, each state with its place, its limit and its event', async () => {
    const id = await planned();
    expect(await found(id)).toMatchObject({
      state: 'planned',
      place: 'fiscalAccount',
      ball: 'own',
      dueOn: '2026-11-30',
    });
    await saysOf(db, office, id, 'applied');
    expect(await found(id)).toMatchObject({ ball: 'financeBureau', place: 'fiscalAccount', dueOn: '2026-12-02' });
    await saysOf(db, office, id, 'funded', { month: '2026-12', note: '本月计划额度已用完' });
    expect(await found(id)).toMatchObject({ place: 'expenditureAccount', ofAnotherMonth: true });
    await isReleased(db, office, id);
    await saysOf(db, office, id, 'sent');
    expect(await found(id)).toMatchObject({ place: 'inTransit', ball: 'bank', dueOn: '2026-11-27' });
    expect(await isDebited(db, office, id)).toMatchObject({ found: 'remitted' });
    const { moves, ...end } = await found(id);
    expect(end).toMatchObject({ state: 'confirmed', place: 'counterpart', ball: 'nobody', dueOn: null });
    expect(moves.map(({ state }) => state)).toEqual([
      'planned',
      'appliedFor',
      'funded',
      'released',
      'sent',
      'confirmed',
    ]);
    expect(moves[3]).toMatchObject({ by: { displayName: 'finance' }, confirmedBy: { displayName: 'manager' } });
    const { rows } = await sql<{ kind: string }>`select kind from events
      where transfer_id = ${transferId} and payload ->> 'remittanceId' = ${id} order by seq`.execute(db);
    expect(rows.map(({ kind }) => kind)).toEqual(['remittancePlanned', ...Array<string>(5).fill('remittanceMoved')]);
  });

  test('that bounced after it was confirmed is a fact of its own, somebody’s task, and paid anew by another', async () => {
    const id = await planned();
    await isSent(db, office, id);
    await isDebited(db, office, id);
    expect(await comesBack(db, office, id)).toMatchObject({ isNew: true });
    expect(await found(id)).toMatchObject({ state: 'bounced', place: 'expenditureAccount', ball: 'own' });
    expect(await tasksOf(id)).toMatchObject([{ owner_id: office.staff.finance, closed: false }]);
    const { rows } =
      await sql`select from events where transfer_id = ${transferId} and kind = 'remittanceCameBack'`.execute(db);
    expect(rows).toHaveLength(1);
    const anew = await aPlan(db, office, { replacesId: id, payeeAccount: '0200000000000000001' });
    expect(await found(anew)).toMatchObject({
      state: 'funded',
      place: 'expenditureAccount',
      replacesId: id,
      transferId,
    });
    expect(await found(id)).toMatchObject({ replacedById: anew, ball: 'nobody' });
    expect(await tasksOf(id)).toMatchObject([{ closed: true }]);
    await expect(aPlan(db, office, { replacesId: id })).rejects.toMatchObject({ refusal: 'already-decided' });
  });

  test('that came back on the day of its debit is one that bounced, in whichever order the bank tells both', async () => {
    const id = await planned();
    await isSent(db, office, id);
    await comesBack(db, office, id);
    expect(await isDebited(db, office, id)).toMatchObject({ found: 'remitted' });
    expect(await found(id)).toMatchObject({ state: 'bounced' });
  });

  test('is known by reference, amount and account together; else finance must look', async () => {
    const id = await planned();
    await isSent(db, office, id);
    expect(await isDebited(db, office, id, { amountFen: 100_01 })).toMatchObject({ found: 'remittanceDiffers' });
    expect(await isDebited(db, office, id, { payerAccount: '999', account: '' })).toMatchObject({
      found: 'remittanceDiffers',
    });
    expect(await comesBack(db, office, id, { amountFen: 99_00 })).toBeUndefined();
    expect(await found(id)).toMatchObject({ state: 'sent' });
    expect(await isDebited(db, office, id)).toMatchObject({ found: 'remitted' });
    expect(await isDebited(db, office, id)).toMatchObject({ found: 'remittanceDiffers' });
  });

  test('that nobody released is not paid by a debit that names it', async () => {
    const id = await planned();
    expect(await isDebited(db, office, id)).toMatchObject({ found: 'remittanceDiffers' });
    expect(await found(id)).toMatchObject({ state: 'planned' });
  });

  test('that was released and not said to be sent is sent and confirmed by the bank’s word', async () => {
    const id = await planned();
    await saysOf(db, office, id, 'applied');
    await saysOf(db, office, id, 'funded');
    await isReleased(db, office, id);
    await isDebited(db, office, id);
    expect((await found(id)).moves.map(({ state }) => state).slice(-2)).toEqual(['sent', 'confirmed']);
  });

  test('that was released and came back before anybody said that it was sent was sent, and bounced', async () => {
    const id = await planned();
    await saysOf(db, office, id, 'applied');
    await saysOf(db, office, id, 'funded');
    await isReleased(db, office, id);
    expect(await comesBack(db, office, id)).toMatchObject({ isNew: true });
    expect((await found(id)).moves.map(({ state }) => state).slice(-2)).toEqual(['sent', 'bounced']);
  });

  test('of funds of another month wants a reason', async () => {
    const id = await planned();
    await saysOf(db, office, id, 'applied');
    const anotherMonth = saysOf(db, office, id, 'funded', { month: '2026-12' });
    await expect(anotherMonth).rejects.toMatchObject({ defects: [{ field: 'note', code: 'missing' }] });
    expect(await found(id)).toMatchObject({ state: 'appliedFor' });
    await saysOf(db, office, id, 'funded', { month: '2026-12', note: '本月计划额度已用完' });
    expect(await found(id)).toMatchObject({ state: 'funded', fundsMonth: '2026-11', ofAnotherMonth: true });
  });

  test('that was withdrawn when the funds were there is paid anew without applying for them twice', async () => {
    const id = await planned();
    await saysOf(db, office, id, 'withdrawn');
    await expect(aPlan(db, office, { replacesId: id })).rejects.toMatchObject({ refusal: 'already-decided' });
    const wrong = await planned();
    await saysOf(db, office, wrong, 'applied');
    await saysOf(db, office, wrong, 'funded');
    await saysOf(db, office, wrong, 'withdrawn');
    const right = await aPlan(db, office, { replacesId: wrong, payeeAccount: '0200000000000000002' });
    expect(await found(right)).toMatchObject({ state: 'funded', place: 'expenditureAccount', fundedMonth: '2026-11' });
    expect(await found(wrong)).toMatchObject({ state: 'withdrawn', replacedById: right });
  });

  test('is withdrawn until it is sent, and stays where it lies', async () => {
    const id = await planned();
    await saysOf(db, office, id, 'applied');
    await saysOf(db, office, id, 'funded');
    await saysOf(db, office, id, 'withdrawn');
    expect(await found(id)).toMatchObject({ state: 'withdrawn', place: 'expenditureAccount', ball: 'nobody' });
    await expect(saysOf(db, office, id, 'sent')).rejects.toMatchObject({ refusal: 'already-decided' });
  });

  test('is neither planned nor moved nor released by who credits accounts', async () => {
    const { accountClerk: byStaffId } = office.staff;
    await expect(planned({ byStaffId })).rejects.toMatchObject({ refusal: 'separation-of-duties' });
    const id = await planned();
    await expect(saysOf(db, office, id, 'applied', { byStaffId })).rejects.toMatchObject({
      refusal: 'separation-of-duties',
    });
  });

  test('has another owner when whoever had it is no longer there', async () => {
    const id = await planned();
    await updateStaff(db, office.staff.finance, { active: false });
    await reviewHeldWork(db);
    expect(await found(id)).toMatchObject({ owner: { displayName: 'manager' } });
    await updateStaff(db, office.staff.finance, { active: true });
    await reviewHeldWork(db);
    expect(await found(id)).toMatchObject({ owner: { displayName: 'finance' } });
  });
});

describe('the database refuses', () => {
  const asked = async (statement: string): Promise<void> => {
    await db.transaction().execute((tx) => sql.raw(statement).execute(tx));
  };
  test.each([
    [
      'a step over a state',
      `state = 'funded', place = 'expenditureAccount', funded_month = '2026-11'`,
      /goes not from/,
    ],
    ['another amount', 'amount_fen = 200, other_fen = 200', /does not change/],
    ['parts that do not sum', 'account_fen = 1', /remittances_parts|does not change/],
    ['a place that is not the state’s', `place = 'inTransit'`, /lies not in/],
    ['a move that nobody tells', `state = 'appliedFor'`, /no move says/],
    [
      'a release without a second person',
      `state = 'released', place = 'expenditureAccount'`,
      /goes not from|remittances_released/,
    ],
  ])('%s', async (_, set, why) => {
    const id = await planned();
    await expect(asked(`update remittances set ${set} where id = '${id}'`)).rejects.toThrow(why);
  });

  test('that a remittance vanishes, or a move of it changes', async () => {
    const id = await planned();
    await expect(asked(`delete from remittances where id = '${id}'`)).rejects.toThrow(/stays/);
    await expect(asked(`update remittance_moves set state = 'sent' where remittance_id = '${id}'`)).rejects.toThrow(
      /append-only/,
    );
  });

  test.each([
    ['that nobody has confirmed', { state: 'waiting', ofAnother: false }],
    ['that who planned it has confirmed', { state: 'confirmed', ofAnother: false }],
    ['that a second person has confirmed of another remittance', { state: 'confirmed', ofAnother: true }],
  ])('a release %s', async (_, { state, ofAnother }) => {
    const id = await planned();
    const subject = ofAnother ? await planned() : id;
    await saysOf(db, office, id, 'applied');
    await saysOf(db, office, id, 'funded');
    const { finance, manager } = office.staff;
    const [proposes, decides] = ofAnother ? [finance, manager] : [manager, finance];
    const decided = state === 'waiting' ? 'null, null' : `'${decides}', office_now()`;
    // Told as it should be, so that nothing but the second person is missing.
    const forged = `with proposal as (
        insert into approvals (office_id, kind, subject, proposal, seen, changes, proposed_by, until, state, decided_by, decided_at)
        values ('${office.officeId}', 'releaseRemittance', '${subject}', '{}', '{}', '[]', '${proposes}', office_now(), '${state}', ${decided})
        returning id),
      move as (
        insert into remittance_moves (remittance_id, seq, office_id, state, place, occurred_at, by_staff_id)
        values ('${id}', 4, '${office.officeId}', 'released', 'expenditureAccount', office_now(), '${finance}'))
      update remittances set state = 'released', release_approval_id = proposal.id from proposal where remittances.id = '${id}'`;
    await expect(asked(forged)).rejects.toThrow(/no second person/);
  });
});

test('every fen is where it is, once, and the checker finds nothing', async () => {
  const { conserved, ...board } = await readOutgoBoard(db, office.officeId);
  expect(conserved).toBe(true);
  expect(board.orderedFen).toBeGreaterThan(0);
  expect(await checkInvariants({ databaseUrl })).toEqual([]);
});
