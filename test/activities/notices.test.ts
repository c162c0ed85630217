import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noticeActivities } from '../../activities/notices.ts';
import { receiveReceipt } from '../../db/notices/receipts.ts';
import type { SmsGateway, SmsMessage, SmsResult } from '../../gateways/sms.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { silentEvents } from '../support/running-office.ts';
import { standClockAt } from '../builders/office-clock.ts';

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

test('a receipt settles the notice once; a failed one becomes a call by hand', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const { sms, received } = phone(sent);
  await round(sms);
  const reference = `g-${received[0]!.reference}`;
  expect(await receiveReceipt(fresh.db, { reference, state: 'failed', reason: 'switched off' })).toBe('accepted');
  expect(await receiveReceipt(fresh.db, { reference, state: 'delivered' })).toBe('unchanged');
  expect(await states()).toEqual(['failed']);
  const tasks = await fresh.db.selectFrom('tasks').select('kind').execute();
  expect(tasks).toEqual([{ kind: 'phoneNotice' }]);
});

test('a receipt that overtakes the gateway’s own answer waits for it, and counts once', async () => {
  await anAcceptedTransfer(fresh.db, office);
  const heard: string[] = [];
  await round({
    send: async (message) => {
      const reference = `g-${message.reference}`;
      for (let time = 0; time < 2; time++)
        heard.push(await receiveReceipt(fresh.db, { reference, state: 'delivered' }));
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
  expect(await receiveReceipt(fresh.db, { reference: received[0]!.reference, state: 'delivered' })).toBe('accepted');
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

test('a gateway that cannot be reached is tried again later', async () => {
  await anAcceptedTransfer(fresh.db, office);
  await round(phone(() => ({ state: 'unreachable', reason: 'gatewayUnreachable' })).sms);
  expect(await states()).toEqual(['queued']);
  await sql`update office_clock set office_anchor = office_anchor + interval '20 minutes'`.execute(fresh.db);
  const { sms, received } = phone(sent);
  await round(sms);
  expect(received).toHaveLength(1);
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
