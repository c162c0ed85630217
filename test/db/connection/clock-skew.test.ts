import { afterAll, beforeAll, expect, test } from 'vitest';
import { clockSkewSeconds, refuseSkewedClock } from '../../../db/connection/clock-skew.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const off = (seconds: number) => () => Date.now() + seconds * 1000;

test('a clock that agrees with the database’s, or nearly so, is taken', async () => {
  await refuseSkewedClock(fresh.db);
  for (const seconds of [-25, 25]) await refuseSkewedClock(fresh.db, off(seconds));
});

test('one that is off by more than half a minute is refused with one sentence that says by how much', async () => {
  await expect(refuseSkewedClock(fresh.db, off(40))).rejects.toThrow(/^This machine's clock is \d+ seconds ahead of/);
  await expect(refuseSkewedClock(fresh.db, off(-3600))).rejects.toThrow(/is 3[56]\d\d seconds behind the database's/);
  await expect(refuseSkewedClock(fresh.db, off(30 * 86_400))).rejects.toThrow(/time server, then start again\.$/);
});

test('an answer that took long does not count as a clock that is off', async () => {
  const [asked, answered] = [Date.now(), Date.now() + 120_000];
  const slow = [asked, answered].values();
  expect(await clockSkewSeconds(fresh.db, () => slow.next().value!)).toBe(0);
});
