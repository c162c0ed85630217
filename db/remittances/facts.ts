/** What people say of a remittance: applied for, funds have come, sent, withdrawn. Said once, in order, and never before what it follows. */
import { keyReused, refuseDefects, type Defect } from '../../domain/errors.ts';
import { isOfAnotherMonth, REMITTANCE_FACTS, type RemittanceFactKind } from '../../domain/money/remittance.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { newText } from '../texts/sealed-texts.ts';
import { lockRemittance, type LockedRemittance } from './lock.ts';
import { moveTo, requireWay } from './moving.ts';
import { requireMayPay } from './separation.ts';

export interface RemittanceFact {
  readonly officeId: string;
  readonly remittanceId: string;
  readonly kind: RemittanceFactKind;
  /** Default: now. */
  readonly occurredAt?: Date | undefined;
  /** With `funded`: the month of whose plan they are; default: that in which they came. */
  readonly month?: string | undefined;
  readonly note?: string | undefined;
  readonly byStaffId: string;
  readonly idempotencyKey: string;
  readonly bodyHash: Buffer;
}

/** @throws Refusal not-found, already-decided, invalid, separation-of-duties, idempotency-key-reused */
export function recordRemittanceFact(db: Db, keyring: Keyring, fact: RemittanceFact): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const remittance = await lockRemittance(tx, fact.officeId, fact.remittanceId);
    // Behind the lock: the same sent twice at once waits for the first.
    if (await saidBefore(tx, fact)) return;
    requireWay(remittance, REMITTANCE_FACTS[fact.kind]);
    const occurredAt = fact.occurredAt ?? remittance.now;
    const fundedMonth = fact.kind === 'funded' ? (fact.month ?? dateOf(occurredAt).slice(0, 7)) : undefined;
    refuseDefects([instantDefects(remittance, occurredAt), monthDefects(fact, remittance, fundedMonth)].flat());
    const { officeId, byStaffId } = fact;
    const { transfer_id: transferId } = remittance;
    // Whoever stops a payment makes none.
    if (fact.kind !== 'withdrawn') await requireMayPay(tx, { officeId, transferId }, byStaffId);
    await moveTo(tx, remittance, REMITTANCE_FACTS[fact.kind], {
      occurredAt,
      byStaffId,
      note: newText(keyring, { officeId, transferId }, fact.note),
      ...(fundedMonth !== undefined && { fundedMonth }),
      idempotencyKey: fact.idempotencyKey,
      bodyHash: fact.bodyHash,
    });
  });
}

async function saidBefore(
  tx: Tx,
  { officeId, remittanceId, idempotencyKey, bodyHash }: RemittanceFact,
): Promise<boolean> {
  const before = await tx
    .selectFrom('remittance_moves')
    .select(['remittance_id as remittanceId', 'body_hash as hash'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (!before) return false;
  if (before.remittanceId !== remittanceId || before.hash?.equals(bodyHash) !== true) throw keyReused();
  return true;
}

/** A second for clocks that differ. */
const TOLERANCE_MS = 1000;

function instantDefects({ since, now }: LockedRemittance, occurredAt: Date): Defect[] {
  if (occurredAt.getTime() > now.getTime() + TOLERANCE_MS)
    return [{ field: 'occurredAt', code: 'future', message: 'A fact cannot lie in the future of the office clock.' }];
  if (occurredAt < since)
    return [{ field: 'occurredAt', code: 'beforeStep', message: 'This lies before what it follows.' }];
  return [];
}

/** Funds of another month's plan are taken, because they are there, but not without a reason that whoever releases them can read. */
function monthDefects(
  { month, note = '' }: RemittanceFact,
  { funds_month: planned }: LockedRemittance,
  funded: string | undefined,
): Defect[] {
  if (funded === undefined)
    return month === undefined
      ? []
      : [{ field: 'month', code: 'form', message: 'Only funds that come are of a month.' }];
  if (!isOfAnotherMonth(planned, funded) || note.trim() !== '') return [];
  const message = `These funds are of the plan of ${funded}, and the remittance of that of ${planned}: say why.`;
  return [{ field: 'note', code: 'missing', message }];
}
