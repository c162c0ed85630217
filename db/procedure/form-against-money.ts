/** Do the form and the money of a transfer agree? Decided by the ledger the moment the second of them comes in. */
import { sql } from 'kysely';
import type { FormAgainstMoney } from '../../domain/procedures/procedure.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { ownerOf } from '../holding/owners.ts';
import { openTask } from '../holding/tasks.ts';
import { matchProposed, releaseParts } from '../money/parts.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

/** Reasons of proposed parts whose transfer is certain: they count; a proposal by name and amount does not. */
export const CERTAIN_REASONS = ['F02', 'F03', 'part'] as const;

export interface Sums {
  total: number | null;
  matched: number;
  pending: number;
  differs: boolean;
  reversed: number;
  openMoneyOut: boolean;
  /** Who has said by hand that money is this transfer's, or that what may have left is here. */
  decidedBy: string[];
}

export async function sumFunds(tx: Db, transferId: string): Promise<Sums> {
  const { rows } = await sql<Sums>`select
    (select total_fen from info_forms where transfer_id = ${transferId} and state = 'received') as total,
    coalesce(sum(amount_fen) filter (where state = 'matched'), 0)::bigint as matched,
    coalesce(sum(amount_fen) filter (where state = 'proposed' and reason = any(${[...CERTAIN_REASONS]}::text[])), 0)::bigint as pending,
    coalesce(bool_or(state = 'proposed' and reason in ('F02', 'F03')), false) as differs,
    coalesce(sum(amount_fen) filter (where state = 'reversed'), 0)::bigint as reversed,
    exists (select from tasks where transfer_id = ${transferId} and kind = 'moneyOut' and closed_at is null) as "openMoneyOut",
    array(select by_staff_id from matches
      where matches.transfer_id = ${transferId} and by_staff_id is not null and decision in ('confirmed', 'matched')
        and credit_id in (select credit_id from credit_parts of_transfer where of_transfer.transfer_id = ${transferId})
      union select closed_by from tasks
        where transfer_id = ${transferId} and kind = 'moneyOut' and closed_by is not null)::text[] as "decidedBy"
    from credit_parts where transfer_id = ${transferId}`.execute(tx);
  return rows[0]!;
}

/** Undefined: something is still missing. Agreement turns what was proposed into matched. */
export async function assessFunds(tx: Tx, transferId: string): Promise<FormAgainstMoney | undefined> {
  return assessSums(tx, transferId, await sumFunds(tx, transferId));
}

/** The same of sums that are known already. */
export async function assessSums(
  tx: Tx,
  transferId: string,
  { total, matched, pending, differs }: Sums,
): Promise<FormAgainstMoney | undefined> {
  if (total === null || matched + pending === 0) return undefined;
  if (matched + pending === total) {
    if (pending > 0) await matchProposed(tx, transferId, CERTAIN_REASONS);
    return 'agree';
  }
  return differs || matched + pending > total ? 'differ' : undefined;
}

/** A transfer that ends without booking keeps no money: it waits in suspense, with finance, to be returned. */
export async function releaseMoney(ledger: TransferLedger): Promise<void> {
  const { tx, transfer, now } = ledger;
  const { staffId } = await ownerOf(ledger, { role: 'finance' });
  const isAny = await releaseParts(tx, transfer.id, { ownerId: staffId, at: now, reason: 'F07' });
  if (!isAny) return;
  await openTask(ledger, {
    kind: 'suspense',
    reasonCode: 'F07',
    owner: staffId,
    naturalKey: `released:${transfer.id}`,
  });
}
