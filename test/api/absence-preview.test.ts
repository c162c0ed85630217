/** What a preview of an absence says is what becomes of it, and looking moves nothing. */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reviewHeldWork } from '../../db/holding/review.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { anAcceptedTransfer, heldBy, money, stewardedBy } from '../builders/walk.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let manager: Caller;
let today: string;
beforeEach(async () => {
  api = await startApi();
  manager = await api.as('manager');
  today = (await manager.get('/clock')).body.officeDate as string;
});
afterEach(() => api.stop());

interface Preview {
  readonly deputy: { readonly id: string } | null;
  readonly stewarded: number;
  readonly count: number;
  readonly receivers: readonly { to: { id: string } | null; steps: number; tasks: number; money: number }[];
  readonly items: readonly { kind: string; transferId: string; to: { id: string } | null }[];
}
const preview = async (staffId: string, more: Record<string, string> = {}) => {
  const query = new URLSearchParams({ staffId, fromDay: today, ...more });
  return manager.get(`/absences/preview?${query.toString()}`);
};
const held = async (): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; owner: string }>`
    select 'step ' || transfer_id as id, owner_id::text as owner from steps where closed_at is null
    union all select 'task ' || transfer_id, owner_id::text from tasks where closed_at is null and transfer_id is not null
    union all select 'money ' || transfer_id, owner_id::text from credit_parts where transfer_id is not null`.execute(
    api.db,
  );
  return new Map(rows.map(({ id, owner }) => [id, owner]));
};

/** Reviews, a task and money of one colleague, who is steward too. */
async function work(staffId: string, howMany: number): Promise<void> {
  for (let each = 0; each < howMany; each += 1) {
    const id = await anAcceptedTransfer(api.db, api.office);
    await heldBy(api.db, staffId, id);
    await stewardedBy(api.db, staffId, id);
    if (each > 0) continue;
    await sql`insert into tasks (office_id, transfer_id, kind, owner_id, opened_at, due_on, natural_key)
      values (${api.office.officeId}, ${id}, 'tellPerson', ${staffId}, office_now(), ${today}::date, 'made')`.execute(
      api.db,
    );
    const { partId } = await money(api.db, api.office, id, 100);
    await api.db.updateTable('credit_parts').set({ owner_id: staffId }).where('id', '=', partId).execute();
  }
}

test.each(['a stand-in is named', 'nobody is named'])('as previewed, so passed, when %s', async (how) => {
  const who = (await (await api.asNew(['clerk', 'reviewer'])).get('/me')).body.id as string;
  const standIn = (await (await api.asNew(['clerk', 'reviewer'])).get('/me')).body.id as string;
  await work(who, 6);
  const named = how === 'a stand-in is named' ? { standInId: standIn } : undefined;
  const before = await held();
  const { status, body, text } = await preview(who, named);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  const told = body as Preview;
  expect(await held()).toEqual(before);
  expect([told.count, told.stewarded, told.items.length]).toEqual([8, 6, 8]);
  const sum = told.receivers.reduce((all, { steps, tasks, money: parts }) => all + steps + tasks + parts, 0);
  expect(sum).toBe(8);
  const added = await manager.post('/absences', { staffId: who, fromDay: today, ...named });
  expect(added.status).toBe(201);
  await reviewHeldWork(api.db);
  const after = await held();
  for (const { kind, transferId, to } of told.items) {
    const key = `${kind} ${transferId}`;
    expect([key, after.get(key)]).toEqual([key, to === null ? before.get(key) : to.id]);
  }
  const [absence] = (await manager.get('/absences')).body.items;
  expect(told.deputy?.id).toBe(absence.deputy.id);
  if (named) expect(told.receivers.map(({ to }) => to?.id)).toEqual([standIn]);
});

test('many steps of one who is away do not all go to the same colleague', async () => {
  const reviewers = [await api.asNew(['reviewer']), await api.asNew(['reviewer']), await api.asNew(['reviewer'])];
  const [who] = await Promise.all(reviewers.map(async (one) => (await one.get('/me')).body.id as string));
  await work(who!, 9);
  await sql`update transfers set steward_id = ${api.office.staff.clerk}`.execute(api.db);
  const told = (await preview(who!)).body as Preview;
  const steps = told.receivers.filter((one) => one.steps > 0);
  expect(steps.length).toBeGreaterThan(1);
  await manager.post('/absences', { staffId: who, fromDay: today });
  await reviewHeldWork(api.db);
  const { rows } = await sql<{
    owners: number;
    most: number;
  }>`select count(*)::integer as owners, max(held)::integer as most
    from (select owner_id, count(*) as held from steps where closed_at is null group by owner_id) as each`.execute(
    api.db,
  );
  expect(rows[0]!.owners).toBe(steps.length);
  expect(rows[0]!.most).toBeLessThan(9);
});

test('booked ahead it is looked at on its first day: who is away then gets nothing', async () => {
  const who = (await (await api.asNew(['reviewer'])).get('/me')).body.id as string;
  const other = (await (await api.asNew(['reviewer'])).get('/me')).body.id as string;
  await work(who, 2);
  const later = addDays(today, 30);
  await manager.post('/absences', { staffId: other, fromDay: later, untilDay: addDays(later, 5) });
  const named = (await preview(who, { standInId: other })).body as Preview;
  expect(named.receivers.map(({ to }) => to?.id)).toContain(other);
  const ahead = (await preview(who, { standInId: other, fromDay: later })).body as Preview;
  expect(ahead.receivers.map(({ to }) => to?.id)).not.toContain(other);
});

test('has the defects of the absence, all of them at once, and is for who may enter one', async () => {
  const { clerk } = api.office.staff;
  const more = { standInId: clerk, untilDay: addDays(today, -3) };
  const { status, body } = await preview(clerk, more);
  const asked = await manager.post('/absences', { staffId: clerk, fromDay: today, ...more });
  expect([status, body.errors]).toEqual([422, asked.body.errors]);
  expect(body.errors).toHaveLength(2);
  expect((await (await api.as('clerk')).get(`/absences/preview?staffId=${clerk}&fromDay=${today}`)).status).toBe(403);
});
