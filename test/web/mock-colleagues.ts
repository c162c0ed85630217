/** Colleagues of the office without a ledger: how much each has, and who has whose. */
import type { components } from '../../api/contract.generated.ts';
import { CLERK, id, LETTER_CLERK } from './mock-office.ts';

type Schemas = components['schemas'];

const away = { id: id(5), displayName: 'Letter clerk 5', post: 'Mail desk' };

export const loads: Schemas['Loads'] = {
  colleagues: [
    {
      staff: CLERK,
      active: true,
      roles: ['clerk'],
      open: 14,
      dueThisWeek: 3,
      overdue: 2,
      held: 1,
      stewarded: 40,
      tasks: { open: 5, dueThisWeek: 2, overdue: 0 },
    },
    {
      staff: away,
      active: true,
      roles: ['letterClerk'],
      open: 0,
      dueThisWeek: 0,
      overdue: 0,
      held: 0,
      stewarded: 0,
      tasks: { open: 0, dueThisWeek: 0, overdue: 0 },
    },
  ],
  lent: [{ holder: LETTER_CLERK, of: away, steps: 6, tasks: 1, stewarded: 0 }],
};
