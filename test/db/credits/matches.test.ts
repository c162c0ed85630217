import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readCredit } from '../../../db/credits/list.ts';
import { receiveCredit } from '../../../db/credits/receive.ts';
import { decideMatch, type MatchDecision } from '../../../db/credits/decide.ts';
import { lookAtReturn, returnPart, type ReturnDecision } from '../../../db/credits/return.ts';
import { readMoneyBoard } from '../../../db/metrics/money-board.ts';
import { Refusal } from '../../../domain/errors.ts';
import { testKeyring } from '../../builders/office.ts';
import { aForm, aResidentId, anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { sendLetter } from '../../builders/posted-letter.ts';

const { db, office } = await ownOffice();

let number = 0;
const bodyHash = Buffer.from('the same body');

async function pays(amountFen: number, memo: string) {
  const credit = { officeId: office.officeId, serial: `M${String(++number)}`, bookedOn: '2026-01-05', amountFen, memo };
  const { creditId } = await db
    .transaction()
    .execute((tx) => receiveCredit(tx, testKeyring, { ...credit, payerName: '', payerAccount: '' }));
  return read(creditId);
}

async function read(creditId: string) {
  return (await readCredit(db, testKeyring, office.officeId, creditId))!;
}

function decision(creditId: string, partId: string, change: Partial<MatchDecision>): MatchDecision {
  const key = `decision-${String(++number)}`;
  return {
    officeId: office.officeId,
    creditId,
    partId,
    byStaffId: office.staff.finance,
    idempotencyKey: key,
    bodyHash,
    decision: 'confirm',
    ...change,
  };
}

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.refusal : 'nothing refused';
};

/** A transfer whose form is in and that waits for so much. */
async function waits(name: string, totalFen: number): Promise<string> {
  const transferId = await anAcceptedTransfer(db, office, { person: { name, idNumber: aResidentId() } });
  const the = walk(db, office, transferId);
  await sendLetter(the);
  await the.open('delivery');
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(totalFen) });
  await the.open('formAndFunds');
  return transferId;
}

const outcomeOf = async (transferId: string) =>
  (await db
    .selectFrom('steps')
    .select('outcome')
    .where('transfer_id', '=', transferId)
    .where('step', '=', 'formAndFunds')
    .executeTakeFirst())!.outcome;

test.each(['confirms the rest first', 'puts the excess out first'])(
  'too much, of which the excess is put out, goes on by itself (finance %s)',
  async (how) => {
    const transferId = await waits('丙子卯', 90_00);
    const { case_no: caseNo } = await db
      .selectFrom('transfers')
      .innerJoin('cases', 'cases.id', 'transfers.case_id')
      .select('case_no')
      .where('transfers.id', '=', transferId)
      .executeTakeFirstOrThrow();
    const credit = await pays(95_00, `转移 ${caseNo}`);
    const part = credit.parts[0]!;
    expect(part).toMatchObject({ state: 'proposed', reason: 'F03', transferId });
    const openStep = async () =>
      (
        await db
          .selectFrom('steps')
          .select('step')
          .where('transfer_id', '=', transferId)
          .where('closed_at', 'is', null)
          .executeTakeFirstOrThrow()
      ).step;
    expect(await openStep()).toBe('match');
    const decide = (change: Partial<MatchDecision>) =>
      decideMatch(db, testKeyring, decision(credit.id, part.id, change));
    if (how.startsWith('confirms')) {
      await decide({ amountFen: 90_00 });
      expect(await openStep()).toBe('match');
      await decide({ decision: 'reject' });
    } else {
      await decide({ decision: 'reject', amountFen: 3_00 });
      expect(await openStep()).toBe('match');
      await decide({ decision: 'reject', amountFen: 2_00 });
    }
    expect(await openStep()).toBe('entry');
    const agreed = await db
      .selectFrom('events')
      .select(['source', 'by_staff_id', 'closes'])
      .where('transfer_id', '=', transferId)
      .where('kind', '=', 'fundsAgreed')
      .execute();
    expect(agreed).toEqual([{ source: 'system', by_staff_id: null, closes: true }]);
    const parts = (await read(credit.id)).parts.map(({ state, amountFen }) => `${state} ${String(amountFen)}`).sort();
    expect(parts).toEqual(
      how.startsWith('confirms') ? ['matched 9000', 'suspense 500'] : ['matched 9000', 'suspense 200', 'suspense 300'],
    );
  },
);

