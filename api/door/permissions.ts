/** Each operation of the contract and what it takes: an action of the policy, a signature, a sign-in, or nothing. */
import { Refusal } from '../../domain/errors.ts';
import { mayDo, type Action } from '../../domain/staff/permissions.ts';
import type { Locals, OperationId } from '../handling/handler.ts';

export type Permission = Action | 'public' | 'signature' | 'signIn';

export const PERMISSIONS: Readonly<Record<OperationId, Permission>> = {
  signIn: 'public',
  signOut: 'signIn',
  readMe: 'signIn',
  changePassword: 'signIn',
  acceptTransfer: 'acceptTransfer',
  listTransfers: 'readTransfers',
  searchTransfers: 'searchTransfers',
  readTransfer: 'readTransfers',
  readProgress: 'readTransfers',
  listEvents: 'readTransfers',
  recordFact: 'recordFact',
  addPaper: 'addPaper',
  readPaper: 'readTransfers',
  listLetters: 'readLetters',
  receiveScans: 'signature',
  receiveSmsReceipts: 'signature',
  listCredits: 'readCredits',
  decideMatch: 'decideCredit',
  returnCredit: 'decideCredit',
  listBankLayouts: 'readImports',
  putBankLayout: 'changeSettings',
  listBankAccounts: 'readImports',
  putBankAccounts: 'changeSettings',
  listApprovals: 'signIn',
  readApproval: 'signIn',
  confirmApproval: 'signIn',
  refuseApproval: 'signIn',
  importFile: 'importFiles',
  listImports: 'readImports',
  readImport: 'readImports',
  listImportLines: 'readImports',
  listImportRefusals: 'readImports',
  readCompletion: 'readMetrics',
  listCompletionTransfers: 'readTransfers',
  readOpenWork: 'readMetrics',
  readVolume: 'readMetrics',
  readStepTimes: 'readMetrics',
  readMoney: 'readMetrics',
  readStatus: 'public',
  listTasks: 'readTasks',
  closeTask: 'closeTask',
  listStaff: 'readStaff',
  addStaff: 'changeStaff',
  changeStaff: 'changeStaff',
  resetPassword: 'changeStaff',
  listAbsences: 'readAbsences',
  addAbsence: 'changeAbsences',
  endAbsence: 'changeAbsences',
  listCounterparts: 'signIn',
  listReasonCodes: 'signIn',
  checkInfoForm: 'signIn',
  checkDueDate: 'signIn',
  checkRetirement: 'signIn',
  checkPerson: 'signIn',
  listInterestRates: 'signIn',
  listProcedures: 'signIn',
  readCalendar: 'signIn',
  loadCalendar: 'changeSettings',
  readClock: 'public',
  steerClock: 'steerClock',
  readOperations: 'readOperations',
  listPracticeAccounts: 'public',
  listPracticeMessages: 'readPracticePhone',
  readHealth: 'public',
  readReadiness: 'public',
};

/** Refuses whoever holds no role of the action. */
export function requireAction(locals: Locals, action: Action): void {
  if (!mayDo(locals.me.roles, action)) {
    throw new Refusal('forbidden', 'Your roles do not include this; ask the administrator.', { extra: { action } });
  }
}
