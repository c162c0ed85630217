import { expect, test } from 'vitest';
import { nudgeOf } from '../../relay/nudge.ts';

const OFFICE_NOW = new Date('2026-03-02T09:00:00+08:00');
const told = (payload: object, speed = 1) => nudgeOf({ payload, officeNow: OFFICE_NOW, speed });

const opens = { ordinal: 2, step: 'liaisonLetter', attempt: 1, dueOn: '2026-03-09' };

test('the office instant of an alarm becomes what is left of the real time until then, at the speed of the moment', () => {
  const waiting = { factSeq: 2, kind: 'reviewed', opens, alarmAt: '2026-03-02T02:00:00Z' };
  expect(told(waiting)).toEqual({ factSeq: 2, kind: 'reviewed', opens, sleepMs: 3_600_000 });
  expect(told(waiting, 1000)).toMatchObject({ sleepMs: 3_600 });
});

test('an alarm that has passed on the way rings as soon as it is told', () => {
  expect(told({ factSeq: 2, kind: 'reviewed', opens, alarmAt: '2026-03-01T00:00:00Z' })).toMatchObject({
    sleepMs: 100,
  });
});

test('what says nothing of an alarm stays as it is', () => {
  const nudge = { factSeq: 3, kind: 'counterpartContacted' };
  expect(told(nudge)).toEqual(nudge);
});

test('a message of the release before, which tells of one step and of no alarm, has the run look', () => {
  expect(told({ factSeq: 2, kind: 'reviewed', closes: { ordinal: 1, outcome: 'eligible' } })).toEqual({
    factSeq: 2,
    kind: 'reviewed',
    rearms: true,
  });
  const ending = { factSeq: 7, kind: 'booked', closes: { ordinal: 7, outcome: 'booked' }, ends: 'completed' };
  expect(told(ending)).toEqual({ factSeq: 7, kind: 'booked', rearms: true, ends: 'completed' });
});