test('a confirmed proposal is matched, completes the transfer and closes its task', async () => {
  const transferId = await waits('丙子丑', 88_00);
  const credit = await pays(88_00, '转移 丙子丑');
  const part = credit.parts[0]!;
  expect(part).toMatchObject({ state: 'proposed', transferId });
  await decideMatch(db, testKeyring, decision(credit.id, part.id, {}));
  expect((await read(credit.id)).parts).toMatchObject([
    { state: 'matched', transferId, owner: { displayName: 'clerk' } },
  ]);
  expect(await outcomeOf(transferId)).toBe('agreed');
  const task = await db
    .selectFrom('tasks')
    .selectAll()
    .where('natural_key', '=', `suspense:${part.id}`)
    .executeTakeFirst();
  expect(task?.closed_by).toBe(office.staff.finance);
});

test('a rejected proposal goes to suspense with finance and stays a task', async () => {
  const transferId = await waits('丙子寅', 66_00);
  const credit = await pays(66_00, '转移 丙子寅');
  await decideMatch(db, testKeyring, decision(credit.id, credit.parts[0]!.id, { decision: 'reject', note: '同名' }));
  expect((await read(credit.id)).parts).toMatchObject([
    { state: 'suspense', transferId: null, owner: { displayName: 'finance' } },
  ]);
  expect(await outcomeOf(transferId)).toBeNull();
  const task = await db
    .selectFrom('tasks')
    .selectAll()
    .where('natural_key', '=', `suspense:${credit.parts[0]!.id}`)
    .executeTakeFirstOrThrow();
  expect(task.closed_at).toBeNull();
  const { note } = await db
    .selectFrom('matches')
    .select('note')
    .where('decision', '=', 'rejected')
    .executeTakeFirstOrThrow();
  expect(note).not.toContain('同名');
});

test('a person divides money in suspense; the rest stays where it is', async () => {
  const [a, b] = [await waits('丙子卯', 30_00), await waits('丙子辰', 20_00)];
  const credit = await pays(55_00, '一批转移款');
  const partId = credit.parts[0]!.id;
  await decideMatch(
    db,
    testKeyring,
    decision(credit.id, partId, { decision: 'match', transferId: a, amountFen: 30_00 }),
  );
  await decideMatch(
    db,
    testKeyring,
    decision(credit.id, partId, { decision: 'match', transferId: b, amountFen: 20_00 }),
  );
  const { parts } = await read(credit.id);
  expect(parts.map(({ amountFen, state }) => `${String(amountFen)} ${state}`).sort()).toEqual([
    '2000 matched',
    '3000 matched',
    '500 suspense',
  ]);
  expect([await outcomeOf(a), await outcomeOf(b)]).toEqual(['agreed', 'agreed']);
});

test('nobody gets more than his form says, and nothing twice', async () => {
  const transferId = await waits('丙子巳', 10_00);
  const credit = await pays(11_00, '谁的钱');
  const partId = credit.parts[0]!.id;
  const tooMuch = decision(credit.id, partId, { decision: 'match', transferId });
  expect(await refusalOf(decideMatch(db, testKeyring, tooMuch))).toBe('amount-mismatch');
  expect(await refusalOf(decideMatch(db, testKeyring, { ...tooMuch, amountFen: 12_00 }))).toBe('invalid');
  expect(await refusalOf(decideMatch(db, testKeyring, { ...tooMuch, decision: 'confirm' }))).toBe('already-decided');
  expect(await refusalOf(decideMatch(db, testKeyring, decision(credit.id, partId, { decision: 'match' })))).toBe(
    'invalid',
  );
  expect((await read(credit.id)).parts).toMatchObject([{ state: 'suspense', amountFen: 11_00 }]);
});

