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

const month = (transfers: number, letters = 0) => ({ transfers, letters });

test('a month whose rates stand has not ended as long as a transfer is open, or has not come', () => {
  expect([isMature(withCase(false), month(1), 0), hasEnded(withCase(false), month(1))]).toEqual([true, false]);
  expect(hasEnded(withCase(true), month(1))).toBe(true);
  expect(hasEnded(withCase(true), month(2))).toBe(false);
});

test('a month with letters has not ended before each has come, what it opened has ended, and its money is out', () => {
  const story = withCase(true);
  expect(hasEnded(story, month(1, 2))).toBe(false);
  story.requests.set(1, { ending: { how: 'completed', at: 0 } } as never);
  story.lettersElsewhere.add(2);
  expect(hasEnded(story, month(1, 2))).toBe(true);
  const sent = { id: '1-1', no: 1, sentAt: 0 };
  story.payments.all.set('1-1', sent as never);
  expect(hasEnded(story, month(1, 2))).toBe(false);
  story.payments.all.set('1-1', { ...sent, debitedOn: '2026-03-09' } as never);
  expect(hasEnded(story, month(1, 2))).toBe(true);
  // Came again after it went back.
  story.requests.set(100_001, {} as never);
  expect([hasEnded(story, month(1, 2)), isMature(story, month(1, 2), 0)]).toEqual([false, false]);
});
