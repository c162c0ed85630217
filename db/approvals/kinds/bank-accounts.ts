/** Which accounts are ours: whose statements are taken in as the office's money. Until it is confirmed the accounts before stand. */
import { differences, type Scalar } from '../../../domain/approvals.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import {
  listBankAccounts,
  putBankAccounts,
  readBankAccounts,
  type BankAccount,
  type WrittenAccount,
} from '../../office/bank-accounts.ts';
import type { Tx } from '../../connection/connection.ts';
import { tellAccess, type ByWhom } from '../access.ts';
import type { ApprovalKind } from '../kind.ts';

interface BankAccounts {
  readonly accounts: readonly WrittenAccount[];
}

export const bankAccounts: ApprovalKind<BankAccounts> = {
  name: 'bankAccounts',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'changeSettings'),
  mayConfirm: (roles) => mayDo(roles, 'changeSettings'),

  async look({ tx, officeId }, { accounts }) {
    const seen = inWords(await listBankAccounts(tx, officeId));
    return {
      // All of them are put together.
      subject: 'all',
      transferId: null,
      seen,
      changes: differences(seen, inWords(readBankAccounts(accounts))),
      barred: [],
    };
  },

  async take({ tx, officeId, proposedBy, confirmedBy }, { accounts }) {
    await changeBankAccounts(tx, readBankAccounts(accounts), { officeId, byStaffId: proposedBy, confirmedBy });
    return undefined;
  },
};

export async function changeBankAccounts(tx: Tx, accounts: readonly BankAccount[], by: ByWhom): Promise<void> {
  await putBankAccounts(tx, by.officeId, accounts);
  await tellAccess(tx, 'bankAccountsChanged', by, { accounts });
}

/** While none is named a statement of any account is taken. Of each: its name, or that it is there at all; its bank; where it stands not on letters. */
const inWords = (accounts: readonly BankAccount[]): Record<string, Scalar> => ({
  anyAccount: accounts.length === 0,
  ...Object.fromEntries(accounts.flatMap(linesOf)),
});

function linesOf({ number, name, bank, bankCode, onLetters }: BankAccount): [string, Scalar][] {
  const said = [bank, bankCode].filter(Boolean).join(' ');
  return [
    [`account:${number}`, name || true],
    ...(said === '' ? [] : [[`bank:${number}`, said] satisfies [string, Scalar]]),
    ...(onLetters ? [] : [[`offLetters:${number}`, true] satisfies [string, Scalar]]),
  ];
}