test('the same decision sent twice, even at once, is made once; another body under its key is refused', async () => {
  const transferId = await waits('丙子午', 44_00);
  const credit = await pays(100_00, '谁的钱');
  const asked = decision(credit.id, credit.parts[0]!.id, { decision: 'match', transferId, amountFen: 44_00 });
  await Promise.all([decideMatch(db, testKeyring, asked), decideMatch(db, testKeyring, asked)]);
  await decideMatch(db, testKeyring, asked);
  const { parts } = await read(credit.id);
  expect(parts.filter(({ state }) => state === 'matched')).toHaveLength(1);
  const facts = await db
    .selectFrom('events')
    .select('seq')
    .where('transfer_id', '=', transferId)
    .where('kind', '=', 'fundReceived')
    .execute();
  expect(facts).toHaveLength(1);
  const otherBody = { ...asked, bodyHash: Buffer.from('another body') };
  expect(await refusalOf(decideMatch(db, testKeyring, otherBody))).toBe('idempotency-key-reused');
});

/** Checked and done as a proposal that is confirmed. */
const giveBack = (asked: ReturnDecision): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await lookAtReturn(tx, asked);
    await returnPart(tx, testKeyring, asked);
  });

test('money goes back once, for a reason of money, and only when no transfer counts on it', async () => {
  const credit = await pays(70_00, '误汇');
  const partId = credit.parts[0]!.id;
  const asked = { ...decision(credit.id, partId, {}), reasonCode: 'F07' };
  expect(await refusalOf(giveBack({ ...asked, reasonCode: 'L02' }))).toBe('invalid');
  await giveBack(asked);
  await db.transaction().execute((tx) => returnPart(tx, testKeyring, asked));
  expect((await read(credit.id)).parts).toMatchObject([{ state: 'returned', reason: 'F07' }]);
  expect(await refusalOf(giveBack({ ...asked, idempotencyKey: 'another-key' }))).toBe('already-decided');
  await waits('丙子未', 9_00);
  const proposed = await pays(9_00, '转移 丙子未');
  const back = { ...decision(proposed.id, proposed.parts[0]!.id, {}), reasonCode: 'F07' };
  expect(await refusalOf(giveBack(back))).toBe('already-decided');
});

test('whatever anybody decides, every received fen is in exactly one state', async () => {
  const transfers = [await waits('丁子丑', 50_00), await waits('丁子寅', 70_00), await waits('丁子卯', 90_00)];
  const names = ['丁子丑', '丁子寅', '丁子卯', '没有这个人'];
  const move = fc.record({
    what: fc.constantFrom('pay', 'confirm', 'reject', 'match', 'return'),
    pick: fc.nat(1000),
    amountFen: fc.integer({ min: 1, max: 120_00 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 12 }), async (moves) => {
      for (const { what, pick, amountFen } of moves) {
        const parts = await db.selectFrom('credit_parts').select(['id', 'credit_id']).orderBy('id').execute();
        const part = parts[pick % Math.max(parts.length, 1)];
        if (what === 'pay' || !part) await pays(amountFen, `转移 ${names[pick % names.length]!}`);
        else {
          const asked = decision(part.credit_id, part.id, {
            amountFen,
            transferId: transfers[pick % transfers.length]!,
          });
          const made =
            what === 'return'
              ? giveBack({ ...asked, reasonCode: 'F07' })
              : decideMatch(db, testKeyring, { ...asked, decision: what });
          await made.catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
        }
        const board = await readMoneyBoard(db, office.officeId);
        expect(board.conserved).toBe(true);
      }
      const { rows: overpaid } = await sql`select transfer_id from credit_parts where state in ('matched', 'booked')
        group by transfer_id having sum(amount_fen) > (select total_fen from info_forms
          where info_forms.transfer_id = credit_parts.transfer_id and state = 'received')`.execute(db);
      expect(overpaid).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
