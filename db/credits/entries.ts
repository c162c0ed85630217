/** Entries of the bank, each known by account, day, direction, amount and reference together; and what is like them. */
import { sql } from 'kysely';
import { foldText } from '../../domain/folded-text.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface NewEntry {
  readonly officeId: string;
  /** Ours; empty where the file does not say it. */
  readonly account: string;
  readonly direction: 'credit' | 'debit';
  readonly bookedOn: string;
  readonly amountFen: number;
  /** Empty where the bank gives none. */
  readonly serial: string;
  readonly twin: number;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly memo: string;
  readonly importId?: string | null;
}

export interface EntryNote {
  readonly entryId: string;
  /** As it is kept; made of what there is when the bank gives none. */
  readonly serial: string;
  readonly isNew: boolean;
  readonly creditId: string | null;
  /** References of entries of the same day, amount, payer and memo: likely the same money told twice. */
  readonly alike: readonly string[];
  /** The reference stood for another entry of this account before. */
  readonly reused: 'otherDay' | 'otherAmount' | 'otherText' | undefined;
}

/** As it is kept already; undefined: it is new. */
export function knownEntry(tx: Tx, keyring: Keyring, entry: NewEntry) {
  return findKnown(tx, entry, marksOf(keyring, entry));
}

function marksOf(keyring: Keyring, entry: NewEntry) {
  const likenesses = keyring.hashes('bankEntry', likenessOf(entry));
  return { likenesses, serials: entry.serial === '' ? likenesses.map(madeSerial) : [entry.serial] };
}

async function findKnown(tx: Tx, entry: NewEntry, { serials, likenesses }: ReturnType<typeof marksOf>) {
  return (await findEntry(tx, entry, serials)) ?? (await findOfNoAccount(tx, entry, serials, likenesses));
}

