/** The pages of the console, and a word of each that stands there when it is ready. */
import { BOX_ID, SAMPLE_ID, SHEET_ID } from './mock-archive.ts';
import { TRANSFER_ID } from './mock-office.ts';

export const PAGES = [
  ['/app/', 'Completion rates'],
  ['/app/cases?bucket=closedWithin1', '15 cases'],
  ['/app/belated-facts', '2 facts learnt late'],
  [`/app/transfers/${TRANSFER_ID}`, 'holds it since'],
  ['/app/my-work?tab=all', 'IN20260600001'],
  ['/app/accept', 'Insured person'],
  ['/app/imports', 'Hand in a file'],
  ['/app/exports', 'New file'],
  ['/app/refusals', 'BY20260600003'],
  ['/app/bank', 'D-60'],
  ['/app/bank/waiting', 'C-601'],
  ['/app/bank/remittances', 'HK20260600001'],
  ['/app/bank/debits/00000000-0000-4000-8000-000000000060', 'C-40'],
  ['/app/post', '1234567890123'],
  ['/app/in-tray', '沪社转2026-118'],
  ['/app/contacts', 'Solved at the first contact'],
  ['/app/core', 'HX20260600001'],
  ['/app/archive?month=2026-05', 'IN20260500007'],
  [`/app/archive/boxes/${BOX_ID}`, 'IN20260500003'],
  [`/app/archive/samples/${SAMPLE_ID}`, 'IN20260500001'],
  [`/app/monthly-sheets/${SHEET_ID}`, 'Version 2'],
  ['/app/staff', 'Reviewer 1'],
  ['/app/settings', '8.31'],
  ['/app/phone', 'K7QF-2M9X-PTR4'],
  ['/app/practice', '60 of 100 points'],
  ['/app/password', 'New password'],
] as const;
