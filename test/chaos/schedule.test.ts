import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTS } from '../../chaos/parts.ts';
import { scheduleOf } from '../../chaos/schedule.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

test('the same seed breaks the same parts at the same moments, another seed does not', () => {
  expect(scheduleOf(7, 90)).toEqual(scheduleOf(7, 90));
  expect(scheduleOf(7, 90)).not.toEqual(scheduleOf(8, 90));
});

test('a minute hits every part, and the starter once', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const targets = scheduleOf(seed, 60).map(({ target }) => target);
      for (const part of PARTS) expect(targets).toContain(part);
      expect(targets.filter((target) => target === 'starter')).toHaveLength(1);
    }),
  );
});

test('a quarter of an hour loses the starter about every two minutes', () => {
  const targets = scheduleOf(3, 900).map(({ target }) => target);
  expect(targets.filter((target) => target === 'starter')).toHaveLength(7);
});

test('one fault follows the other after three to eight seconds, within the time that was asked for', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 300 }), (seed, seconds) => {
      const pauses = scheduleOf(seed, seconds).map(({ afterMs }) => afterMs);
      for (const pause of pauses) expect(pause >= 3_000 && pause <= 8_000).toBe(true);
      expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(seconds * 1000);
    }),
  );
});
