/** After a rollback an office holds transfers of a procedure that only the later release knows: they wait, and hold nobody up. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { procedureRows } from '../../db/connection/procedure-rows.ts';
import { reviewHeldWork } from '../../db/holding/review.ts';
import { askForUnknown } from '../../db/upkeep/unknown-procedures.ts';
import { aForm, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { WITH_MADE_UP } from '../made-up/procedure.ts';
import { aKey, COURIER_SECRET, fieldsOf, startApi, type Answer, type TestApi } from '../support/api.ts';
import { deliverSigned } from '../support/signed-delivery.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { openStepOf } from '../builders/ledger-rows.ts';

let api: TestApi;
let beyond: string;
let ordinary: string;
const waybills = { beyond: '6000000000001', ordinary: '6000000000002' };

beforeAll(async () => {
  api = await startApi();
  await sql.raw(procedureRows(WITH_MADE_UP)).execute(api.db);
  await standClockAt(api.db, '2026-12-28T10:00:00+08:00');
  beyond = await posted(waybills.beyond);
  ordinary = await posted(waybills.ordinary);
  await sql`update transfers set procedure_type = 'proofOfYears', procedure_version = '2026-1'
    where id = ${beyond}`.execute(api.db);
  await sql`update steps set procedure = 'in/proofOfYears/2026-1', outcome = 'asked', step = 'ask'
    where transfer_id = ${beyond} and closed_at is not null`.execute(api.db);
  await sql`update steps set procedure = 'in/proofOfYears/2026-1', step = 'proof'
    where transfer_id = ${beyond} and closed_at is null`.execute(api.db);
});
afterAll(() => api.stop());

async function posted(waybill: string): Promise<string> {
  const id = await anAcceptedTransfer(api.db, api.office, { occurredAt: new Date('2026-12-25T09:00:00+08:00') });
  const the = walk(api.db, api.office, id);
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill, postedOn: '2026-12-28' });
  return id;
}

const tasksOf = async (id: string) =>
  (await api.db.selectFrom('tasks').select('kind').where('transfer_id', '=', id).execute()).map(({ kind }) => kind);
const say = async (who: keyof TestApi['office']['staff'], id: string, fact: object): Promise<Answer> =>
  (await api.as(who)).post(`/transfers/${id}/facts`, fact, aKey());

function courierSays(scans: readonly object[]): Promise<Answer> {
  return deliverSigned(api, { path: '/courier/scans', secret: COURIER_SECRET, body: JSON.stringify({ scans }) });
}

describe('a transfer of a procedure that this release does not know', () => {
  test('is shown in every list and on its pages, with whoever has the ball', async () => {
    const clerk = await api.as('clerk');
    for (const path of ['', '/progress', '/events']) {
      expect((await clerk.get(`/transfers/${beyond}${path}`)).status).toBe(200);
    }
    expect((await clerk.get('/transfers?state=open')).body.items).toHaveLength(2);
    expect((await clerk.get('/metrics/progress')).status).toBe(200);
    const { status_code: code } = await api.db
      .selectFrom('transfers')
      .select('status_code')
      .where('id', '=', beyond)
      .executeTakeFirstOrThrow();
    const { body } = await api.anonymous.post(`/status/${code}`, { phoneLastFour: '0000' });
    expect(body).toMatchObject({ holder: 'employer', step: 'proof', nextStep: null });
  });

  test('keeps what comes from outside, with an owner, and the same delivery reaches the others', async () => {
    const scan = { scannedAt: '2026-12-28T09:30:00+08:00', code: '704', text: '妥投' };
    const answer = await courierSays([
      { ...scan, waybill: waybills.beyond },
      { ...scan, waybill: waybills.ordinary },
    ]);
    expect(answer.body).toMatchObject({ accepted: 2 });
    expect((await openStepOf(api.db, ordinary))?.step).toBe('formAndFunds');
    expect((await openStepOf(api.db, beyond))?.step).toBe('proof');
    expect((await say('clerk', beyond, { kind: 'infoFormReceived', form: aForm() })).body).toMatchObject({
      parked: true,
    });
    expect(await tasksOf(beyond)).toContain('parkedFact');
  });

  test('refuses what only its procedure could say, by name', async () => {
    for (const [who, fact] of [
      ['clerk', { kind: 'decided', ordinal: 3, outcome: 'given' }],
      ['entryClerk', { kind: 'entered' }],
      ['manager', { kind: 'takenOver' }],
    ] as const) {
      expect((await say(who, beyond, fact)).body.type).toBe('/problems/unknown-procedure');
    }
  });

  test('does not keep the others from a new calendar, and keeps its own day', async () => {
    const before = [await openStepOf(api.db, beyond), await openStepOf(api.db, ordinary)];
    const later = ['2027-02-20', '2027-05-01', '2027-10-01'].map((day) => ({ from: day, to: day }));
    const rest = [{ from: '2027-01-01', to: '2027-01-08' }, ...later];
    const answer = await (await api.as('manager')).send('PUT', '/calendar/2027', { notice: 'test', rest, work: [] });
    expect(answer.status).toBe(200);
    const after = [await openStepOf(api.db, beyond), await openStepOf(api.db, ordinary)];
    expect(after[0]?.due_on).toBe(before[0]?.due_on);
    expect(after[1]!.due_on > before[1]!.due_on).toBe(true);
  });

  test('goes to the manager when its owner leaves, and nobody else waits for that', async () => {
    const { owner_id: owner } = (await openStepOf(api.db, beyond))!;
    await sql`update staff set active = false where id = ${owner}`.execute(api.db);
    expect(await reviewHeldWork(api.db)).toBeGreaterThan(0);
    expect((await openStepOf(api.db, beyond))?.owner_id).toBe(api.office.staff.manager);
    await sql`update staff set active = true where id = ${owner}`.execute(api.db);
  });

  test('is somebody’s task, once', async () => {
    expect(await askForUnknown(api.db)).toBe(1);
    expect(await askForUnknown(api.db)).toBe(0);
    expect((await tasksOf(beyond)).filter((kind) => kind === 'stuckTransfer')).toHaveLength(1);
  });

  test('can be withdrawn', async () => {
    expect((await say('clerk', beyond, { kind: 'withdrawn', reasonCode: 'W02' })).status).toBe(201);
    expect(await openStepOf(api.db, beyond)).toBeUndefined();
    const row = await api.db.selectFrom('transfers').select('closing').where('id', '=', beyond).executeTakeFirst();
    expect(row?.closing).toBe('withdrawn');
  });
});

describe('a transfer whose steps are recorded wrongly', () => {
  test('takes no decision of the office that would end it as nobody can say; it can be withdrawn', async () => {
    const id = await anAcceptedTransfer(api.db, api.office);
    await say('reviewer', id, { kind: 'reviewed', outcome: 'eligible' });
    await sql`update steps set outcome = 'refused' where transfer_id = ${id} and ordinal = 1`.execute(api.db);
    const refused = await say('letterClerk', id, { kind: 'letterSent', channel: 'ems', waybill: '8111111111111' });
    expect(refused.body).toMatchObject({ type: '/problems/step-not-open' });
    expect((await openStepOf(api.db, id))?.step).toBe('liaisonLetter');
    expect((await say('clerk', id, { kind: 'withdrawn' })).status).toBe(201);
    const row = await api.db.selectFrom('transfers').select('closing').where('id', '=', id).executeTakeFirst();
    expect(row?.closing).toBe('withdrawn');
  });

  test('without limits for the day nothing is accepted, and the field is named', async () => {
    await sql`insert into rule_versions (version, valid_from, note) values ('withoutLimits', '2026-12-27', 'test')`.execute(
      api.db,
    );
    const person = { name: '样例', idNumber: '110101199003070177', mobile: '13900000001' };
    const body = { person, counterpartAreaCode: '310000' };
    const answer = await (await api.as('clerk')).post('/transfers', body, aKey());
    expect(fieldsOf(answer)).toEqual(['occurredAt: withoutLimits']);
    await sql`delete from rule_versions where version = 'withoutLimits'`.execute(api.db);
  });

  test('what comes late carries only reasons of its own kind', async () => {
    const id = await anAcceptedTransfer(api.db, api.office);
    await say('clerk', id, { kind: 'withdrawn' });
    expect(fieldsOf(await say('letterClerk', id, { kind: 'letterReturned', reasonCode: 'W01' }))).toEqual([
      'reasonCode: reasonCode',
    ]);
    expect((await say('letterClerk', id, { kind: 'letterReturned', reasonCode: 'M01' })).status).toBe(201);
  });
});
