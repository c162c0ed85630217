/** Proposals as people read them: mine to confirm, and what became of mine. */
import type { ApprovalChange, ApprovalKindName, ApprovalState } from '../../domain/approvals.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { staffRef } from '../office/staff.ts';
import { keptText } from '../texts/sealed-texts.ts';
import { changesWith, wordsOf } from './words.ts';
import type { Seen } from './kind.ts';
import { isKnownKind, kindOf } from './kinds.ts';

const MOST_WAITING = 500;
const MOST_PROPOSED = 100;

interface Reader {
  readonly id: string;
  readonly officeId: string;
  readonly roles: readonly Role[];
}

function selectApprovals(db: Db, officeId: string) {
  return db
    .selectFrom('approvals as a')
    .innerJoin('staff as proposer', 'proposer.id', 'a.proposed_by')
    .leftJoin('staff as decider', 'decider.id', 'a.decided_by')
    .leftJoin('transfers', 'transfers.id', 'a.transfer_id')
    .leftJoin('cases', 'cases.id', 'transfers.case_id')
    .select([
      'a.id',
      'a.kind',
      'a.state',
      'a.changes',
      'a.changed',
      'a.seen',
      'a.barred',
      'a.transfer_id',
      'cases.case_no',
    ])
    .select(['a.words_id', keptText('a.words_id').as('words_sealed')])
    .select(['a.note_sealed', 'a.answer_sealed', 'a.proposed_at', 'a.until', 'a.decided_at'])
    .select(['a.proposed_by', 'proposer.display_name as proposer_name', 'proposer.post as proposer_post'])
    .select(['a.decided_by', 'decider.display_name as decider_name', 'decider.post as decider_post'])
    .where('a.office_id', '=', officeId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectApprovals>['execute']>>[number];

function asApproval(row: Row, keyring: Keyring, me: Reader) {
  return {
    id: row.id,
    kind: row.kind as ApprovalKindName,
    state: row.state as ApprovalState,
    changes: changesWith(row.changes as unknown as ApprovalChange[], wordsOf(keyring, row.words_id, row.words_sealed)),
    changed: row.changed as unknown as ApprovalChange[],
    transferId: row.transfer_id,
    caseNo: row.case_no,
    note: keyring.openText(row.note_sealed),
    answer: keyring.openText(row.answer_sealed),
    proposedBy: staffRef(row.proposed_by, row.proposer_name, row.proposer_post),
    proposedAt: row.proposed_at.toISOString(),
    until: row.until.toISOString(),
    decidedBy: row.decided_by === null ? null : staffRef(row.decided_by, row.decider_name!, row.decider_post!),
    decidedAt: row.decided_at?.toISOString() ?? null,
    mayConfirm: mayConfirm(row, me),
  };
}

function mayConfirm(row: Pick<Row, 'state' | 'proposed_by' | 'barred' | 'kind' | 'seen'>, me: Reader): boolean {
  const waits = row.state === 'waiting' && row.proposed_by !== me.id && !row.barred.includes(me.id);
  return waits && isKnownKind(row.kind) && kindOf(row.kind).mayConfirm(me.roles, row.seen as Seen);
}

/** How many wait for this reader; nothing of them is opened. */
export async function countToConfirm(db: Db, me: Reader): Promise<number> {
  const rows = await db
    .selectFrom('approvals as a')
    .select(['a.state', 'a.proposed_by', 'a.barred', 'a.kind', 'a.seen'])
    .where('a.office_id', '=', me.officeId)
    .where('a.state', '=', 'waiting')
    .where('a.until', '>', (eb) => eb.fn<Date>('office_now'))
    .execute();
  return rows.filter((row) => mayConfirm(row, me)).length;
}

/** The oldest first of those to confirm, the newest first of my own. */
export async function listApprovals(db: Db, keyring: Keyring, me: Reader) {
  const [waiting, own] = await Promise.all([
    selectApprovals(db, me.officeId)
      .where('a.state', '=', 'waiting')
      .where('a.proposed_by', '<>', me.id)
      .where('a.until', '>', (eb) => eb.fn<Date>('office_now'))
      .orderBy('a.until')
      .orderBy('a.id')
      .limit(MOST_WAITING)
      .execute(),
    selectApprovals(db, me.officeId)
      .where('a.proposed_by', '=', me.id)
      .orderBy('a.proposed_at', 'desc')
      .orderBy('a.id')
      .limit(MOST_PROPOSED)
      .execute(),
  ]);
  return {
    toConfirm: waiting.filter((row) => mayConfirm(row, me)).map((row) => asApproval(row, keyring, me)),
    proposed: own.map((row) => asApproval(row, keyring, me)),
  };
}

/** For who proposed it, and who could confirm it or has decided it. */
export async function readApproval(db: Db, keyring: Keyring, me: Reader, id: string) {
  const row = await selectApprovals(db, me.officeId).where('a.id', '=', id).executeTakeFirst();
  const mine = row && (row.proposed_by === me.id || row.decided_by === me.id || mayConfirm(row, me));
  if (!mine) throw new Refusal('not-found', 'There is no such proposal.');
  return asApproval(row, keyring, me);
}
