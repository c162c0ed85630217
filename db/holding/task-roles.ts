import type { Role } from '../../domain/roles.ts';
import type { TaskKind } from './tasks.ts';

/** Whose work a task of each kind is, unless the transfer's steward does it. */
export const TASK_ROLES: Readonly<Record<TaskKind, Role>> = {
  tellPerson: 'clerk',
  phoneNotice: 'clerk',
  lateFact: 'clerk',
  parkedFact: 'clerk',
  suspense: 'finance',
  moneyOut: 'finance',
  bouncedRemittance: 'finance',
  lateRemittance: 'finance',
  unknownScan: 'letterClerk',
  silentLetter: 'letterClerk',
  unknownNotice: 'clerk',
  silentNotice: 'clerk',
  deadLetter: 'administrator',
  stuckTransfer: 'administrator',
  untransferableNotice: 'clerk',
  incomingPaper: 'letterClerk',
  reversedTransfer: 'clerk',
  promise: 'clerk',
  brokenPromise: 'manager',
  repeatedContact: 'manager',
};
