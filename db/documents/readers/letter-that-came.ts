/** The letter of the other office by which a transfer-out began. */
import { sql } from 'kysely';
import type { LetterThatCame } from '../../../documents/kinds/letter-return.ts';
import { Refusal } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Db } from '../../connection/connection.ts';
import type { CaseFacts } from './case-facts.ts';

/** The one that opened it, for a second sheet may have come with it; an old ledger kept no paper, and its transfer was accepted on the day. @throws Refusal not-due (none begins a transfer-in) */
export async function letterThatCame(
  tx: Db,
  { transferId, direction, acceptedOn }: CaseFacts,
): Promise<LetterThatCame> {
  if (direction !== 'out') throw new Refusal('not-due', 'This is no transfer to another region.');
  const row = await tx
    .selectFrom('incoming_papers')
    .select(['letter_no', 'letter_dated', 'arrived_at'])
    .where('transfer_id', '=', transferId)
    .where('kind', '=', 'letter')
    .where('same_as', 'is', null)
    .orderBy(sql`state = 'opened'`, 'desc')
    .orderBy('arrived_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return {
    letterNo: row?.letter_no ?? '',
    letterDated: row?.letter_dated ?? null,
    arrivedOn: row ? dateOf(row.arrived_at) : acceptedOn,
  };
}
