/** A proposal that is not to be: refused by who could confirm it, withdrawn by who made it, or past its time. */
import { Refusal } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { rolesOf } from '../office/staff.ts';
import { newTexts } from '../texts/sealed-texts.ts';
import { about, lapse } from './confirm.ts';
import { kindOf } from './kinds.ts';
import { endApproval, lockWaiting } from './rows.ts';
import { tellApproval } from './tell.ts';

interface No {
  readonly officeId: string;
  readonly approvalId: string;
  readonly byStaffId: string;
  readonly note: string;
}

/**
 * Whoever is kept from confirming it is kept from refusing it too. Past its time it has lapsed, which is committed before it is said.
 * @throws Refusal not-found, already-decided, forbidden, separation-of-duties, lapsed
 */
export async function refuseApproval(db: Db, keyring: Keyring, no: No): Promise<void> {
  const ended = await db.transaction().execute((tx) => refuseIn(tx, keyring, no));
  if (ended) throw ended;
}

async function refuseIn(tx: Tx, keyring: Keyring, no: No): Promise<Refusal | undefined> {
  const { byStaffId, note } = no;
  const row = await lockWaiting(tx, no.officeId, no.approvalId);
  const isOwn = row.proposed_by === byStaffId;
  if (!isOwn && !kindOf(row.kind).mayConfirm(await rolesOf(tx, byStaffId), row.seen)) {
    throw new Refusal('forbidden', 'Your roles do not decide this; ask a colleague.');
  }
  if (!isOwn && row.barred.includes(byStaffId)) {
    throw new Refusal('separation-of-duties', 'Who may not confirm it by separation of duties may not refuse it.');
  }
  if (row.until <= row.now) return lapse(tx, row);
  const state = isOwn ? 'withdrawn' : 'refused';
  await endApproval(tx, row.id, { state, decidedBy: byStaffId, answer: keyring.seal(note) });
  const texts = newTexts(keyring, { officeId: row.office_id, transferId: row.transfer_id }, { note });
  await tellApproval(tx, isOwn ? 'proposalWithdrawn' : 'proposalRefused', { ...about(row), byStaffId, texts });
  return undefined;
}

/** Ends those whose time is over. @returns how many */
export async function lapseApprovals(db: Db): Promise<number> {
  const due = await db
    .selectFrom('approvals')
    .select(['id', 'office_id'])
    .where('state', '=', 'waiting')
    .where('until', '<=', (eb) => eb.fn<Date>('office_now'))
    .execute();
  let lapsed = 0;
  for (const { id, office_id: officeId } of due) {
    lapsed += await db.transaction().execute(async (tx) => {
      try {
        await lapse(tx, await lockWaiting(tx, officeId, id));
        return 1;
      } catch (error) {
        // Somebody was faster.
        if (error instanceof Refusal) return 0;
        throw error;
      }
    });
  }
  return lapsed;
}