/** Kept once, whichever file and format it comes in. */
export async function noteEntry(tx: Tx, keyring: Keyring, entry: NewEntry): Promise<EntryNote> {
  const { serials, likenesses } = marksOf(keyring, entry);
  const serial = serials[0]!;
  const known = await findKnown(tx, entry, { serials, likenesses });
  if (known) return { ...known, serial, isNew: false, alike: [], reused: undefined };
  const { id } = await tx
    .insertInto('bank_entries')
    .values({
      office_id: entry.officeId,
      account: entry.account,
      direction: entry.direction,
      booked_on: entry.bookedOn,
      amount_fen: entry.amountFen,
      serial,
      twin: entry.twin,
      likeness: likenesses[0]!,
      import_id: entry.importId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    entryId: id,
    serial,
    isNew: true,
    creditId: null,
    alike: await findAlike(tx, entry, { id, serials, likenesses }),
    reused: entry.serial === '' ? undefined : await findReused(tx, entry, id),
  };
}

/** What a debit says of itself stays with it: nothing else keeps it. */
export async function sealEntry(
  tx: Tx,
  keyring: Keyring,
  entryId: string,
  { payerName, memo, isReversal }: { payerName: string; memo: string; isReversal: boolean },
): Promise<void> {
  await tx
    .updateTable('bank_entries')
    .set({
      payer_sealed: keyring.sealText(payerName),
      memo_sealed: keyring.sealText(memo),
      is_reversal: isReversal,
    })
    .where('id', '=', entryId)
    .execute();
}

export async function tellCredit(tx: Tx, entryId: string, creditId: string): Promise<void> {
  await tx.updateTable('bank_entries').set({ credit_id: creditId }).where('id', '=', entryId).execute();
}

/** Also a credit that the release before has taken in, which kept no entry of it. */
async function findEntry(tx: Tx, entry: NewEntry, serials: readonly string[]) {
  const { officeId, account, direction, bookedOn, amountFen, twin } = entry;
  const { rows } = await sql<{ entryId: string; creditId: string | null }>`
    select id as "entryId", credit_id as "creditId" from bank_entries
      where office_id = ${officeId} and account = ${account} and booked_on = ${bookedOn} and direction = ${direction}
        and amount_fen = ${amountFen}::bigint and serial = any(${[...serials]}::text[]) and twin = ${twin}
    union all
    select credits.id, credits.id from credits
      where office_id = ${officeId} and ${direction} = 'credit' and booked_on = ${bookedOn} and amount_fen = ${amountFen}::bigint
        and serial = any(${[...serials]}::text[]) and ${twin} = 1
        and not exists (select from bank_entries where credit_id = credits.id)
    limit 1`.execute(tx);
  return rows[0];
}

/**
 * The same entry in two files of which only one names the account: what knows none takes on the one that is said. Where several
 * accounts have such an entry, a person says of which this one is.
 */
async function findOfNoAccount(
  tx: Tx,
  entry: NewEntry,
  serials: readonly string[],
  likenesses: readonly Buffer[],
): Promise<{ entryId: string; creditId: string | null } | undefined> {
  const { officeId, account, direction, bookedOn, amountFen, twin } = entry;
  const { rows } = await sql<{ entryId: string; creditId: string | null }>`
    select id as "entryId", credit_id as "creditId" from bank_entries
      where office_id = ${officeId} and (account = '') <> (${account} = '') and booked_on = ${bookedOn} and direction = ${direction}
        and amount_fen = ${amountFen}::bigint and serial = any(${[...serials]}::text[]) and twin = ${twin}
        and likeness = any(${[...likenesses]}::bytea[])
    limit 2`.execute(tx);
  const [known] = rows;
  if (!known || rows.length > 1) return undefined;
  if (account !== '') await tellAccount(tx, known, account);
  return known;
}

async function tellAccount(
  tx: Tx,
  { entryId, creditId }: { entryId: string; creditId: string | null },
  account: string,
): Promise<void> {
  await tx.updateTable('bank_entries').set({ account }).where('id', '=', entryId).execute();
  if (creditId) await tx.updateTable('credits').set({ account }).where('id', '=', creditId).execute();
}

interface Looked {
  readonly id: string;
  readonly serials: readonly string[];
  readonly likenesses: readonly Buffer[];
}

/** Under another reference, or with other words under the same one where only one of the two files says the account. */
async function findAlike(tx: Tx, entry: NewEntry, { id, serials, likenesses }: Looked): Promise<string[]> {
  const { officeId, account, direction, bookedOn, amountFen } = entry;
  const { rows } = await sql<{ serial: string }>`select serial from bank_entries
    where office_id = ${officeId} and booked_on = ${bookedOn} and amount_fen = ${amountFen}::bigint and direction = ${direction}
      and id <> ${id} and (account = ${account} or account = '' or ${account} = '')
      and (likeness = any(${[...likenesses]}::bytea[]) or (account <> ${account} and serial = any(${[...serials]}::text[])))
    order by received_at, serial limit 5`.execute(tx);
  return rows.map(({ serial }) => serial);
}

async function findReused(tx: Tx, entry: NewEntry, id: string): Promise<EntryNote['reused']> {
  const { officeId, account, direction, bookedOn, amountFen, serial } = entry;
  const { rows } = await sql<{ same_day: boolean; same_amount: boolean }>`
    select booked_on = ${bookedOn} as same_day, amount_fen = ${amountFen}::bigint as same_amount from bank_entries
    where office_id = ${officeId} and account = ${account} and direction = ${direction} and serial = ${serial} and id <> ${id}
    order by same_day desc, same_amount desc limit 1`.execute(tx);
  const [before] = rows;
  if (!before) return undefined;
  if (!before.same_day) return 'otherDay';
  return before.same_amount ? 'otherText' : 'otherAmount';
}

/** The same money told by two files, or in two formats, has the same payer and memo. */
function likenessOf({ payerName, payerAccount, memo, direction }: NewEntry): string {
  return [direction, foldText(payerName) || foldText(payerAccount), foldText(memo)].join('|');
}

/** No bank writes a tilde; keyed, because it is made of a name and a memo. */
const madeSerial = (likeness: Buffer): string => `~${likeness.toString('hex').slice(0, 16)}`;
