/** Who answers for the whole. */
import { exercises } from './exercise.ts';

export const manager = exercises([
  {
    key: 'casesBehindRate',
    role: 'manager',
    setting: 'nothing',
    shows: [],
    rules: () => [
      { key: 'listOpened', points: 50, recorded: { what: 'rateListed' } },
      { key: 'caseOpened', points: 50, recorded: { what: 'openedFromRate' } },
    ],
  },
  {
    key: 'giveAway',
    role: 'manager',
    setting: 'toPost',
    shows: ['office', 'colleague'],
    rules: () => [
      { key: 'stepMoved', points: 50, recorded: { what: 'takenOver', about: 0 } },
      { key: 'toColleague', points: 50, recorded: { what: 'takenOver', about: 0, with: { to: 'colleague' } } },
    ],
  },
]);
