/** Words of people stand sealed in a table of their own; whatever they were said about keeps their id only. */
import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import { part, type Part } from '../connection/statement-parts.ts';
import type { Keyring } from '../connection/sealing.ts';

/** What it is about, as far as that is known. */
export interface AboutText {
  readonly officeId: string | null;
  readonly transferId?: string | null;
}

export interface NewText {
  readonly id: string;
  readonly officeId: string | null;
  readonly transferId: string | null;
  readonly sealed: Buffer;
}

/** Undefined when nothing was said. It is not kept before it is written. */
export function newText(keyring: Keyring, about: AboutText, text: string | null | undefined): NewText | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  const id = randomUUID();
  const { officeId, transferId = null } = about;
  return { id, officeId, transferId, sealed: keyring.seal(text, placeOf(id)) };
}

/** Several of one row, by name. */
export function newTexts(
  keyring: Keyring,
  about: AboutText,
  said: Readonly<Record<string, string | undefined>>,
): Record<string, NewText> {
  const named = Object.entries(said).map(([name, text]) => [name, newText(keyring, about, text)] as const);
  return Object.fromEntries(named.flatMap(([name, text]) => (text ? [[name, text]] : [])));
}

/** Sealed for this row: moved to another one it does not open. */
const placeOf = (id: string): string => `sealed_texts ${id}`;

export function openText(keyring: Keyring, { id, sealed }: Pick<NewText, 'id' | 'sealed'>): string {
  return keyring.open(sealed, placeOf(id)).toString('utf8');
}

/** Part of a statement that writes what keeps their ids, or one of its own. */
export function textsInsert(db: Pick<Db, 'insertInto'>, texts: readonly NewText[]) {
  return db.insertInto('sealed_texts').values(
    texts.map(({ id, officeId, transferId, sealed }) => ({
      id,
      office_id: officeId,
      transfer_id: transferId,
      sealed,
    })),
  );
}

const SAID = part('said', (db, ...texts: NewText[]) => textsInsert(db, texts));

/** Part of a statement that writes more; none when nothing was said. */
export function textsPart(texts: readonly (NewText | undefined)[]): Part[] {
  const said = texts.filter((text) => text !== undefined);
  return said.length === 0 ? [] : [SAID(...said)];
}

type Beginning = Pick<Db, 'with' | 'insertInto' | 'updateTable'>;

/** The statement that is begun here writes them too, if there are any. */
export function withTexts(db: Beginning, texts: readonly (NewText | undefined)[]): Beginning {
  const said = texts.filter((text) => text !== undefined);
  return said.length === 0 ? db : db.with('said', (cte) => textsInsert(cte, said));
}

/** The same for a statement written by hand, as one parameter however many; `which` of them, by what that statement has written. */
export function insertingTexts(
  texts: readonly (NewText | undefined)[],
  which: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  const rows = texts.flatMap((text) => (text ? [asRow(text)] : []));
  return sql`insert into sealed_texts (id, office_id, transfer_id, sealed)
    select said.id, said.office_id, said.transfer_id, said.sealed from json_to_recordset(${JSON.stringify(rows)}::json)
      as said (id uuid, office_id text, transfer_id uuid, sealed bytea) where ${which}`;
}

const asRow = ({ id, officeId, transferId, sealed }: NewText) => ({
  id,
  office_id: officeId,
  transfer_id: transferId,
  sealed: `\\x${sealed.toString('hex')}`,
});

/** Part of a statement that forgets what they were said about. */
export const deletingTexts = (ids: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`delete from sealed_texts where id in (${ids})`;

/** Any number at once, of rows that come by the thousand. */
export async function insertTexts(tx: Tx, texts: readonly (NewText | undefined)[]): Promise<void> {
  if (texts.some((text) => text !== undefined)) await insertingTexts(texts).execute(tx);
}

/** A column of a select: the text that `id` keeps, for `openKept`. */
export const keptText = (id: string) =>
  sql<Buffer | null>`(select sealed from sealed_texts where sealed_texts.id = ${sql.ref(id)})`;

/** What was said: from the table, or from the column in which the release before kept it in clear. */
export function openKept(keyring: Keyring, id: string | null, sealed: Buffer | null, before = ''): string {
  return id === null || sealed === null ? before : openText(keyring, { id, sealed });
}

/** What was kept before anybody knew whom it was about. */
export async function belongsTo(tx: Tx, id: string, transferId: string): Promise<void> {
  await sql`update sealed_texts set transfer_id = t.id, office_id = t.office_id
    from transfers t where sealed_texts.id = ${id} and t.id = ${transferId}`.execute(tx);
}
