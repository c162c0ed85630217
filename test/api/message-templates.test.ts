/** Messages as the office words them: refused with all that is wrong, from their day on, and sent as they stand then. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimDueNotice } from '../../db/notices/sending.ts';
import { findOffice } from '../../db/office/office.ts';
import { noticeText } from '../../domain/notices/notice-text.ts';
import { DEFAULT_TEMPLATES } from '../../domain/notices/template.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { testKeyring } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let administrator: Caller;
let today: string;
beforeAll(async () => {
  api = await startApi();
  administrator = await api.as('manager');
  today = (await administrator.get('/clock')).body.officeDate as string;
});
afterAll(() => api.stop());

const OWN = '【{单位}】已于{日期}受理，凭{查询码}查询，电话{电话}。';
const put = (text: string, more: object = {}) =>
  administrator.send('PUT', '/message-templates', {
    kind: 'acceptance',
    language: 'zh-CN',
    text,
    fromDay: today,
    ...more,
  });
const standing = async (kind = 'acceptance', language = 'zh-CN') =>
  (await administrator.get('/message-templates')).body.items.find(
    (one: { kind: string; language: string }) => one.kind === kind && one.language === language,
  );

/** The text that would go out now for a transfer that is accepted now. */
async function sends(change: object = {}): Promise<string> {
  await sql`update notices set state = 'notSent' where state = 'queued'`.execute(api.db);
  await anAcceptedTransfer(api.db, api.office);
  await sql`update notices set not_before = office_now() where state = 'queued'`.execute(api.db);
  if ('language' in change)
    await sql`update notices set language = ${change.language} where state = 'queued'`.execute(api.db);
  const notice = await claimDueNotice(api.db, testKeyring, (await findOffice(api.db))!);
  return noticeText(notice!, notice!.template);
}

test('begins with the program’s own text, which is what goes out', async () => {
  expect(await standing()).toMatchObject({ standard: DEFAULT_TEMPLATES['zh-CN'].acceptance, now: null, ahead: [] });
  expect(await sends()).toMatch(/养老保险转移[\d-]+已受理/);
});

test('is refused with all that is wrong at once, text and day', async () => {
  const { status, body } = await put('已受理{姓名} www.example.com {电话', { fromDay: addDays(today, -1) });
  expect(status).toBe(422);
  expect(body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual([
    'text lacks',
    'text unknownField',
    'text brace',
    'text link',
    'fromDay past',
  ]);
  expect(body.errors[0].message).toContain('{单位}, {查询码}, {日期}, {电话}');
  expect((await standing()).now).toBeNull();
});

test('goes out as it was worded, from its day on and not before', async () => {
  expect((await put(OWN, { fromDay: addDays(today, 3) })).status).toBe(200);
  expect(await standing()).toMatchObject({ now: null, ahead: [{ text: OWN, fromDay: addDays(today, 3) }] });
  expect(await sends()).not.toContain('凭');
  expect((await put(OWN)).status).toBe(200);
  expect(await standing()).toMatchObject({
    now: { text: OWN, isStandard: false, changedBy: { id: api.office.staff.manager } },
  });
  expect(await sends()).toMatch(/已于[\d-]+受理，凭\w{13}查询，电话010-66000000。/);
});

test('of two for one day the later holds; the own text again is none', async () => {
  expect((await put(`${OWN}二`)).status).toBe(200);
  expect((await standing()).now.text).toBe(`${OWN}二`);
  expect((await put(DEFAULT_TEMPLATES['zh-CN'].acceptance)).status).toBe(200);
  expect((await standing()).now).toMatchObject({ isStandard: true, text: DEFAULT_TEMPLATES['zh-CN'].acceptance });
  expect(await sends()).toMatch(/养老保险转移[\d-]+已受理/);
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from message_templates`.execute(
    api.db,
  );
  expect(rows[0]!.count).toBe(4);
});

test('each language has its own; whoever reads one that has none is written to in Chinese', async () => {
  const english = '[{office}] Accepted {date}: {code}, {telephone}';
  expect((await put(english, { language: 'en' })).status).toBe(200);
  expect((await put(OWN)).status).toBe(200);
  expect(await sends({ language: 'en' })).toMatch(/Accepted [\d-]+: \w{13}, 010-66000000$/);
  expect(await sends({ language: 'vi' })).toContain('凭');
});

test('is the administrator’s alone, and the office’s history tells of it', async () => {
  const clerk = await api.as('clerk');
  expect((await clerk.get('/message-templates')).status).toBe(403);
  const { rows } = await sql<{ payload: object; by_staff_id: string }>`select payload, by_staff_id from office_events
    where kind = 'messageTemplateChanged' order by id limit 1`.execute(api.db);
  expect(rows[0]).toEqual({
    payload: { kind: 'acceptance', language: 'zh-CN', fromDay: addDays(today, 3) },
    by_staff_id: api.office.staff.manager,
  });
});
