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

/** Part of a statement over steps under this name: who recorded the fact that closed one. */
export const closedBy = (steps: string) => sql<string | null>`(select by_staff_id from events
  where events.transfer_id = ${sql.ref(`${steps}.transfer_id`)} and events.fact_seq = ${sql.ref(`${steps}.closed_by_fact_seq`)})`;

/** Who confirmed that fact, and both of the two people who have corrected it since. */
export const alsoBy = (steps: string) => sql<string[]>`array(
  select who from events closing
  left join events correction on correction.transfer_id = closing.transfer_id and correction.corrects_seq = closing.seq
  cross join unnest(array[closing.confirmed_by, correction.by_staff_id, correction.confirmed_by]) as who
  where closing.transfer_id = ${sql.ref(`${steps}.transfer_id`)} and closing.fact_seq = ${sql.ref(`${steps}.closed_by_fact_seq`)}
    and who is not null)::text[]`;

/** Everybody by whom one was completed, a row each; null where nobody recorded it. */
export const completersIn = (steps: string) => sql`unnest(${alsoBy(steps)} || ${closedBy(steps)}::text)`;

/** Of steps that nobody has at hand. */
async function completersOf(tx: Tx, transferId: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct who as id from steps cross join ${completersIn('steps')} as who
    where steps.transfer_id = ${transferId} and steps.step = any(${[...names]}::text[]) and who is not null`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Did they complete a step that must be apart from this one, so that they may not complete it? */
export async function isBarred(
  tx: Tx,
  transferId: string,
  { staffId, apartFrom = [] }: { readonly staffId: string; readonly apartFrom: readonly string[] | undefined },
): Promise<boolean> {
  return (await completersOf(tx, transferId, apartFrom)).includes(staffId);
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
