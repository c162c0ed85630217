import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noticeActivities } from '../../activities/notices.ts';
import { receiveReceipt } from '../../db/notices/receipts.ts';
import { openSilentNoticeTasks } from '../../db/notices/silent.ts';
import {
  noSmsGateway,
  type SmsGateway,
  type SmsMessage,
  type SmsReceipt,
  type SmsResult,
} from '../../gateways/sms/gateway.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { aResidentId, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { silentEvents } from '../support/running-office.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { noticeFailures } from '../support/notice-failures.ts';

let fresh: FreshDatabase;
let office: TestOffice;
beforeEach(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  // A Tuesday, ten o'clock.
  await standClockAt(fresh.db, '2026-03-03T10:00:00+08:00');
});
afterEach(() => fresh.drop());

function phone(answer: (message: SmsMessage) => SmsResult) {
  const received: SmsMessage[] = [];
  const sms: SmsGateway = {
    givesReceipts: true,
    send: (message) => {
      received.push(message);
      return Promise.resolve(answer(message));
    },
  };
  return { sms, received };
}

const sent = (message: SmsMessage): SmsResult => ({ state: 'sent', gatewayRef: `g-${message.reference}` });
const round = (sms: SmsGateway, alive = (): void => undefined) =>
  noticeActivities({ db: fresh.db, keyring: testKeyring, sms, events: silentEvents, alive }).sendDueNotices({
    officeId: office.officeId,
  });
const states = async () => (await fresh.db.selectFrom('notices').select('state').execute()).map((row) => row.state);

test('the acceptance is told by SMS with office, code, date and telephone, and nothing that tells whose it is', async () => {
  const name = '样例某某';
  const idNumber = aResidentId();
  const id = await anAcceptedTransfer(fresh.db, office, { person: { name, idNumber, mobile: '13900000000' } });
  const { sms, received } = phone(sent);
  await round(sms);
  const { status_code: code } = await fresh.db
    .selectFrom('transfers')
    .select('status_code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(received).toHaveLength(1);
  expect(received[0]?.text).toContain(code);
  expect(received[0]?.text).toContain('2026-03-03');
  expect(received[0]?.text).toContain('010-66000000');
  expect(received[0]?.text).not.toMatch(new RegExp(`${name}|${idNumber}|13900000000`));
});

test('of a transfer that is closed before the morning the acceptance is not told any more', async () => {
  await standClockAt(fresh.db, '2026-03-02T20:00:00+08:00');
  const [withdrawn] = [await anAcceptedTransfer(fresh.db, office), await anAcceptedTransfer(fresh.db, office)];
  await walk(fresh.db, office, withdrawn).say('clerk', { kind: 'withdrawn', reasonCode: 'W01' });
  await standClockAt(fresh.db, '2026-03-03T10:00:00+08:00');
  const { sms, received } = phone(sent);
  await round(sms);
  expect(received).toHaveLength(1);
  const rows = await fresh.db.selectFrom('notices').select(['state', 'failure', 'transfer_id']).execute();
  expect(rows.find(({ transfer_id }) => transfer_id === withdrawn)).toMatchObject({
    state: 'notSent',
    failure: 'closedBefore',
  });
  expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(1);
});

test('a receipt settles the notice once; a failed one becomes a call by hand', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(sent);
  await round(sms);
  const reference = `g-${received[0]!.reference}`;
  expect(await receiveReceipt(fresh.db, testKeyring, { reference, state: 'failed', reason: 'switched off' })).toBe(
    'accepted',
  );
  expect(await receiveReceipt(fresh.db, testKeyring, { reference, state: 'delivered' })).toBe('unchanged');
  expect(await states()).toEqual(['failed']);
  const tasks = await fresh.db.selectFrom('tasks').select('kind').execute();
  expect(tasks).toEqual([{ kind: 'phoneNotice' }]);
});

