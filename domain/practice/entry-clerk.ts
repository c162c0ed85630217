/** Forms of other offices. */
import { exercises, RULES_OF_2009 } from './exercise.ts';

export const entryClerk = exercises([
  {
    key: 'findOddRow',
    role: 'entryClerk',
    setting: 'toEnter',
    shows: ['name'],
    asks: 'row',
    rules: ({ given: { oddRow } }) => [
      { key: 'foundRow', points: 40, answered: oddRow },
      {
        key: 'formSentBack',
        points: 30,
        ground: `${RULES_OF_2009}第八条`,
        recorded: { what: 'sentBackToCounterpart' },
      },
      { key: 'sumsCode', points: 15, recorded: { what: 'sentBackToCounterpart', with: { reasonCode: 'D01' } } },
      { key: 'notEntered', points: 15, notRecorded: { what: 'entered' } },
    ],
  },
]);
