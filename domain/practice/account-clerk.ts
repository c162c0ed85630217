/** Years and money into the account. */
import { exercises, RULES_OF_2009 } from './exercise.ts';

export const accountClerk = exercises([
  {
    key: 'bookIntoAccount',
    role: 'accountClerk',
    setting: 'toBook',
    shows: ['name'],
    options: ['accountTotal', 'pooledFund', 'total'],
    rules: () => [
      { key: 'bookedOnce', points: 60, ground: `${RULES_OF_2009}第八条`, recorded: { what: 'booked' } },
      { key: 'accountPart', points: 40, ground: `${RULES_OF_2009}第四条`, answered: 'accountTotal' },
    ],
  },
]);
