/** The second person. */
import { exercises, HANDLING_RULES } from './exercise.ts';

/** The first of its cases has the form that is right. */
const [RIGHT, WRONG] = [0, 1];
/** What goes back says why. */
const [approved, sentBack] = [{ reason: 'none' }, { reason: 'some' }];

export const reviewer = exercises([
  {
    key: 'whichFormIsRight',
    role: 'reviewer',
    setting: 'twoToReview',
    shows: [],
    rules: () => [
      { key: 'rightApproved', points: 40, recorded: { what: 'secondReviewed', about: RIGHT, with: approved } },
      {
        key: 'wrongSentBack',
        points: 40,
        ground: HANDLING_RULES,
        recorded: { what: 'secondReviewed', about: WRONG, with: sentBack },
      },
      {
        key: 'amountCode',
        points: 20,
        recorded: { what: 'secondReviewed', about: WRONG, with: { reasonCode: 'S05' } },
      },
    ],
  },
]);
