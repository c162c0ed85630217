import { expect, test } from 'vitest';
import { findingsAtRest } from '../../chaos/upgrade/own-checker.ts';

const late = { invariant: 'workflow-ended', promise: 'none runs for a closed transfer', count: 1, examples: ['x'] };

test('what is late comes to rest, and is no finding then', async () => {
  const looks = [[late], [late], []];
  const { findings } = await findingsAtRest(() => Promise.resolve(looks.shift()!), { everyMs: 1 });
  expect(findings).toEqual([]);
  expect(looks).toEqual([]);
});

test('what is lost is still found when the patience is over', async () => {
  const { findings } = await findingsAtRest(() => Promise.resolve([late]), { patienceMs: 10, everyMs: 1 });
  expect(findings).toEqual([late]);
});
