/** A statement of an account that is not ours is somebody else's money: none of it goes in. */
import { unreadableBank, type BankFile } from './camt.ts';
import type { BankEntry } from './entry.ts';
import type { AcceptedRow, RefusedRow } from '../tables/row-files.ts';

const CODE = 'accountNotOurs';

/** While the office has named no account, any is taken; a file that names none is one of ours, and of the only one there is. */
export function onlyOurs(file: BankFile, accounts: readonly string[]): BankFile {
  if (accounts.length === 0) return file;
  const isForeign = (account: string): boolean => account !== '' && !accounts.includes(account);
  const foreign = file.statements.filter(({ account }) => isForeign(account));
  const [first] = foreign;
  if (first && foreign.length === file.statements.length)
    return unreadableBank({ code: CODE, reason: `The statement is of ${reasonOf(first.account)}` });
  const only = accounts.length === 1 ? accounts[0]! : '';
  return {
    ...file,
    accepted: file.accepted
      .filter(({ row }) => !isForeign(row.account))
      .map((row) => ({ ...row, row: { ...row.row, account: row.row.account || only } })),
    refused: [...file.refused, ...file.accepted.filter(({ row }) => isForeign(row.account)).map(refuse)].sort(
      (a, b) => a.line - b.line,
    ),
    statements: file.statements
      .filter(({ account }) => !isForeign(account))
      .map((statement) => ({ ...statement, account: statement.account || only })),
  };
}

function refuse({ line, cells, row }: AcceptedRow<BankEntry>): RefusedRow {
  return {
    line,
    cells,
    defects: [{ line, field: 'Acct', code: CODE, reason: `The entry is of ${reasonOf(row.account)}` }],
  };
}

const reasonOf = (account: string): string =>
  `the account ending in ${account.slice(-4)}, which is none of this office’s (GET /bank-accounts).`;
