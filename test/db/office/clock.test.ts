/** Simulated time: what is asked for up to an instant ends there, whether or not anybody steers again. */
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { beatClock, officeNow, readClock, startSimulatedClock, steerClock } from '../../../db/office/clock.ts';
import { ownOffice } from '../../support/own-office.ts';

const { db } = await ownOffice();
const MINUTE = 60_000;
const begin = new Date('2026-03-02T09:00:00+08:00');
beforeAll(() => startSimulatedClock(db, begin, 10_000_000));

const inMinutes = async (minutes: number): Promise<Date> =>
  new Date((await officeNow(db)).getTime() + minutes * MINUTE);

test.each([false, true])(
  'a leap ends at its instant by itself and the clock goes on at the speed of real time (beaten: %s)',
  async (beaten) => {
    const until = await inMinutes(600);
    await steerClock(db, { speed: 10_000_000, until });
    await delay(60);
    if (beaten) await beatClock(db);
    await delay(60);
    const { officeNow: now, speed } = await readClock(db);
    expect(speed).toBe(1);
    expect(now.getTime()).toBeGreaterThanOrEqual(until.getTime());
    expect(now.getTime()).toBeLessThan(until.getTime() + MINUTE);
  },
);

test('a speed without an end goes on, and makes an end of a leap', async () => {
  await steerClock(db, { speed: 10_000_000, until: await inMinutes(1_000_000) });
  const before = await officeNow(db);
  expect((await steerClock(db, { speed: 600_000 })).speed).toBe(600_000);
  await delay(30);
  expect((await readClock(db)).speed).toBe(600_000);
  expect((await officeNow(db)).getTime()).toBeGreaterThan(before.getTime() + 200 * MINUTE);
});

test('an instant that is past never sets the clock back', async () => {
  const before = await officeNow(db);
  const { officeNow: now, speed } = await steerClock(db, {
    speed: 600_000,
    until: new Date(before.getTime() - MINUTE),
  });
  expect(speed).toBe(1);
  expect(now.getTime()).toBeGreaterThanOrEqual(before.getTime());
});

test('a clock that is stopped in a leap goes on with it', async () => {
  const until = await inMinutes(10_000_000);
  await steerClock(db, { speed: 10_000_000, until });
  const { officeNow: stopped } = await steerClock(db, { frozen: true });
  expect(stopped.getTime()).toBeLessThan(until.getTime());
  await delay(20);
  expect(await officeNow(db)).toEqual(stopped);
  expect((await steerClock(db, { frozen: false })).speed).toBe(10_000_000);
  expect((await officeNow(db)).getTime()).toBeLessThan(until.getTime());
});
