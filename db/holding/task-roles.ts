import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { DESK_ROLES, type Role } from '../../domain/roles.ts';
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

/** Whoever promised keeps it, at whatever desk; the role above says only to whom it goes when he cannot. */
export const KEPT_AT_ANY_DESK: readonly TaskKind[] = ['promise'];

/** Whether a task of this kind may stay with somebody of this role, though others are asked for it. */
export const mayKeep = (kind: RawBuilder<unknown>, role: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql`(${kind} = any(${[...KEPT_AT_ANY_DESK]}::text[]) and ${role} = any(${[...DESK_ROLES]}::text[]))`;
