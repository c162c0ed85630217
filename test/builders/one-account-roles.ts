/** The most that one account can be, and what it proposes to others. */
import { DESK_ROLES, type Role } from '../../domain/roles.ts';
import { AFTER_CLOSING } from './one-account-after-closing.ts';

const but = (...without: Role[]): Role[] => DESK_ROLES.filter((role) => !without.includes(role));
export const ACCOUNTS: readonly (readonly [string, readonly Role[], readonly string[]])[] = [
  [
    'all of the desk but finance',
    but('finance', 'manager'),
    ['corrected', 'decideBase', 'bookOverDefects', ...AFTER_CLOSING],
  ],
  [
    'all of the desk but the account clerk',
    but('accountClerk', 'manager'),
    ['corrected', 'decideBase', 'returnCredit', 'releaseImport', 'releaseRemittance', 'joinDebit', ...AFTER_CLOSING],
  ],
  [
    'the manager',
    ['manager'],
    [
      'corrected',
      'decideBase',
      'bookOverDefects',
      'returnCredit',
      'releaseImport',
      'releaseRemittance',
      'joinDebit',
      ...AFTER_CLOSING,
    ],
  ],
  [
    'an administrator',
    ['administrator'],
    [
      'staffAccess',
      'resetPassword',
      'loadCalendar',
      'releaseImport',
      'bankAccounts',
      'interestRate',
      'officeDetails',
      'officeRule',
    ],
  ],
];
