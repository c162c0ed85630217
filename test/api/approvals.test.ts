/** What takes two people: proposed by one, checked anew and done when another confirms it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lapseApprovals } from '../../db/approvals/refuse.ts';
import { receiveCredit } from '../../db/credits/receive.ts';
import { updateStaff } from '../../db/office/staff.ts';
import { testKeyring } from '../builders/office.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, aResidentId, walk } from '../builders/walk.ts';
import { aKey, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { postedLetter } from '../builders/posted-letter.ts';
import { seqOf } from '../builders/ledger-rows.ts';

let api: TestApi;
let finance: Caller;
let manager: Caller;
beforeAll(async () => {
  api = await startApi();
  [finance, manager] = await Promise.all([api.as('finance'), api.as('manager')]);
});
afterAll(() => api.stop());

const typeOf = ({ status, body }: Answer) => [status, (body as { type?: string }).type];
const confirm = (who: Caller, id: string) => who.post(`/approvals/${id}/confirmation`);

let serial = 0;
async function suspense(amountFen = 12_00) {
  const credit = {
    officeId: api.office.officeId,
    serial: `AP${String(++serial)}`,
    bookedOn: '2026-01-05',
    amountFen,
    memo: '看不懂',
    payerName: '',
    payerAccount: '',
  };
  await api.db.transaction().execute((tx) => receiveCredit(tx, testKeyring, credit));
  const { id, parts } = (await finance.get(`/credits?serial=${credit.serial}`)).body.items[0];
  return { creditId: id as string, partId: parts[0].id as string, serial: credit.serial };
}

async function aReturn(who: Caller = finance) {
  const credit = await suspense();
  const body = { partId: credit.partId, reasonCode: 'F07', note: '误汇' };
  const answer = await who.post(`/credits/${credit.creditId}/return`, body, aKey());
  expect(answer.status).toBe(202);
  expect(answer.headers.get('Location')).toBe(`/approvals/${answer.body.id}`);
  return { ...credit, id: answer.body.id as string };
}

const partsOf = async (serialNo: string) =>
  (await finance.get(`/credits?serial=${serialNo}`)).body.items[0].parts.map(({ state }: { state: string }) => state);

describe('money that goes back', () => {
  test('waits in suspense until another has confirmed it; then both names stand beside it', async () => {
    const { id, serial: no, partId } = await aReturn();
    expect(await partsOf(no)).toEqual(['suspense']);
    const mine = (await finance.get('/approvals')).body.proposed[0];
    expect(mine).toMatchObject({ id, kind: 'returnCredit', state: 'waiting', note: '误汇', mayConfirm: false });
    expect(mine.changes).toContainEqual({ field: 'amountFen', was: null, becomes: 12_00 });
    const theirs = (await manager.get('/approvals')).body.toConfirm;
    expect(theirs.map((one: { id: string }) => one.id)).toContain(id);
    const done = await confirm(manager, id);
    expect([done.status, done.body]).toMatchObject([200, { approval: { state: 'confirmed' }, toldOnce: {} }]);
    expect(await partsOf(no)).toEqual(['returned']);
    const { staff } = api.office;
    const decided = await api.db
      .selectFrom('matches')
      .select(['by_staff_id', 'confirmed_by'])
      .where('part_id', '=', partId)
      .where('decision', '=', 'returned')
      .execute();
    expect(decided).toEqual([{ by_staff_id: staff.finance, confirmed_by: staff.manager }]);
    expect(await told('proposalConfirmed', id)).toMatchObject([
      { by_staff_id: staff.finance, payload: { confirmedBy: staff.manager } },
    ]);
  });

  test('the same key and body is the same proposal; another body is refused', async () => {
    const { creditId, partId } = await suspense();
    const key = aKey();
    const body = { partId, reasonCode: 'F07' };
    const first = await finance.post(`/credits/${creditId}/return`, body, key);
    const again = await finance.post(`/credits/${creditId}/return`, body, key);
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    const other = await finance.post(`/credits/${creditId}/return`, { ...body, reasonCode: 'F04' }, key);
    expect(typeOf(other)).toEqual([409, '/problems/idempotency-key-reused']);
    const second = await finance.post(`/credits/${creditId}/return`, body, aKey());
    expect(typeOf(second)).toEqual([409, '/problems/already-proposed']);
  });

  test('what could not be done is refused when it is proposed', async () => {
    const { creditId, partId } = await suspense();
    // F02 is of money, too: of money that stays and waits for its form.
    for (const reasonCode of ['L02', 'F02']) {
      const wrong = await finance.post(`/credits/${creditId}/return`, { partId, reasonCode }, aKey());
      expect(typeOf(wrong)).toEqual([422, '/problems/invalid']);
    }
    const waiting = await sql`select from approvals where subject = ${partId}`.execute(api.db);
    expect(waiting.rows).toEqual([]);
  });
});

describe('is not confirmed', () => {
  test('by who proposed it', async () => {
    const { id, serial: no } = await aReturn();
    expect(typeOf(await confirm(finance, id))).toEqual([409, '/problems/separation-of-duties']);
    expect(await partsOf(no)).toEqual(['suspense']);
  });

  test('by somebody whose roles do not allow it', async () => {
    const { id, serial: no } = await aReturn();
    const clerk = await api.as('clerk');
    expect(typeOf(await confirm(clerk, id))).toEqual([403, '/problems/forbidden']);
    expect(typeOf(await clerk.post(`/approvals/${id}/refusal`, { note: 'x' }))).toEqual([403, '/problems/forbidden']);
    expect((await clerk.get(`/approvals/${id}`)).status).toBe(404);
    expect(await partsOf(no)).toEqual(['suspense']);
  });

  test('twice, not even at the same instant', async () => {
    const { id, serial: no, partId } = await aReturn();
    const second = await api.asNew(['finance']);
    const answers = await Promise.all([confirm(manager, id), confirm(second, id), confirm(manager, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(typeOf(await confirm(manager, id))).toEqual([409, '/problems/already-decided']);
    expect(await partsOf(no)).toEqual(['returned']);
    const { rows } = await sql`select from matches where part_id = ${partId} and decision = 'returned'`.execute(api.db);
    expect(rows).toHaveLength(1);
  });

  test('after its time, which ends it with an event', async () => {
    const [late, swept] = [await aReturn(), await aReturn()];
    await sql`update approvals set until = office_now() - interval '1 minute'
      where id = any(${[late.id, swept.id]}::uuid[])`.execute(api.db);
    expect(typeOf(await confirm(manager, late.id))).toEqual([409, '/problems/lapsed']);
    expect(await lapseApprovals(api.db)).toBe(1);
    for (const { id, serial: no } of [late, swept]) {
      expect((await finance.get(`/approvals/${id}`)).body).toMatchObject({ state: 'lapsed', decidedBy: null });
      expect(await told('proposalLapsed', id)).toHaveLength(1);
      expect(await partsOf(no)).toEqual(['suspense']);
    }
  });

  test('after what it stands on has changed, and says what', async () => {
    const { id, creditId, partId } = await aReturn();
    const transferId = await anAcceptedTransfer(api.db, api.office);
    const match = { partId, decision: 'match', transferId, amountFen: 2_00 };
    expect((await finance.post(`/credits/${creditId}/matches`, match, aKey())).status).toBe(201);
    const answer = await confirm(manager, id);
    expect(typeOf(answer)).toEqual([409, '/problems/changed-meanwhile']);
    const changed = [{ field: 'amountFen', was: 12_00, becomes: 10_00 }];
    expect(answer.body.changed).toEqual(changed);
    expect((await finance.get(`/approvals/${id}`)).body).toMatchObject({ state: 'overtaken', changed });
    expect(await told('proposalOvertaken', id)).toHaveLength(1);
  });

  test('when who proposed it may do so no longer', async () => {
    const { id, staffId } = await aReturnBy(['finance']);
    await sql`update staff_roles set role = 'clerk' where staff_id = ${staffId}`.execute(api.db);
    const answer = await confirm(manager, id);
    expect([answer.status, answer.body.changed]).toEqual([409, [{ field: 'proposerMay', was: true, becomes: false }]]);
    const left = await aReturnBy(['finance']);
    await updateStaff(api.db, left.staffId, { active: false });
    expect((await confirm(manager, left.id)).status).toBe(409);
    expect(await partsOf(left.serial)).toEqual(['suspense']);
  });

  async function aReturnBy(roles: Parameters<TestApi['asNew']>[0]) {
    const who = await api.asNew(roles);
    const staffId = (await who.get('/me')).body.id as string;
    return { ...(await aReturn(who)), staffId };
  }
});

test('who could confirm it refuses it with a word; who proposed it takes it back', async () => {
  const [refused, withdrawn] = [await aReturn(), await aReturn()];
  const no = await manager.post(`/approvals/${refused.id}/refusal`, { note: '先问开户行' });
  expect([no.status, no.body]).toMatchObject([200, { state: 'refused', answer: '先问开户行' }]);
  const back = await finance.post(`/approvals/${withdrawn.id}/refusal`, { note: '弄错了' });
  expect(back.body).toMatchObject({ state: 'withdrawn' });
  expect(await told('proposalRefused', refused.id)).toHaveLength(1);
  expect(await told('proposalWithdrawn', withdrawn.id)).toHaveLength(1);
  for (const { id, creditId, partId } of [refused, withdrawn]) {
    expect(typeOf(await confirm(manager, id))).toEqual([409, '/problems/already-decided']);
    // The way is free for another one.
    const anew = await finance.post(`/credits/${creditId}/return`, { partId, reasonCode: 'F07' }, aKey());
    expect(anew.status).toBe(202);
  }
});

test('past its time nobody refuses it or takes it back: it has lapsed, and says so', async () => {
  for (const who of [manager, finance]) {
    const { id } = await aReturn();
    await sql`update approvals set until = office_now() - interval '1 minute' where id = ${id}`.execute(api.db);
    expect(typeOf(await who.post(`/approvals/${id}/refusal`, { note: '晚了' }))).toEqual([409, '/problems/lapsed']);
    expect((await finance.get(`/approvals/${id}`)).body).toMatchObject({ state: 'lapsed', decidedBy: null });
    expect(await told('proposalLapsed', id)).toHaveLength(1);
  }
});

describe('a correction', () => {
  async function reviewed() {
    const id = await anAcceptedTransfer(api.db, api.office);
    const the = walk(api.db, api.office, id);
    await the.open('review');
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    await the.open('liaisonLetter');
    return { id, the, facts: `/transfers/${id}/facts`, seq: await seqOf(api.db, id, 'reviewed') };
  }
  const correct = (who: Caller, facts: string, correctsSeq: number) =>
    who.post(facts, { kind: 'corrected', correctsSeq, note: '日期有误' }, aKey());

  test('is recorded with both names once another has confirmed it', async () => {
    const { id, facts, seq } = await reviewed();
    const reviewer = await api.as('reviewer');
    const proposed = await correct(reviewer, facts, seq);
    expect((await confirm(manager, proposed.body.id)).status).toBe(200);
    const events = (await reviewer.get(`/transfers/${id}/events`)).body.items as Record<string, unknown>[];
    expect(events.at(-2)).toMatchObject({
      kind: 'corrected',
      correctsSeq: seq,
      by: { id: api.office.staff.reviewer },
      confirmedBy: { id: api.office.staff.manager },
      payload: { note: '日期有误' },
    });
  });

  test('of a fact that another waits to correct is refused; of one corrected meanwhile it is overtaken', async () => {
    const { facts, id, seq } = await reviewed();
    const [reviewer, second] = await Promise.all([api.as('reviewer'), api.as('reviewer2')]);
    const both = await Promise.all([correct(reviewer, facts, seq), correct(second, facts, seq)]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    const waiting = both.find(({ status }) => status === 202)!;
    // As by the release before, which knows no proposals.
    await sql`insert into events (transfer_id, seq, office_id, kind, source, occurred_at, corrects_seq)
      values (${id}, 1000, ${api.office.officeId}, 'corrected', 'staff', office_now(), ${seq})`.execute(api.db);
    const answer = await confirm(manager, waiting.body.id);
    expect([answer.status, answer.body.changed]).toEqual([
      409,
      [{ field: 'correctedBySeq', was: null, becomes: 1000 }],
    ]);
  });

  test('of a fact that was corrected before starts from there', async () => {
    const { facts, id, seq } = await reviewed();
    const reviewer = await api.as('reviewer');
    const { occurred_at: at } = await api.db
      .selectFrom('events')
      .select('occurred_at')
      .where('transfer_id', '=', id)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow();
    const [first, second] = [-1, -2].map((ms) => new Date(at.getTime() + ms).toISOString());
    const to = (correctedOccurredAt: string) =>
      reviewer.post(facts, { kind: 'corrected', correctsSeq: seq, correctedOccurredAt, note: '日期有误' }, aKey());
    const changeOf = ({ body }: Answer) =>
      (body.changes as { field: string }[]).find(({ field }) => field === 'occurredAt');
    const proposed = await to(first!);
    expect(changeOf(proposed)).toEqual({ field: 'occurredAt', was: at.toISOString(), becomes: first });
    expect((await confirm(manager, proposed.body.id)).status).toBe(200);
    expect(changeOf(await to(second!))).toEqual({ field: 'occurredAt', was: first, becomes: second });
  });

  test('of a name is shown to who confirms, and stands nowhere in clear', async () => {
    const id = await anAcceptedTransfer(api.db, api.office, { person: { name: '癸亥子', idNumber: aResidentId() } });
    const clerk = await api.as('clerk');
    const said = { kind: 'corrected', correctsSeq: 1, correctedName: '癸亥丑', note: '录入有误' };
    const proposed = await clerk.post(`/transfers/${id}/facts`, said, aKey());
    expect(proposed.status, proposed.text).toBe(202);
    const line = { field: 'personName', was: '癸亥子', becomes: '癸亥丑' };
    expect((await manager.get(`/approvals/${proposed.body.id as string}`)).body.changes).toContainEqual(line);
    expect((await confirm(manager, proposed.body.id)).status).toBe(200);
    expect((await clerk.get(`/transfers/${id}`)).body.person.name).toBe('癸亥丑');
    const { items } = (await clerk.get(`/transfers/${id}/events`)).body as { items: { kind: string }[] };
    expect(items.find(({ kind }) => kind === 'corrected')).toMatchObject({
      payload: { nameWas: '癸亥子', nameBecomes: '癸亥丑', moved: { names: ['person'] } },
    });
    const { rows } = await sql<{
      all: string;
    }>`select string_agg(to_jsonb(a)::text, ' ') as all from approvals a`.execute(api.db);
    expect(rows[0]!.all).not.toContain('癸亥');
  });

  test('of figures is overtaken when another form has come meanwhile', async () => {
    const { id, the, facts } = await reviewed();
    await the.say('letterClerk', postedLetter());
    await the.say('clerk', { kind: 'infoFormReceived', form: aForm() });
    const said = { kind: 'corrected', correctsSeq: await seqOf(api.db, id, 'infoFormReceived'), note: '录入有误' };
    const proposed = await (
      await api.as('clerk')
    ).post(facts, { ...said, correctedForm: { ...aForm(), pooledFundFen: 7 } }, aKey());
    expect(proposed.body.changes).toContainEqual({ field: 'pooledFundFen', was: 2_040_000, becomes: 7 });
    await the.say('clerk', { kind: 'infoFormReceived', form: { ...aForm(), formNo: 'B-2' } });
    const answer = await confirm(manager, proposed.body.id);
    expect([answer.status, answer.body.changed]).toMatchObject([409, [{ field: 'infoFormId', becomes: null }]]);
  });

  test('is overtaken when the case went on, or ended', async () => {
    const { facts, the, seq } = await reviewed();
    const reviewer = await api.as('reviewer');
    const proposed = await correct(reviewer, facts, seq);
    await the.say('letterClerk', postedLetter());
    const answer = await confirm(manager, proposed.body.id);
    expect([answer.status, answer.body.changed]).toEqual([409, [{ field: 'openStep', was: 2, becomes: 3 }]]);
    const anew = await correct(reviewer, facts, seq);
    await the.say('clerk', { kind: 'withdrawn' });
    const ended = await confirm(manager, anew.body.id);
    expect(ended.body.changed).toContainEqual({ field: 'closed', was: false, becomes: true });
  });

  test('counts for separation of duties: neither of the two checks what they have corrected, nor corrects what they checked', async () => {
    const { id, the, facts } = await reviewed();
    await throughEntry(id, the);
    const seq = await seqOf(api.db, id, 'entered');
    const [entry, second] = await Promise.all([api.as('entryClerk'), api.as('reviewer2')]);
    const proposed = await correct(entry, facts, seq);
    expect((await confirm(second, proposed.body.id)).status).toBe(200);
    const checks = { kind: 'secondReviewed', outcome: 'approved' };
    expect(typeOf(await second.post(facts, checks, aKey()))).toEqual([409, '/problems/separation-of-duties']);
    const told = (await second.get(`/transfers/${id}`)).body;
    expect([told.barredFromStep, told.allowedFacts.includes(checks.kind)]).toEqual([true, false]);
    const reviewer = await api.as('reviewer');
    expect((await reviewer.get(`/transfers/${id}`)).body.barredFromStep).toBe(false);
    expect((await reviewer.post(facts, checks, aKey())).status).toBe(201);
    expect(typeOf(await correct(reviewer, facts, seq))).toEqual([409, '/problems/separation-of-duties']);
    const again = await correct(entry, facts, seq);
    expect(again.status).toBe(202);
    expect(typeOf(await confirm(reviewer, again.body.id))).toEqual([409, '/problems/separation-of-duties']);
  });

  test('cannot be recorded past the second person', async () => {
    const { the, seq } = await reviewed();
    await expect(the.say('reviewer', { kind: 'corrected', correctsSeq: seq })).rejects.toThrow('takes two people');
  });
});

async function throughEntry(transferId: string, the: ReturnType<typeof walk>): Promise<void> {
  await the.say('letterClerk', postedLetter());
  await the.open('delivery');
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(50_00) });
  await the.open('formAndFunds');
  await the.say(null, await agreeingMoney(api.db, api.office, transferId, 50_00));
  await the.open('entry');
  await the.say('entryClerk', { kind: 'entered' });
}

async function told(kind: string, approvalId: string) {
  const { rows } = await sql<{ by_staff_id: string | null; payload: Record<string, unknown> }>`
    select by_staff_id, payload from office_events
    where kind = ${kind} and payload ->> 'approvalId' = ${approvalId}`.execute(api.db);
  return rows;
}