test('a gateway that counts anew speaks of the message that it took last, and of no other', async () => {
  const receipt = { reference: '17', state: 'delivered' } as const;
  const { sms } = phone(() => ({ state: 'sent', gatewayRef: '17' }));
  for (const morning of ['2026-03-03T10:00:00+08:00', '2026-03-04T10:00:00+08:00']) {
    await standClockAt(fresh.db, morning);
    await anAcceptedTransfer(fresh.db, office, {
      person: { name: '样例某某', idNumber: aResidentId(), mobile: '13900000000' },
    });
    await round(sms);
  }
  expect(await receiveReceipt(fresh.db, testKeyring, receipt)).toBe('accepted');
  expect(await receiveReceipt(fresh.db, testKeyring, receipt)).toBe('unchanged');
  const { rows } =
    await sql`select state, sent_at < '2026-03-04' as "isOfTheDayBefore" from notices order by sent_at`.execute(
      fresh.db,
    );
  expect(rows).toEqual([
    { state: 'sent', isOfTheDayBefore: true },
    { state: 'delivered', isOfTheDayBefore: false },
  ]);
});

test('the words of a gateway are sealed, its status stands beside them', async () => {
  const reason = 'gateway400 停机的是样例某某';
  for (const state of ['failed', 'unknown', 'busy'] as const) {
    await sql`update notices set state = 'sent'`.execute(fresh.db);
    await anAcceptedTransfer(fresh.db, office);
    await round(phone(() => ({ state, reason })).sms);
  }
  const failures = [...(await noticeFailures(fresh.db)).values()].filter(({ clear }) => clear !== '');
  expect(failures.map(({ clear }) => clear)).toEqual(['gateway400', 'gateway400', 'gateway400']);
  // What goes again keeps the status only, until it is over.
  expect(failures.map(({ read }) => read).sort()).toEqual(['gateway400', reason, reason]);
});

test('a receipt that overtakes the gateway’s own answer waits for it, and counts once', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const heard: string[] = [];
  await round({
    givesReceipts: true,
    send: async (message) => {
      const reference = `g-${message.reference}`;
      for (let time = 0; time < 2; time++)
        heard.push(await receiveReceipt(fresh.db, testKeyring, { reference, state: 'delivered' }));
      return sent(message);
    },
  });
  expect(heard).toEqual(['parked', 'unchanged']);
  expect(await states()).toEqual(['delivered']);
  const kinds = await fresh.db
    .selectFrom('events')
    .select('kind')
    .where('kind', 'like', 'notice%')
    .orderBy('seq')
    .execute();
  expect(kinds.map(({ kind }) => kind)).toEqual(['noticeSent', 'noticeDelivered']);
});

test('a receipt by our own reference settles a message of which nobody knew', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(() => ({ state: 'unknown', reason: 'noAnswer' }));
  await round(sms);
  expect(await receiveReceipt(fresh.db, testKeyring, { reference: received[0]!.reference, state: 'delivered' })).toBe(
    'accepted',
  );
  expect(await states()).toEqual(['delivered']);
});

test('what nobody knows is unknown and is never sent again', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(() => ({ state: 'unknown', reason: 'noAnswer' }));
  await round(sms);
  await round(sms);
  expect(received).toHaveLength(1);
  expect(await states()).toEqual(['unknown']);
});

test('a worker that died while sending leaves it unknown, with a person to ask', async () => {
  await anAcceptedTransfer(fresh.db, office);
  await sql`update notices set state = 'sending', sending_since = clock_timestamp() - interval '6 minutes'`.execute(
    fresh.db,
  );
  const { sms, received } = phone(sent);
  await round(sms);
  expect(received).toEqual([]);
  expect(await states()).toEqual(['unknown']);
  expect(await fresh.db.selectFrom('tasks').select('kind').execute()).toEqual([{ kind: 'unknownNotice' }]);
});

const minutesPass = (minutes: number) =>
  sql`update office_clock set office_anchor = office_anchor + interval '1 minute' * ${minutes}::integer`.execute(
    fresh.db,
  );
const pauses = async () =>
  (
    await sql<{ minutes: number }>`select extract(epoch from not_before - office_now())::integer / 60 as minutes
      from notices order by not_before, id`.execute(fresh.db)
  ).rows.map(({ minutes }) => minutes);
