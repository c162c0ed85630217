/** The first of two people: looked at, rehearsed and taken back, and kept until another confirms it. */
import { randomUUID } from 'node:crypto';
import type { ApprovalKindName } from '../../domain/approvals.ts';
import { keyReused, Refusal } from '../../domain/errors.ts';
import { instantOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { inSavepoint } from '../connection/savepoint.ts';
import { rulesNow } from '../office/rules.ts';
import { rolesOf } from '../office/staff.ts';
import type { ApprovalKind, ApprovalTools, Taking } from './kind.ts';
import { kindOf, type ProposalOf } from './kinds.ts';
import { findByKey, holdWaitingAbout, insertApproval } from './rows.ts';
import { tellApproval } from './tell.ts';

export interface NewProposal<K extends ApprovalKindName> {
  readonly officeId: string;
  readonly kind: K;
  readonly proposal: ProposalOf[K];
  readonly note?: string | undefined;
  readonly proposedBy: string;
  readonly idempotencyKey?: string | undefined;
  /** Of the canonical body: the same key with another body is refused. */
  readonly bodyHash?: Buffer;
}

/** The proposal's id; the same one for the same key. @throws Refusal for what nobody could confirm */
export async function propose<K extends ApprovalKindName>(
  db: Db,
  tools: ApprovalTools,
  asked: NewProposal<K>,
): Promise<string> {
  return (await proposedBefore(db, asked)) ?? (await db.transaction().execute((tx) => proposeIn(tx, tools, asked)));
}

/** @throws Refusal idempotency-key-reused */
export async function proposedBefore(db: Db, asked: NewProposal<ApprovalKindName>): Promise<string | undefined> {
  if (asked.idempotencyKey === undefined) return undefined;
  const before = await findByKey(db, asked.officeId, asked.idempotencyKey);
  if (!before) return undefined;
  const same = before.kind === asked.kind && (!asked.bodyHash || before.body_hash?.equals(asked.bodyHash) === true);
  if (!same) throw keyReused();
  return before.id;
}

/** Joins the caller's transaction. */
export async function proposeIn<K extends ApprovalKindName>(
  tx: Tx,
  tools: ApprovalTools,
  asked: NewProposal<K>,
): Promise<string> {
  const { officeId, proposedBy, note } = asked;
  const kind = kindOf(asked.kind);
  const looking = { ...tools, tx, officeId, proposedBy };
  const id = randomUUID();
  const looked = await kind.look(looking, asked.proposal);
  if (!kind.mayPropose(await rolesOf(tx, proposedBy), looked.seen)) {
    throw new Refusal('forbidden', 'Your roles do not propose this; ask a colleague.');
  }
  const about = { officeId, kind: kind.name, subject: looked.subject };
  if (!(await holdWaitingAbout(tx, about))) {
    await rehearse(kind, { ...looking, approvalId: id, confirmedBy: proposedBy, note }, asked.proposal);
    const row = {
      ...looked,
      ...about,
      sealed: kind.sealed,
      id,
      proposal: asked.proposal,
      note,
      proposedBy,
      until: await lapsesAt(tx, kind.workingDays),
      idempotencyKey: asked.idempotencyKey ?? null,
      bodyHash: asked.bodyHash ?? null,
    };
    if (await insertApproval(tx, tools.keyring, row)) {
      const { transferId } = looked;
      await tellApproval(tx, 'proposed', { id, officeId, kind: kind.name, transferId, byStaffId: proposedBy });
      return id;
    }
  }
  const again = await proposedBefore(tx, asked);
  if (again !== undefined) return again;
  throw new Refusal('already-proposed', 'A proposal about the same waits for its confirmation; decide that one first.');
}

class Rehearsed extends Error {}

async function rehearse(kind: ApprovalKind<unknown>, taking: Taking, proposal: unknown): Promise<void> {
  try {
    await inSavepoint(taking.tx, async () => {
      await kind.take(taking, proposal);
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
}

/** The end of the last working day. */
async function lapsesAt(tx: Tx, workingDays: number): Promise<Date> {
  const { today, rules } = await rulesNow(tx);
  return new Date(instantOf(addWorkingDays(today, workingDays, rules.calendar).dueOn, 24 * 60));
}
