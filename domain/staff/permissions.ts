/** Who may do what: role × action, checked on every route; the same table hides buttons in the console. */
import { factRule, type FactKind } from '../facts/facts.ts';
import { DESK_ROLES, ROLES, type Role } from '../roles.ts';

const everyone: readonly Role[] = ROLES;
const desk = DESK_ROLES;

export const ACTIONS = {
  acceptTransfer: ['clerk', 'manager'],
  refuseApplication: ['clerk', 'manager'],
  /** After its closing: a supplement, a reopening, a reversal; the last two take another person. */
  goOnFromTransfer: ['clerk', 'manager'],
  registerIncoming: ['clerk', 'letterClerk', 'manager'],
  readIncoming: desk,
  correctPerson: ['clerk', 'manager'],
  readTransfers: desk,
  searchTransfers: desk,
  revealPerson: desk,
  recordContact: desk,
  recordFact: desk,
  addPaper: desk,
  makeDocument: desk,
  printBatch: ['letterClerk', 'manager'],
  readLetters: desk,
  readCredits: desk,
  readBank: ['finance', 'manager'],
  decideCredit: ['finance', 'manager'],
  payOut: ['finance', 'manager'],
  enterContributions: ['clerk', 'entryClerk', 'accountClerk', 'manager'],
  readCore: ['clerk', 'entryClerk', 'reviewer', 'accountClerk', 'manager'],
  /** Forms go to the accounts, and receipts come: the account post's, and never finance's (domain 13.3). */
  exchangeWithCore: ['accountClerk', 'manager'],
  importFiles: ['finance', 'manager', 'administrator'],
  readImports: ['finance', 'manager', 'administrator'],
  /** The whole ledger with numbers unmasked. */
  exportLedgers: ['manager'],
  readMetrics: everyone,
  readTasks: desk,
  closeTask: desk,
  readStaff: everyone,
  changeStaff: ['administrator'],
  readAbsences: everyone,
  changeAbsences: ['manager', 'administrator'],
  readHeldWork: ['manager', 'administrator'],
  readDecisions: ['manager', 'administrator'],
  readLookUps: ['manager', 'administrator'],
  makeMonthlySheet: ['manager'],
  keepArchive: ['manager'],
  drawSample: ['manager'],
  readOperations: ['administrator', 'manager'],
  repairOffice: ['administrator'],
  changeSettings: ['administrator'],
  readPracticePhone: everyone,
  // As the clock is steered by: it is the practice office that signs in with it.
  makePractice: ['administrator'],
  readPractice: ['manager'],
  steerClock: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof ACTIONS;

/** One held role is enough. */
export function mayDo(roles: readonly Role[], action: Action): boolean {
  return roles.some((role) => (ACTIONS[action] as readonly Role[]).includes(role));
}

export function mayRecord(roles: readonly Role[], kind: FactKind): boolean {
  return roles.some((role) => role === 'manager' || factRule(kind).roles.includes(role));
}

/** Who may do the work of a role: whoever has it, and the manager. */
export const mayAct = (roles: readonly Role[], role: Role): boolean =>
  roles.includes('manager') || roles.includes(role);