const tasks = async () => fresh.db.selectFrom('tasks').select(['kind', 'closing_note']).orderBy('opened_at').execute();

test.each<SmsResult>([
  { state: 'busy', reason: 'gateway429' },
  { state: 'unreachable', reason: 'gatewayCertificate' },
])('$reason: nothing was taken, so it goes again, later and later, and then somebody telephones', async (result) => {
  await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(() => result);
  const waited: number[] = [];
  for (let time = 0; time < 6; time++) {
    await round(sms);
    waited.push(...(await pauses()));
    await standClockAt(fresh.db, '2026-03-03T16:00:00+08:00');
    await sql`update notices set not_before = office_now()`.execute(fresh.db);
  }
  expect(waited).toEqual([15, 30, 60, 120, 240, 240]);
  expect([await states(), await tasks()]).toEqual([['queued'], []]);
  // Tuesday's message: Wednesday and Thursday are the two working days of the rule.
  await standClockAt(fresh.db, '2026-03-05T10:00:00+08:00');
  await round(sms);
  expect(received).toHaveLength(7);
  expect([await states(), await tasks()]).toEqual([['failed'], [{ kind: 'phoneNotice', closing_note: '' }]]);
  const { failure, sent_at } = await fresh.db
    .selectFrom('notices')
    .select(['failure', 'sent_at'])
    .executeTakeFirstOrThrow();
  expect([failure, sent_at]).toEqual([result.state === 'busy' ? 'gateway429' : 'gatewayCertificate', null]);
});

test('who says how long it will be busy is not asked before', async () => {
  await anAcceptedTransfer(fresh.db, office);
  await round(phone(() => ({ state: 'busy', reason: 'gateway429', afterSeconds: 7_200 })).sms);
  expect(await pauses()).toEqual([120]);
  await minutesPass(121);
  const { sms, received } = phone(sent);
  await round(sms);
  expect(received).toHaveLength(1);
  expect(await states()).toEqual(['sent']);
});

test('three that are put off one after the other are the gateway’s fault: the others are not even tried', async () => {
  for (let no = 0; no < 6; no++) await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(() => ({ state: 'busy', reason: 'gateway503' }));
  await round(sms);
  expect(received).toHaveLength(3);
  expect(await pauses()).toEqual([15, 15, 15, 15, 15, 15]);
  const tries = await fresh.db.selectFrom('notices').select('tries').orderBy('tries').execute();
  expect(tries.map((row) => row.tries)).toEqual([0, 0, 0, 1, 1, 1]);
});

test('without a gateway a message waits for one, however long', async () => {
  await anAcceptedTransfer(fresh.db, office);
  for (const day of ['2026-03-03', '2026-03-10', '2026-03-17']) {
    await standClockAt(fresh.db, `${day}T10:00:00+08:00`);
    await round(noSmsGateway);
  }
  expect([await states(), await pauses(), await tasks()]).toEqual([['queued'], [15], []]);
});

test('a receipt by our own reference that overtakes the answer waits for it too', async () => {
  await anAcceptedTransfer(fresh.db, office);
  for (const state of ['sent', 'unknown'] as const) {
    await sql`update notices set state = 'queued', gateway_ref = null`.execute(fresh.db);
    const heard: string[] = [];
    await round({
      givesReceipts: true,
      send: async ({ reference }) => {
        heard.push(await receiveReceipt(fresh.db, testKeyring, { reference, state: 'delivered' }));
        return state === 'sent' ? { state, gatewayRef: reference } : { state, reason: 'noAnswer' };
      },
    });
    expect([heard, await states(), await tasks()]).toEqual([['parked'], ['delivered'], []]);
    await sql`delete from parked_receipts`.execute(fresh.db);
  }
});

const THREE_WORKING_DAYS_LATER = '2026-03-06T10:00:00+08:00';

