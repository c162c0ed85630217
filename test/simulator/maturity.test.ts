import { expect, test } from 'vitest';
import { hasEnded, isMature } from '../../simulator/story/maturity.ts';
import { Story } from '../../simulator/story/story.ts';

/** Four letters were written: no later one changes the rates. */
function withCase(ended: boolean): Story {
  const story = new Story();
  const letters = [1, 2, 3, 4].map((attempt) => ({ attempt, postedAt: 0 }));
  story.cases.set(1, { no: 1, letters, ...(ended && { ending: { how: 'completed', attempts: 4 } }) } as never);
  return story;
}

test('a month whose rates stand has not ended as long as a transfer is open, or has not come', () => {
  expect([isMature(withCase(false), 1, 0), hasEnded(withCase(false), 1)]).toEqual([true, false]);
  expect(hasEnded(withCase(true), 1)).toBe(true);
  expect(hasEnded(withCase(true), 2)).toBe(false);
});
