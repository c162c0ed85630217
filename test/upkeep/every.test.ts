import pino from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Found } from '../../domain/upkeep.ts';
import { every, type Work } from '../../upkeep/every.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const lasts = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** When it was begun within five minutes, in seconds. */
async function beginsOf(work: Work): Promise<number[]> {
  const begins: number[] = [];
  const from = Date.now();
  const counted = () => {
    begins.push((Date.now() - from) / 1_000);
    return work();
  };
  const wantsMore = ({ mended }: Found) => mended !== 0;
  const round = { firstMs: 1_000, thenMs: 10_000, work: counted, failure: 'failed', largestShare: 0.1, wantsMore };
  const job = every(round, pino({ level: 'silent' }));
  await vi.advanceTimersByTimeAsync(300_000);
  const stopped = job.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  await stopped;
  return begins;
}

test('a round that takes long leaves a pause of nine times as long', async () => {
  expect(await beginsOf(() => lasts(10_000))).toEqual([1, 101, 201]);
});

test('one that had something to mend comes again at the usual pace, until there is nothing any more', async () => {
  let mended = 3;
  const begins = await beginsOf(async () => {
    await lasts(10_000);
    return { mended: Math.max(0, --mended) };
  });
  expect(begins).toEqual([1, 21, 41, 141, 241]);
});

test('one that fails after waiting as long comes again at the usual pace', async () => {
  const begins = await beginsOf(async () => {
    await lasts(10_000);
    throw new Error('nobody answers');
  });
  expect(begins.slice(0, 4)).toEqual([1, 21, 41, 61]);
});
