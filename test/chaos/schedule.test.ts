import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAULTS } from '../../chaos/faults/all.ts';
import { isTooShortFor, scheduleOf } from '../../chaos/schedule.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const kindsOf = (rhythm: string) => FAULTS.filter((fault) => fault.rhythm === rhythm).map(({ name }) => name);
const DISTURBANCES = Array.from({ length: 9 }, (_, no) => ({
  name: `d${no}`,
  rhythm: 'disturbance' as const,
  lastsMs: [1_000, 60_000] as const,
}));

test('the same seed breaks the same parts at the same moments, another seed does not', () => {
  expect(scheduleOf(7, 90, FAULTS)).toEqual(scheduleOf(7, 90, FAULTS));
  expect(scheduleOf(7, 90, FAULTS)).not.toEqual(scheduleOf(8, 90, FAULTS));
});

test('forty seconds hit every kind of fault, and the rare ones once', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const names = scheduleOf(seed, 40, [...FAULTS, ...DISTURBANCES]).map(({ name }) => name);
      for (const { name } of [...FAULTS, ...DISTURBANCES]) expect(names).toContain(name);
      for (const name of kindsOf('rare')) expect(names.filter((one) => one === name)).toHaveLength(1);
    }),
  );
});

test('a quarter of an hour loses the starter about every two minutes', () => {
  const names = scheduleOf(3, 900, FAULTS).map(({ name }) => name);
  expect(names.filter((name) => name === 'starter')).toHaveLength(7);
});

test('what is seldom comes three times in a quarter of an hour, and a run of two minutes is too short for it', () => {
  const names = scheduleOf(3, 900, FAULTS).map(({ name }) => name);
  for (const seldom of kindsOf('seldom')) expect(names.filter((name) => name === seldom)).toHaveLength(3);
  expect(FAULTS.filter((fault) => isTooShortFor(fault, 120)).map(({ name }) => name)).toEqual(kindsOf('seldom'));
  expect(FAULTS.filter((fault) => isTooShortFor(fault, 180))).toEqual([]);
});

test('a part is lost every three to eight seconds, within the time that was asked for', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 300 }), (seed, seconds) => {
      const lost = scheduleOf(seed, seconds, FAULTS).filter(({ name }) => kindsOf('loss').includes(name));
      const pauses = lost.map(({ atMs }, no) => atMs - (lost[no - 1]?.atMs ?? 0));
      for (const pause of pauses) expect(pause >= 3_000 && pause <= 8_000).toBe(true);
      expect(lost.at(-1)?.atMs ?? 0).toBeLessThanOrEqual(seconds * 1000);
    }),
  );
});

test('a further kind of disturbance leaves the moments of the losses as they were', () => {
  const losses = (kinds: Parameters<typeof scheduleOf>[2]) =>
    scheduleOf(5, 120, kinds)
      .filter(({ name }) => kindsOf('loss').includes(name))
      .map(({ name, atMs }) => ({ name, atMs }));
  expect(losses([...FAULTS, ...DISTURBANCES])).toEqual(losses(FAULTS));
});

test('what is healed lasts as long as its kind says, and no more than an eighth of the run', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const { lastsMs } of scheduleOf(seed, 80, DISTURBANCES))
        expect(lastsMs >= 1_000 && lastsMs <= 10_000).toBe(true);
    }),
  );
});
