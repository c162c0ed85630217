/** What an account has typed and not sent. Nobody else reads it, and nothing of it counts. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

/** Of one account: the oldest makes room. */
const MOST_DRAFTS = 30;
const KEPT_DAYS = 7;

export interface DraftId {
  readonly staffId: string;
  /** Which form, about what. */
  readonly name: string;
}

export interface SavedDraft {
  readonly name: string;
  readonly revision: string;
  readonly savedAt: string;
}

/** Sealed for its place: in another one it does not open. */
const placeOf = ({ staffId, name }: DraftId): string => `drafts ${staffId} ${name}`;

/** The newest first. */
export async function listDrafts(db: Db, keyring: Keyring, staffId: string) {
  const rows = await db
    .selectFrom('drafts')
    .select(['name', 'revision', 'saved_at', 'text_sealed'])
    .where('staff_id', '=', staffId)
    .orderBy('saved_at', 'desc')
    .limit(MOST_DRAFTS)
    .execute();
  const drafts = rows.map(({ name, revision, saved_at: savedAt, text_sealed: sealed }) => ({
    name,
    revision,
    savedAt: savedAt.toISOString(),
    text: opened(keyring, { staffId, name }, sealed),
  }));
  const closed = drafts.filter(({ text }) => text === undefined);
  for (const { name } of closed) await dropDraft(db, { staffId, name });
  return drafts.flatMap(({ text, ...draft }) => (text === undefined ? [] : [{ ...draft, text }]));
}

/** Undefined when its key is gone, or it was sealed for another place: it would only keep the others from being read. */
function opened(keyring: Keyring, id: DraftId, sealed: Buffer): string | undefined {
  try {
    return keyring.open(sealed, placeOf(id)).toString('utf8');
  } catch {
    return undefined;
  }
}

export interface DraftToSave extends DraftId {
  readonly text: string;
  /** The one that whoever types has seen; null: he knows of none. */
  readonly seen: string | null;
}

/** @throws Refusal changed-meanwhile, when another browser has saved something else since */
export async function saveDraft(db: Db, keyring: Keyring, draft: DraftToSave): Promise<SavedDraft> {
  const { staffId, name, text, seen } = draft;
  const { rows } = await sql<{ revision: string; savedAt: Date }>`
    insert into drafts (staff_id, name, text_sealed) values (${staffId}, ${name}, ${keyring.seal(text, placeOf(draft))})
    on conflict (staff_id, name) do update
      set revision = gen_random_uuid(), saved_at = clock_timestamp(), text_sealed = excluded.text_sealed
      where drafts.revision = ${seen}::uuid
    returning revision, saved_at as "savedAt"`.execute(db);
  const [saved] = rows;
  if (!saved) {
    throw new Refusal('changed-meanwhile', 'Something else was saved here meanwhile, by another browser of yours.');
  }
  await makeRoom(db, staffId);
  return { name, revision: saved.revision, savedAt: saved.savedAt.toISOString() };
}

async function makeRoom(db: Db, staffId: string): Promise<void> {
  await sql`delete from drafts where staff_id = ${staffId} and name in (
    select name from drafts where staff_id = ${staffId} order by saved_at desc offset ${MOST_DRAFTS})`.execute(db);
}

/** Nothing happens when there is none. */
export async function dropDraft(db: Db, { staffId, name }: DraftId): Promise<void> {
  await db.deleteFrom('drafts').where('staff_id', '=', staffId).where('name', '=', name).execute();
}

/** @returns how many */
export async function forgetDrafts(db: Db): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('drafts')
    .where('saved_at', '<', sql<Date>`clock_timestamp() - make_interval(days => ${KEPT_DAYS}::integer)`)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
