/** Lists, filters and numbers without a letter call silent what the rule calls silent, for however many days it says. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { quietSince } from '../../../domain/time/quiet-since.ts';
import { receiveScans } from '../../../db/courier/scans.ts';
import { listLetterPage } from '../../../db/letters/pages.ts';
import { listParked } from '../../../db/letters/parked-scans.ts';
import { testKeyring } from '../../builders/office.ts';
import { CALENDAR } from '../../builders/calendar.ts';
import { anAcceptedTransfer } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { standClockAt } from '../../builders/office-clock.ts';

const TODAY = '2026-03-11';
const HEARD_ON = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10', '2026-03-11'];
const STATES = ['posted', 'underWay', 'outForDelivery', 'delivered', 'returned', 'lost', 'unknown'];

const { db, office } = await ownOffice();
beforeAll(async () => {
  await standClockAt(db, `${TODAY}T10:00:00+08:00`);
  await letters(await anAcceptedTransfer(db, office));
});

const ruleSays = (days: number) =>
  sql`update rules set value = to_jsonb(${days}::integer) where name = 'silentAfterWorkingDays'`.execute(db);

/** One for each channel, state and day, heard of by its posting or by a scan. */
const letters = (transferId: string) =>
  sql`insert into letters (office_id, transfer_id, attempt, envelope, kind, channel, letter_no, waybill, posted_on, state, state_since,
      sent_by_fact_seq, last_scan_at)
    select ${office.officeId}, ${transferId}::uuid, 1, number, 'liaison', channel, 'a test ' || number, 'a test ' || number,
      case when scanned then '2026-03-02' else day end, state, office_now(), 1,
      case when scanned then (day || 'T23:30:00+08:00')::timestamptz end
    from (select channel, state, day, scanned, row_number() over () as number
      from unnest(array['ems', 'platform']) as channel, unnest(${STATES}::text[]) as state,
        unnest(${HEARD_ON}::date[]) as day, unnest(array[true, false]) as scanned) as each`.execute(db);

async function lettersThatAre(silent?: boolean) {
  return (await listLetterPage(db, testKeyring, { officeId: office.officeId, silent }, { limit: 500 })).items;
}

test.each([1, 2, 3, 5])('the filter finds what the list calls silent, after %i working days', async (days) => {
  await ruleSays(days);
  const all = await lettersThatAre();
  expect(all).toHaveLength(2 * STATES.length * HEARD_ON.length * 2);
  const idsOf = (found: typeof all) => found.map(({ id }) => id).sort();
  expect(idsOf(await lettersThatAre(true))).toEqual(idsOf(all.filter(({ silent }) => silent)));
  expect(idsOf(await lettersThatAre(false))).toEqual(idsOf(all.filter(({ silent }) => !silent)));
  const quiet = quietSince(TODAY, days, CALENDAR);
  const quietDays = HEARD_ON.filter((day) => day <= quiet);
  expect(quietDays.length).toBeGreaterThan(0);
  expect(await lettersThatAre(true)).toHaveLength(3 * 2 * quietDays.length);
});

test('a number without a letter is silent by the same dated rule', async () => {
  const waybill = '5000000000009';
  await receiveScans(db, testKeyring, {
    officeId: office.officeId,
    source: 'webhook',
    scans: [{ waybill, scannedAt: new Date('2026-03-06T09:00:00+08:00'), code: '305' }],
  });
  const parked = async () => (await listParked(db, testKeyring, { officeId: office.officeId, waybill, limit: 5 }))[0];
  await ruleSays(3);
  expect(await parked()).toMatchObject({ state: 'underWay', silent: true });
  await ruleSays(4);
  expect(await parked()).toMatchObject({ state: 'underWay', silent: false });
  await ruleSays(2);
  expect(await parked()).toMatchObject({ state: 'underWay', silent: true });
});
