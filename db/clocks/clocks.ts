/** Clocks are rows with an alarm: attended by one workflow per office and kind, which knows nothing that does not stand here. */
import { sql } from 'kysely';
import type { ClockKind } from '../../domain/clocks.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { clockRoundInsert } from '../ledger/outbox.ts';

export interface Clock {
  readonly kind: ClockKind;
  readonly subjectId: string;
  readonly officeId: string;
  readonly alarmAt: Date;
}

/** Anew, where it is armed already; its rounds hear of it. */
export async function armClock(tx: Tx, { kind, subjectId, officeId, alarmAt }: Clock): Promise<void> {
  await tx
    .insertInto('clocks')
    .values({ kind, subject_id: subjectId, office_id: officeId, alarm_at: alarmAt })
    .onConflict((oc) => oc.columns(['kind', 'subject_id']).doUpdateSet({ alarm_at: alarmAt }))
    .execute();
  await clockRoundInsert(tx, { officeId, kind }).execute();
}

/** What does not ring any more needs nobody to wake. */
export async function stopClock(tx: Tx, kind: ClockKind, subjectId: string): Promise<void> {
  await tx.deleteFrom('clocks').where('kind', '=', kind).where('subject_id', '=', subjectId).execute();
}

/** Those that ring by now, the longest overdue first. */
export async function dueClocks(db: Db, officeId: string, kind: ClockKind, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('clocks')
    .select('subject_id')
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .where('alarm_at', '<=', sql<Date>`office_now()`)
    .orderBy('alarm_at')
    .limit(most)
    .execute();
  return rows.map((row) => row.subject_id);
}

/** When the next one rings; null: none is armed. */
export async function nextClock(db: Db, officeId: string, kind: ClockKind) {
  const { rows } = await sql<{ next: Date | null; officeNow: Date; speed: number }>`
    select (select min(alarm_at) from clocks where office_id = ${officeId} and kind = ${kind}) as next,
      office_now() as "officeNow", (select speed from office_clock) as speed`.execute(db);
  return rows[0]!;
}

export interface ClocksOf {
  readonly officeId: string;
  readonly kind: ClockKind;
}

/** Offices and kinds with a clock at all, for the reconciler; with one that rings by now, where simulated time overtakes timers. */
export async function clocksArmed(db: Db, { due }: { readonly due: boolean }): Promise<ClocksOf[]> {
  const { rows } = await sql<ClocksOf>`select distinct office_id as "officeId", kind from clocks
    where ${due ? sql`alarm_at <= office_now()` : sql`true`}`.execute(db);
  return rows;
}
