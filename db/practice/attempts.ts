/** Tries of the practice desk: wanted, ready when the practice office has made their case, finished when they were judged. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import { staffRef } from '../office/staff.ts';

const COLUMNS = [
  'id',
  'staff_id',
  'exercise',
  'number',
  'ready_at',
  'ready_office_at',
  'finished_at',
  'transfer_ids',
  'credit_id',
  'score',
  'misses',
] as const;

const select = (db: Db) => db.selectFrom('practice_attempts').select(COLUMNS);
export type Attempt = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

export interface NewAttempt {
  readonly officeId: string;
  readonly staffId: string;
  readonly exercise: string;
  /** Nothing has to be made for it. */
  readonly isReady: boolean;
}

/** What was begun of this exercise and not finished is left. */
export async function beginAttempt(db: Db, { officeId, staffId, exercise, isReady }: NewAttempt): Promise<string> {
  return db.transaction().execute(async (tx) => {
    // Twice at once would fail at the second row: the account waits for itself.
    await sql`select from staff where id = ${staffId} for no key update`.execute(tx);
    await tx
      .deleteFrom('practice_attempts')
      .where('staff_id', '=', staffId)
      .where('exercise', '=', exercise)
      .where('finished_at', 'is', null)
      .execute();
    const { id } = await tx
      .insertInto('practice_attempts')
      .values({ office_id: officeId, staff_id: staffId, exercise, ...(isReady && READY_NOW) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

const READY_NOW = { ready_at: sql<Date>`clock_timestamp()`, ready_office_at: sql<Date>`office_now()` };

/** One's own only. @throws Refusal not-found */
export async function readAttempt(db: Db, { id, staffId }: { readonly id: string; readonly staffId: string }) {
  const attempt = await select(db).where('id', '=', id).where('staff_id', '=', staffId).executeTakeFirst();
  if (!attempt) throw new Refusal('not-found', 'There is no such try of yours.');
  return attempt;
}

export const listAttempts = (db: Db, staffId: string): Promise<Attempt[]> =>
  select(db).where('staff_id', '=', staffId).orderBy('number', 'desc').execute();

const MOST_WANTED = 50;

export const listWanted = (db: Db, officeId: string) =>
  db
    .selectFrom('practice_attempts')
    .select(['id', 'exercise', 'number', 'staff_id as staffId'])
    .where('office_id', '=', officeId)
    .where('ready_at', 'is', null)
    .orderBy('number')
    .limit(MOST_WANTED)
    .execute();

interface MadeCase {
  readonly officeId: string;
  readonly id: string;
  readonly transferIds: readonly string[];
  readonly creditId?: string | undefined;
}

/** Said twice it stays as it was first. @throws Refusal not-found, when its account has begun anew meanwhile */
export async function putCase(db: Db, { officeId, id, transferIds, creditId }: MadeCase): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('practice_attempts')
    .set({ ...READY_NOW, transfer_ids: [...transferIds], credit_id: creditId ?? null })
    .where('id', '=', id)
    .where('office_id', '=', officeId)
    .where('ready_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  const known = await db.selectFrom('practice_attempts').select('id').where('id', '=', id).executeTakeFirst();
  if (!known) throw new Refusal('not-found', 'This try was left meanwhile.');
}

interface Finished {
  readonly score: number;
  readonly misses: readonly string[];
}

/** Of two at once the first counts. */
export async function finishAttempt(db: Db, id: string, { score, misses }: Finished): Promise<void> {
  await db
    .updateTable('practice_attempts')
    .set({ finished_at: sql<Date>`clock_timestamp()`, score, misses: [...misses] })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute();
}

/** By account and exercise, without what came of it. */
export async function listFinished(db: Db, officeId: string) {
  const rows = await db
    .selectFrom('practice_attempts as p')
    .innerJoin('staff', 'staff.id', 'p.staff_id')
    .select(['staff.id', 'staff.display_name', 'staff.post', 'p.exercise'])
    .select(({ fn }) => fn.max('p.finished_at').as('finished_at'))
    .where('p.office_id', '=', officeId)
    .where('p.finished_at', 'is not', null)
    .groupBy(['staff.id', 'staff.display_name', 'staff.post', 'staff.username', 'p.exercise'])
    .orderBy('staff.username')
    .orderBy('p.exercise')
    .execute();
  return rows.map(({ id, display_name: name, post, exercise, finished_at: at }) => ({
    staff: staffRef(id, name, post),
    exercise,
    finishedAt: at!.toISOString(),
  }));
}

/** The business numbers of its cases, in the order in which they were made. */
export async function caseNosOf(db: Db, transferIds: readonly string[]): Promise<Map<string, string>> {
  if (transferIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('transfers')
    .innerJoin('cases', 'cases.id', 'transfers.case_id')
    .select(['transfers.id', 'cases.case_no'])
    .where('transfers.id', 'in', transferIds)
    .execute();
  const found = new Map(rows.map(({ id, case_no: caseNo }) => [id, caseNo]));
  return new Map(transferIds.flatMap((id) => (found.has(id) ? [[id, found.get(id)!]] : [])));
}

export async function creditSerialOf(db: Db, creditId: string | null): Promise<string | null> {
  if (creditId === null) return null;
  const row = await db.selectFrom('credits').select('serial').where('id', '=', creditId).executeTakeFirst();
  return row?.serial ?? null;
}
