/**
 * PostgreSQL's advisory locks: for what has no row yet that could be locked, and for work that one process does at a time. Each has a number of its own;
 * pairs of numbers and single numbers are apart by themselves. The single ones besides: 20260106 is the checker's (invariants/loop.ts), and migrations are
 * alone by Kysely's own.
 *
 * Processes of the release before may run beside this one. They take 2 for the first office too, and 3 for receipts. The first makes no difference, as
 * an upgrade finds its office there; for the minutes of an upgrade a receipt may miss the answer that comes at the same moment, and stay parked.
 */
import { sql } from 'kysely';
import type { Db, Tx } from './connection.ts';

/** By a number that stands for the person (a keyed hash): two counters accept one after the other. Before any row. */
export async function lockPerson(tx: Tx, person: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(1, ${person}::integer)`.execute(tx);
}

/**
 * Scans of these numbers, and the recording of the letter that has one: neither misses the other. After the rows of the transfers, several numbers in one
 * order; the rows of letters and scans come later.
 */
export async function lockWaybills(tx: Tx, waybills: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(2, number) from
    (select distinct hashtext(waybill) as number from unnest(${waybills}::text[]) as waybill order by 1) as numbers`.execute(
    tx,
  );
}

/** The gateway's answer and its receipt come on two ways: neither misses the other. Before the row of the notice and that of its transfer. */
export async function lockReceipts(tx: Tx, references: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(5, number) from
    (select distinct hashtext(reference) as number from unnest(${references}::text[]) as reference order by 1) as numbers`.execute(
    tx,
  );
}

/** An office that has no row yet. Several processes may start at once: one writes, the others find it done. Before any row. */
export async function lockFirstOffice(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4, 1)`.execute(tx);
}

/** Versions of a sheet, boxes and what lies in them are made one after the other. Before any row. */
export async function lockArchive(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(6, 1)`.execute(tx);
}

/** Batches for the core system and its receipts come one after the other: no form stands in two, no part is counted twice. Before any row. */
export async function lockCore(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7, 1)`.execute(tx);
}

/** The directory of agencies is one whole: days that overlap and successors in a circle are seen by whoever writes last. Before any row of it. */
export async function lockDirectory(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(9, 1)`.execute(tx);
}

/** Lists of the platform are compared one after the other. Before any row. */
export async function lockPlatform(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(8, 1)`.execute(tx);
}

/** Two talks with one person at the same moment: the second sees the first. Before any row. */
export async function lockContactsOf(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(10, hashtext(${personId}))`.execute(tx);
}

const ALONE = { imports: sql`3, 1`, exports: sql`3, 2`, backup: sql`20260107` };

/**
 * Does the work unless another process is at it: then undefined. The lock is of a connection that holds no row meanwhile, and ends with it: after a kill
 * anybody may go on.
 */
export function alone<T>(db: Db, what: keyof typeof ALONE, work: (held: Db) => Promise<T>): Promise<T | undefined> {
  return db.connection().execute(async (held) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${ALONE[what]}) as mine`.execute(held);
    if (!rows[0]?.mine) return undefined;
    try {
      return await work(held);
    } finally {
      // A lost connection has given the lock back already.
      await sql`select pg_advisory_unlock(${ALONE[what]})`.execute(held).catch(() => undefined);
    }
  });
}
