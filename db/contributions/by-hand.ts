/** Rows that somebody enters or takes back: only where the core system has said nothing of them. */
import { CONTRIBUTION_DEFECTS } from '../../domain/contributions/contribution-defects.ts';
import type { Contribution } from '../../domain/contributions/contribution.ts';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { readNow } from '../office/clock.ts';
import { findAccount, type AccountOwner } from './accounts.ts';
import { ownerOfTransfer } from './of-transfer.ts';
import { readContributions, replaceContributions } from './rows.ts';
import { takeInContributions, type RowDefect, type RowOutcome } from './take-in.ts';

interface About {
  readonly officeId: string;
  readonly transferId: string;
}

/** @throws Refusal not-found; invalid where the person has no number by which an account is known */
export async function requireOwner(db: Db, keyring: Keyring, about: About): Promise<AccountOwner> {
  const owner = await ownerOfTransfer(db, keyring, about.officeId, about.transferId);
  if (owner === undefined) throw new Refusal('not-found', 'There is no such transfer.');
  if (owner === null)
    refuseDefects([
      { field: '', code: 'numberMissing', message: 'An account is known by the ID number; this person has none.' },
    ]);
  return owner!;
}

/** All rows or none. @throws Refusal not-found; invalid (every defect of every row) */
export async function enterContributions(
  db: Db,
  keyring: Keyring,
  { byStaffId, rows, ...about }: About & { readonly byStaffId: string; readonly rows: readonly Contribution[] },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const owner = await requireOwner(tx, keyring, about);
    const { today } = await readNow(tx);
    const { officeId } = about;
    const outcomes = await takeInContributions(tx, keyring, {
      officeId,
      owner,
      rows,
      today,
      source: 'hand',
      byStaffId,
    });
    refuseDefects(outcomes.flatMap(defectsOf));
  });
}

const defectsOf = (outcome: RowOutcome, index: number): Defect[] =>
  outcome.verdict === 'refused' ? outcome.defects.map((defect) => asDefect(defect, index)) : [];

const asDefect = ({ field, code }: RowDefect, index: number): Defect => ({
  field: `rows.${String(index)}.${field}`,
  code,
  message: messageOf(code),
});

export const messageOf = (code: RowDefect['code']): string =>
  code === 'fromCore'
    ? 'The core system has told these months already; what is wrong there is corrected there.'
    : CONTRIBUTION_DEFECTS[code];

/** @throws Refusal not-found */
export async function withdrawContribution(
  db: Db,
  keyring: Keyring,
  { rowId, ...about }: About & { readonly rowId: string },
): Promise<void> {
  const { idNumber } = await requireOwner(db, keyring, about);
  const account = await findAccount(db, keyring, about.officeId, idNumber);
  const rows = account ? await readContributions(db, account.id) : [];
  const row = rows.find(({ id, source }) => id === rowId && source === 'hand');
  if (!row) throw new Refusal('not-found', 'No row of this person that was entered by hand has this id.');
  await replaceContributions(db, [row.id]);
}
