/** Moves what a colleague holds: to a stand-in on absence, to the manager on leaving, and back on return. */
import { sql } from 'kysely';
import type { Role } from '../../domain/roles.ts';
import type { Tx } from '../connection/connection.ts';
import { readNow } from '../office/clock.ts';
import {
  assignStep,
  beginResponsibility,
  endResponsibility,
  ownerNow,
  ownerOf,
  type OwnershipReason,
} from './owners.ts';
import { passParts } from '../money/parts.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { completersOf } from './separation.ts';
import { passTasks } from './task-changes.ts';

export interface Move {
  readonly officeId: string;
  readonly fromStaffId: string;
  /** Absent: each step goes to the least loaded qualified colleague, else to the manager. */
  readonly toStaffId?: string | null;
  /** To the manager, who decides: whoever left for good cannot say who knows the case. */
  readonly toManager?: boolean;
  readonly why: OwnershipReason;
  readonly note?: string;
  readonly byStaffId?: string | null;
  /** Stewardships move too when somebody leaves for good. */
  readonly stewardships?: boolean;
  /** Nobody had asked for it: why the transfer's history calls it a repair. */
  readonly repairs?: string;
}

/** Number of steps that changed hands. Locks each transfer in the order of its id, so that two moves cannot block each other. */
export async function moveOpenWork(tx: Tx, move: Move): Promise<number> {
  const held = await tx
    .selectFrom('steps')
    .select(['transfer_id', 'ordinal'])
    .where('owner_id', '=', move.fromStaffId)
    .where('closed_at', 'is', null)
    .orderBy('transfer_id')
    .execute();
  let moved = 0;
  for (const { transfer_id: transferId, ordinal } of held) {
    const ledger = await TransferLedger.open(tx, transferId);
    if (await moveStep(ledger, ordinal, move)) moved += 1;
    await ledger.write();
  }
  if (move.stewardships) await moveStewardships(tx, move);
  await moveTasks(tx, move);
  await moveWaitingMoney(tx, move);
  return moved;
}

async function moveStep(ledger: TransferLedger, ordinal: number, move: Move): Promise<boolean> {
  const { tx, transfer } = ledger;
  const step = await tx
    .selectFrom('steps')
    .select(['step', 'owner_id', 'attempt'])
    .where('transfer_id', '=', transfer.id)
    .where('ordinal', '=', ordinal)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!step || step.owner_id !== move.fromStaffId) return false;
  // The step of a procedure that only a later release knows goes to the manager.
  const rule = ledger.knownProcedure?.steps[step.step];
  const apartFrom = [...(await completersOf(tx, transfer.id, rule?.apartFrom ?? [])), move.fromStaffId];
  const chosen = await ownerOf(ledger, {
    role: move.toManager ? 'manager' : (rule?.role ?? 'manager'),
    apartFrom,
    prefer: move.toStaffId ? [move.toStaffId] : [],
  });
  const why = chosen.managerHolds || move.toManager ? 'managerHolds' : move.why;
  await assignStep(ledger, { ordinal, staffId: chosen.staffId, why, note: move.note, byStaffId: move.byStaffId });
  noteRepair(ledger, move);
  return true;
}

function noteRepair(ledger: TransferLedger, { repairs }: Move): void {
  if (repairs === undefined) return;
  ledger.note({ kind: 'repaired', occurredAt: ledger.now, source: 'system', payload: { why: repairs } });
}

async function moveStewardships(tx: Tx, move: Move): Promise<void> {
  const rows = await tx
    .selectFrom('transfers')
    .select('id')
    .where('steward_id', '=', move.fromStaffId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  for (const { id } of rows) {
    const ledger = await TransferLedger.open(tx, id);
    const { staffId } = await ownerOf(ledger, {
      role: move.toManager ? 'manager' : 'clerk',
      apartFrom: [move.fromStaffId],
      prefer: move.toStaffId ? [move.toStaffId] : [],
    });
    ledger.passStewardship(staffId);
    await endResponsibility(tx, id, null, ledger.now);
    await beginResponsibility(tx, id, { kind: 'steward', staffId, since: ledger.now, why: move.why, note: move.note });
    ledger.note({ kind: 'stewardChanged', occurredAt: ledger.now, source: 'system', payload: { to: staffId } });
    noteRepair(ledger, move);
    await ledger.write();
  }
}

async function moveTasks(tx: Tx, move: Move): Promise<void> {
  await passTasks(tx, move.fromStaffId, await nextHolder(tx, move, 'clerk'));
}

async function moveWaitingMoney(tx: Tx, move: Move): Promise<void> {
  await passParts(tx, move.fromStaffId, await nextHolder(tx, move, 'finance'));
}

/** Of what belongs to no transfer under lock. */
async function nextHolder(tx: Tx, { officeId, fromStaffId, toStaffId, toManager }: Move, role: Role): Promise<string> {
  const { today } = await readNow(tx);
  const question = {
    role: toManager ? 'manager' : role,
    apartFrom: [fromStaffId],
    prefer: toStaffId ? [toStaffId] : [],
    on: today,
  } as const;
  return (await ownerNow(tx, officeId, question)).staffId;
}

/** What went to a stand-in because of this absence and is still open comes back. */
export async function returnOpenWork(
  tx: Tx,
  absence: { staffId: string; since: Date; byStaffId?: string | null },
): Promise<number> {
  const { rows } = await sql<{ transfer_id: string; ordinal: number }>`
    select distinct s.transfer_id, s.ordinal from steps s
    join responsibilities r on r.transfer_id = s.transfer_id and r.ordinal = s.ordinal and r.kind = 'step'
    where s.closed_at is null and r.staff_id = ${absence.staffId} and r.until >= ${absence.since}::timestamptz
      and exists (select from responsibilities n where n.transfer_id = r.transfer_id and n.ordinal = r.ordinal
        and n.until is null and n.why in ('standIn', 'managerHolds'))
    order by 1`.execute(tx);
  for (const row of rows) {
    const ledger = await TransferLedger.open(tx, row.transfer_id);
    await assignStep(ledger, {
      ordinal: row.ordinal,
      staffId: absence.staffId,
      why: 'returned',
      byStaffId: absence.byStaffId,
    });
    await ledger.write();
  }
  return rows.length;
}
