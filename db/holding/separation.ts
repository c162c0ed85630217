/** Who completed these steps of the transfer; they may not hold a step that must be apart from them. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';

/** Of steps that are at hand. */
export function completersAmong(
  steps: readonly { readonly step: string; readonly closed_by: string | null }[],
  names: readonly string[] = [],
): string[] {
  return steps.flatMap(({ step, closed_by: by }) => (by !== null && names.includes(step) ? by : []));
}

export async function completersOf(tx: Tx, transferId: string, steps: readonly string[]): Promise<string[]> {
  if (steps.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct by_staff_id as id from events
    where transfer_id = ${transferId} and closes and by_staff_id is not null
      and step_ordinal in (select ordinal from steps where transfer_id = ${transferId} and step = any(${[...steps]}::text[]))`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}
