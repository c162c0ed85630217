/** The second of two people: everything is checked anew, and done in this transaction. */
import { differences, type ApprovalChange } from '../../domain/approvals.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { inSavepoint } from '../connection/savepoint.ts';
import { isActive, rolesOf } from '../office/staff.ts';
import type { ApprovalKind, ApprovalTools, Looked, Looking, ToldOnce } from './kind.ts';
import { kindOf } from './kinds.ts';
import { endApproval, lockWaiting, type ApprovalRow } from './rows.ts';
import { tellApproval } from './tell.ts';
import { wordsOf } from './words.ts';

interface Confirmation {
  readonly officeId: string;
  readonly approvalId: string;
  readonly byStaffId: string;
}

/**
 * What it tells once, to who confirms. What cannot be done any more is over, and says so to whoever looks: its end is
 * committed before it is refused.
 * @throws Refusal not-found, already-decided, lapsed, forbidden, separation-of-duties, changed-meanwhile
 */
export async function confirmApproval(
  db: Db,
  tools: ApprovalTools,
  asked: Confirmation,
): Promise<ToldOnce | undefined> {
  const ended = await db.transaction().execute((tx) => confirmIn(tx, tools, asked));
  if (ended instanceof Refusal) throw ended;
  return ended;
}

async function confirmIn(tx: Tx, tools: ApprovalTools, asked: Confirmation): Promise<ToldOnce | undefined | Refusal> {
  const { byStaffId } = asked;
  const row = withWords(tools, await lockWaiting(tx, asked.officeId, asked.approvalId));
  const kind = kindOf(row.kind);
  if (row.proposed_by === byStaffId) {
    throw new Refusal('separation-of-duties', 'Who proposed it may not confirm it.');
  }
  if (!kind.mayConfirm(await rolesOf(tx, byStaffId), row.seen)) {
    throw new Refusal('forbidden', 'Your roles do not confirm this; ask a colleague.');
  }
  if (row.until <= row.now) return lapse(tx, row);
  await holdTransfer(tx, row.transfer_id);
  const looking = { ...tools, tx, officeId: row.office_id, proposedBy: row.proposed_by };
  const looked = await lookAnew(kind, looking, row);
  if (Array.isArray(looked)) return overtake(tx, row, looked);
  if (looked.barred.includes(byStaffId)) {
    throw new Refusal('separation-of-duties', 'Who did a step that must be apart from this may not confirm it.');
  }
  const note = tools.keyring.openText(row.note_sealed) ?? undefined;
  const taking = { ...looking, approvalId: row.id, confirmedBy: byStaffId, note };
  try {
    const told = await inSavepoint(tx, () => kind.take(taking, row.proposal));
    await endApproval(tx, row.id, { state: 'confirmed', decidedBy: byStaffId });
    await tellApproval(tx, 'proposalConfirmed', { ...about(row), byStaffId: row.proposed_by, confirmedBy: byStaffId });
    return told;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return overtake(tx, row, [{ field: 'refusal', was: null, becomes: error.refusal }]);
  }
}

/** What it would do, whole. */
function withWords({ keyring }: ApprovalTools, row: ApprovalRow): ApprovalRow {
  const { proposal } = wordsOf(keyring, row.words_id, row.words_sealed);
  return { ...row, proposal: { ...(row.proposal as object), ...proposal } };
}

/** From here on nothing of it changes but by us: the look and the act see the same. */
async function holdTransfer(tx: Tx, transferId: string | null): Promise<void> {
  if (transferId === null) return;
  await tx.selectFrom('transfers').select('id').where('id', '=', transferId).forUpdate().execute();
}

/** How it stands now, or what has changed since it was proposed. */
async function lookAnew(
  kind: ApprovalKind<unknown>,
  looking: Looking,
  row: ApprovalRow,
): Promise<Looked | ApprovalChange[]> {
  const { tx, proposedBy } = looking;
  if (!(await isActive(tx, proposedBy)) || !kind.mayPropose(await rolesOf(tx, proposedBy), row.seen)) {
    return [{ field: 'proposerMay', was: true, becomes: false }];
  }
  try {
    const looked = await inSavepoint(tx, () => kind.look(looking, row.proposal));
    const changed = differences(row.seen, looked.seen);
    return changed.length > 0 ? changed : looked;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ field: 'refusal', was: null, becomes: error.refusal }];
  }
}

async function overtake(tx: Tx, row: ApprovalRow, changed: readonly ApprovalChange[]): Promise<Refusal> {
  await endApproval(tx, row.id, { state: 'overtaken', decidedBy: null, changed });
  await tellApproval(tx, 'proposalOvertaken', { ...about(row), byStaffId: null, about: { changed } });
  return new Refusal('changed-meanwhile', 'What this stands on has changed since it was proposed; propose it anew.', {
    extra: { changed },
  });
}

export async function lapse(
  tx: Tx,
  row: Pick<ApprovalRow, 'id' | 'office_id' | 'kind' | 'transfer_id'>,
): Promise<Refusal> {
  await endApproval(tx, row.id, { state: 'lapsed', decidedBy: null });
  await tellApproval(tx, 'proposalLapsed', { ...about(row), byStaffId: null });
  return new Refusal('lapsed', 'The time in which this could be confirmed is over; propose it anew.');
}

export const about = (row: Pick<ApprovalRow, 'id' | 'office_id' | 'kind' | 'transfer_id'>) => ({
  id: row.id,
  officeId: row.office_id,
  kind: row.kind,
  transferId: row.transfer_id,
});
