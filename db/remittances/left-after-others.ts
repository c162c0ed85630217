/** What of a transfer's money no remittance pays yet. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { leftToPay } from '../facts/amount-due.ts';
import { standingOf } from './standing.ts';

/**
 * In fen, under the transfer's lock. Undefined while nobody knows what is to be paid, and of money that has been told to have left:
 * when it came back, it is paid anew and not once more.
 * @param own the remittance that is looked at, or in whose place another is planned
 */
export async function leftAfterOthers(
  tx: Tx,
  transferId: string,
  own: string | undefined,
): Promise<number | undefined> {
  const left = await leftToPay(tx, transferId);
  if (left === undefined) return undefined;
  const { rows } = await sql<{ fen: number; wasTold: boolean }>`
    select coalesce(sum(amount_fen) filter (where state <> 'withdrawn' and not replaced and not told
        and id is distinct from ${own ?? null}::uuid), 0)::bigint as fen,
      coalesce(bool_or(told) filter (where id = ${own ?? null}::uuid), false) as "wasTold"
    from (${standingOf(transferId)}) as standing`.execute(tx);
  const { fen, wasTold } = rows[0]!;
  return wasTold ? undefined : left - fen;
}
