/** Every kind of act that takes two people. A new one is a file in `kinds/` and a line here. */
import type { ApprovalKindName } from '../../domain/approvals.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ApprovalKind } from './kind.ts';
import { bankAccounts } from './kinds/bank-accounts.ts';
import { bookingOverDefects } from './kinds/booking-over-defects.ts';
import { calendarNotice } from './kinds/calendar-notice.ts';
import { correction } from './kinds/correction.ts';
import { creditReturn } from './kinds/credit-return.ts';
import { formWithDecidedBase } from './kinds/form-with-decided-base.ts';
import { importRelease } from './kinds/import-release.ts';
import { interestRate } from './kinds/interest-rate.ts';
import { joinedDebit } from './kinds/joined-debit.ts';
import { officeDetails } from './kinds/office-details.ts';
import { officeRule } from './kinds/office-rule.ts';
import { passwordReset } from './kinds/password-reset.ts';
import { personIdentity } from './kinds/person-identity.ts';
import { remittanceRelease } from './kinds/remittance-release.ts';
import { staffAccess } from './kinds/staff-access.ts';
import { transferReopening } from './kinds/transfer-reopening.ts';
import { transferReversal } from './kinds/transfer-reversal.ts';

const KINDS = {
  returnCredit: creditReturn,
  corrected: correction,
  decideBase: formWithDecidedBase,
  bookOverDefects: bookingOverDefects,
  staffAccess,
  resetPassword: passwordReset,
  releaseImport: importRelease,
  loadCalendar: calendarNotice,
  personIdentity,
  bankAccounts,
  interestRate,
  officeDetails,
  officeRule,
  releaseRemittance: remittanceRelease,
  reopenTransfer: transferReopening,
  reverseTransfer: transferReversal,
  joinDebit: joinedDebit,
} as const;

export type ProposalOf = { readonly [K in ApprovalKindName]: Parameters<(typeof KINDS)[K]['look']>[1] };

/** What a row holds is what was proposed under its kind. @throws Refusal for a kind that only a later release knows */
export function kindOf(name: string): ApprovalKind<unknown> {
  const kind = (KINDS as unknown as Record<string, ApprovalKind<unknown> | undefined>)[name];
  if (!kind) throw new Refusal('unknown-procedure', 'Only a later release knows what this proposal does.');
  return kind;
}

export const isKnownKind = (name: string): boolean => Object.hasOwn(KINDS, name);