test('a message of which nobody speaks again is work, and the receipt ends it', async () => {
  for (let no = 0; no < 2; no++) await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(sent);
  await round(sms);
  // Tuesday's messages: Wednesday, Thursday and Friday are the three working days of the rule.
  await standClockAt(fresh.db, '2026-03-05T16:00:00+08:00');
  expect(await openSilentNoticeTasks(fresh.db)).toBe(0);
  await standClockAt(fresh.db, THREE_WORKING_DAYS_LATER);
  expect(await Promise.all([openSilentNoticeTasks(fresh.db), openSilentNoticeTasks(fresh.db)])).toContain(2);
  expect(await tasks()).toEqual([
    { kind: 'silentNotice', closing_note: '' },
    { kind: 'silentNotice', closing_note: '' },
  ]);
  const [one, other] = received.map(({ reference }) => `g-${reference}`);
  await receiveReceipt(fresh.db, testKeyring, { reference: one!, state: 'delivered' });
  await receiveReceipt(fresh.db, testKeyring, { reference: other!, state: 'failed', reason: '空号' });
  const left = await fresh.db.selectFrom('tasks').select('kind').where('closed_at', 'is', null).execute();
  expect(left).toEqual([{ kind: 'phoneNotice' }]);
  expect((await tasks()).map(({ closing_note }) => closing_note).sort()).toEqual(['', 'delivered', 'failed']);
  expect(await openSilentNoticeTasks(fresh.db)).toBe(0);
  const told = await fresh.db.selectFrom('events').select('kind').where('kind', '=', 'taskClosed').execute();
  expect(told).toHaveLength(2);
});

test('where the gateway gives no receipts silence says nothing, nor does it of messages of the release before', async () => {
  for (let no = 0; no < 2; no++) await anAcceptedTransfer(fresh.db, office);
  await round({ ...phone(sent).sms, givesReceipts: false });
  await standClockAt(fresh.db, THREE_WORKING_DAYS_LATER);
  expect(await openSilentNoticeTasks(fresh.db)).toBe(0);
});

test('what was to be found out ends when the receipt says it', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(() => ({ state: 'unknown', reason: 'noAnswer' }));
  await round(sms);
  expect(await tasks()).toEqual([{ kind: 'unknownNotice', closing_note: '' }]);
  await receiveReceipt(fresh.db, testKeyring, { reference: received[0]!.reference, state: 'delivered' });
  expect(await tasks()).toEqual([{ kind: 'unknownNotice', closing_note: 'delivered' }]);
});

test('a gateway that brings no receipts is asked, soon and then less often, until it has an answer', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const asked: (string | null)[] = [];
  let said: SmsReceipt[] = [];
  const { sms, received } = phone(sent);
  const asking: SmsGateway = {
    ...sms,
    ask: (messages) => {
      asked.push(...messages.map(({ gatewayRef }) => gatewayRef));
      return Promise.resolve(said);
    },
  };
  await round(asking);
  const reference = `g-${received[0]!.reference}`;
  expect(asked).toEqual([]);
  for (const minutes of [11, 5, 7, 10, 25]) {
    await minutesPass(minutes);
    await round(asking);
  }
  // After 11 minutes, then 10 to 12 later, then as long again as it has waited.
  expect(asked).toEqual([reference, reference, reference]);
  said = [{ reference, state: 'delivered' }];
  await minutesPass(60);
  await round(asking);
  await minutesPass(600);
  await round(asking);
  expect([asked.length, await states()]).toEqual([4, ['delivered']]);
});

test('nothing is sent at night or on a rest day', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(sent);
  for (const closed of ['2026-03-03T22:00:00+08:00', '2026-03-07T10:00:00+08:00']) {
    await standClockAt(fresh.db, closed);
    await round(sms);
  }
  expect(received).toEqual([]);
});

test('a number that takes no SMS is not sent one', async () => {
  await anAcceptedTransfer(fresh.db, office, {
    person: { name: '样例丙', idNumber: aResidentId(), mobile: '010-66001234' },
  });
  const { sms, received } = phone(sent);
  await round(sms);
  expect(received).toEqual([]);
  expect(await states()).toEqual(['notSent']);
});
