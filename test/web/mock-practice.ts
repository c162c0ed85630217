/** The practice desk with an exercise that was judged, one that is to be done, and one whose case is being made. */
import type { Schemas } from '../../web/src/api/types.ts';
import { LETTER_CLERK, TRANSFER_ID } from './mock-office.ts';

const CASE = { transferId: TRANSFER_ID, caseNo: 'IN20260600001' };
const attempt = (last: number, more: Partial<Schemas['PracticeAttempt']>): Schemas['PracticeAttempt'] => ({
  id: `00000000-0000-4000-8000-0000000009${String(last).padStart(2, '0')}`,
  exercise: 'postLetter',
  state: 'ready',
  given: [],
  cases: [],
  creditSerial: null,
  asks: null,
  options: [],
  result: null,
  ...more,
});

export const exercises: { items: Schemas['PracticeExercise'][] } = {
  items: [
    {
      key: 'postLetter',
      role: 'letterClerk',
      best: 60,
      finished: 1,
      last: attempt(1, {
        state: 'finished',
        cases: [CASE],
        result: {
          score: 60,
          rules: [
            { rule: 'posted', kept: true, points: 60, ground: '国办发〔2009〕66号第八条' },
            { rule: 'rightWaybill', kept: false, points: 40, ground: null },
          ],
        },
      }),
    },
    {
      key: 'tellByPhone',
      role: 'clerk',
      best: null,
      finished: 0,
      last: attempt(2, {
        exercise: 'tellByPhone',
        given: [
          { what: 'name', value: '样例乙' },
          { what: 'mobile', value: '13900000000' },
        ],
        cases: [CASE],
        asks: 'option',
        options: ['applyAgain', 'newLetter', 'askThere'],
      }),
    },
    {
      key: 'findDuplicate',
      role: 'clerk',
      best: null,
      finished: 0,
      last: attempt(3, { exercise: 'findDuplicate', given: [{ what: 'name', value: '样例丙' }], asks: 'caseNo' }),
    },
    {
      key: 'giveAway',
      role: 'manager',
      best: null,
      finished: 0,
      last: attempt(4, { exercise: 'giveAway', state: 'wanted' }),
    },
    { key: 'casesBehindRate', role: 'manager', best: null, finished: 0, last: null },
  ],
};

export const finished = {
  items: [{ staff: LETTER_CLERK, exercise: 'postLetter', finishedAt: '2026-06-08T02:00:00Z' }],
};
