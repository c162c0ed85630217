/** Money that a transfer-out had sent and that the other office has sent back: parts of credits in suspense, which are booked here again. */
import { sql } from 'kysely';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { closeMoneyTask } from '../credits/ask-finance.ts';
import { paidOutFen } from '../ledger/paid-out.ts';
import { noteBookedBack } from './booked-money.ts';
import type { LinkedBy } from './begin-linked.ts';

interface Asked {
  readonly officeId: string;
  readonly transferId: string;
  readonly creditPartIds: readonly string[];
}

interface CameBack {
  id: string;
  credit_id: string;
  amount_fen: number;
  state: string;
}

/** @returns in fen, what comes back @throws Refusal invalid, amount-mismatch */
export async function lookAtCameBack(tx: Tx, asked: Asked): Promise<number> {
  const parts = await partsOf(tx, asked);
  const wrong = asked.creditPartIds.length !== parts.length || parts.some(({ state }) => state !== 'suspense');
  if (wrong)
    refuseDefects([
      { field: 'creditPartIds', code: 'unknown', message: 'Name money that waits in suspense, each part once.' },
    ]);
  const { rows } = await sql<{ fen: number | null }>`select ${paidOutFen(asked.transferId)} as fen`.execute(tx);
  const sentFen = rows[0]!.fen;
  const backFen = parts.reduce((sum, part) => sum + part.amount_fen, 0);
  if (sentFen === backFen) return backFen;
  const message = 'What comes back is what was sent, in full: settle the difference with the other office first.';
  throw new Refusal('amount-mismatch', message, { extra: { expectedFen: sentFen, receivedFen: backFen } });
}

export async function bookCameBack(
  tx: Tx,
  keyring: Keyring,
  { asked, by }: { readonly asked: Asked; readonly by: LinkedBy },
): Promise<void> {
  const { officeId } = asked;
  const { byStaffId } = by;
  for (const part of await partsOf(tx, asked)) {
    await noteBookedBack(tx, keyring, part, asked, by);
    await closeMoneyTask(tx, { officeId, partId: part.id, byStaffId });
  }
}

/** Transfer before credit before part, as everywhere. */
export async function lockCameBack(tx: Tx, { creditPartIds }: Asked): Promise<void> {
  const ids = [...creditPartIds];
  await sql`select 1 from credits where id in (select credit_id from credit_parts where id = any(${ids}::uuid[]))
    order by id for update`.execute(tx);
  await sql`select 1 from credit_parts where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
}

async function partsOf(tx: Tx, { officeId, creditPartIds }: Asked): Promise<CameBack[]> {
  const { rows } = await sql<CameBack>`select id, credit_id, amount_fen, state from credit_parts
    where id = any(${[...creditPartIds]}::uuid[]) and office_id = ${officeId} order by id`.execute(tx);
  return rows;
}
