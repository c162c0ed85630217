/** Colleagues of the office without a ledger: how much each has, and who has whose. */
import type { components } from '../../api/contract.generated.ts';
import { CLERK, id, LETTER_CLERK, TRANSFER_ID } from './mock-office.ts';

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

export const noteForMe: Schemas['HandOverNote'] = {
  id: id(501),
  transferId: TRANSFER_ID,
  caseNo: 'IN20260600001',
  text: '对方经办人周四以后才在；请先打电话再寄。',
  writtenAt: '2026-06-07T08:00:00Z',
  by: away,
  readAt: null,
  readBy: null,
  mayRead: true,
};

/** One that waits and one that was read, of the transfer that the tests open; none of the others. */
export const notesOfTransfer = (transferId: string) => ({
  items:
    transferId === TRANSFER_ID
      ? [noteForMe, { ...noteForMe, id: id(502), readAt: '2026-06-05T01:00:00Z', readBy: CLERK, mayRead: false }]
      : [],
  mayWrite: transferId === TRANSFER_ID,
});
