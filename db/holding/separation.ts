/** Who completed steps of a transfer, or corrected how they were completed, and may not hold a step apart from them. Of two people both count. */
import { sql } from 'kysely';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Tx } from '../connection/connection.ts';

/** Of steps that are at hand. */
export function completersAmong(
  steps: readonly { readonly step: string; readonly closed_by: string | null; readonly also_by: readonly string[] }[],
  names: readonly string[] = [],
): string[] {
  return steps.flatMap(({ step, closed_by: by, also_by: also }) =>
    names.includes(step) ? [by ?? [], also].flat() : [],
  );
}

/** Of steps that nobody has at hand. */
export async function completersOf(tx: Tx, transferId: string, steps: readonly string[]): Promise<string[]> {
  if (steps.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    with closing as (select seq, by_staff_id, confirmed_by from events
      where transfer_id = ${transferId} and closes
        and step_ordinal in (select ordinal from steps where transfer_id = ${transferId} and step = any(${[...steps]}::text[]))),
    told as (select by_staff_id, confirmed_by from closing
      union all
      select by_staff_id, confirmed_by from events
      where transfer_id = ${transferId} and kind = 'corrected' and corrects_seq in (select seq from closing))
    select by_staff_id as id from told where by_staff_id is not null
    union
    select confirmed_by from told where confirmed_by is not null`.execute(tx);
  return rows.map((row) => row.id);
}

/** Who completed a step that must be apart from this one, be it before or after it. */
export function completersApartFrom(
  tx: Tx,
  { transferId, step, procedure }: { transferId: string; step: string; procedure: Procedure | undefined },
): Promise<string[]> {
  const steps = procedure?.steps ?? {};
  const after = Object.entries(steps).flatMap(([name, rule]) => (rule.apartFrom?.includes(step) ? [name] : []));
  return completersOf(tx, transferId, [...(steps[step]?.apartFrom ?? []), ...after]);
}
