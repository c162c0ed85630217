/** The courier's scans: kept as they come, in whatever order and however often, attached to the letter they speak of. */
import { sql } from 'kysely';
import { decidingWords, failureReason, meaningOf } from '../../domain/letters/courier-codes.ts';
import { normaliseWaybill } from '../../domain/letters/waybill.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockWaybills } from '../connection/locks.ts';
import { settleScannedLetters } from './scanned-letters.ts';
import type { Keyring } from '../connection/sealing.ts';
import { lettersInSameEnvelopes, scansOfEnvelope } from '../letters/postings.ts';
import { insertingTexts, newText } from '../texts/sealed-texts.ts';
import { closeOfficeTask } from '../holding/task-changes.ts';
import { openOfficeTask } from '../holding/tasks.ts';

export interface NewScan {
  readonly waybill: string;
  readonly scannedAt: Date;
  /** As received, also when nobody knows it. */
  readonly code: string;
  readonly text?: string;
}

export interface ScanDelivery {
  readonly officeId: string;
  readonly scans: readonly NewScan[];
  readonly source: 'webhook' | 'file' | 'hand';
}

/** One per scan, in the order given. */
export interface KeptScan {
  /** False: the same number, second and code were there before. */
  readonly isNew: boolean;
  /** Null: no letter has this number yet; the scan waits for one. */
  readonly letterId: string | null;
  readonly transferId: string | null;
}

/** Clerks note the day of posting, sometimes a few days late; a number comes back only after a year or more. */
const POSTED_LATE_DAYS = 7;

export async function receiveScans(db: Db, keyring: Keyring, delivery: ScanDelivery) {
  const kept = await db.transaction().execute((tx) => receiveScansIn(tx, keyring, delivery));
  const accepted = kept.filter(({ isNew }) => isNew);
  return {
    accepted: accepted.length,
    unchanged: kept.length - accepted.length,
    parked: accepted.filter(({ letterId }) => letterId === null).length,
  };
}

export async function receiveScansIn(tx: Tx, keyring: Keyring, delivery: ScanDelivery): Promise<KeptScan[]> {
  const scans = delivery.scans.map(asKept);
  await holdNumbers(tx, delivery.officeId, [...new Set(scans.map(({ waybill }) => waybill))]);
  const inserted = await insertScans(tx, keyring, { ...delivery, scans });
  const letterIds = [...new Set(inserted.flatMap(({ letter_id }) => letter_id ?? []))];
  await settleScannedLetters(tx, keyring, await lettersInSameEnvelopes(tx, letterIds));
  await askAboutParked(tx, delivery.officeId, inserted);
  const known = await selectKept(tx, delivery.officeId, scans);
  const fresh = new Set(inserted.map((row) => keyOf(row.waybill, row.scanned_at, row.code)));
  return scans.map(({ waybill, scannedAt, code }) => {
    const key = keyOf(waybill, scannedAt, code);
    // Twice in one delivery: the first is new, the second is not.
    return {
      isNew: fresh.delete(key),
      letterId: known.get(key)?.letter_id ?? null,
      transferId: known.get(key)?.transfer_id ?? null,
    };
  });
}

/** To the second: a courier's file knows no finer, and what its webhook told before must be the same scan there. */
function asKept(scan: NewScan): NewScan {
  const scannedAt = new Date(Math.floor(scan.scannedAt.getTime() / 1000) * 1000);
  return { ...scan, scannedAt, waybill: normaliseWaybill(scan.waybill) };
}

const keyOf = (waybill: string, at: Date, code: string): string => `${waybill} ${String(at.getTime())} ${code}`;

/** Transfers before numbers, as where a letter is sent: a scan and the recording of its letter cannot miss or block each other. */
async function holdNumbers(tx: Tx, officeId: string, waybills: string[]): Promise<void> {
  await sql`select id from transfers where id in (select transfer_id from letters
      where office_id = ${officeId} and waybill = any(${waybills}::text[])) order by id for update`.execute(tx);
  await lockWaybills(tx, waybills);
}

interface InsertedScan {
  id: string;
  waybill: string;
  scanned_at: Date;
  code: string;
  letter_id: string | null;
}

/** A number may be used again: a scan belongs to the letter that was posted last before it. */
async function insertScans(
  tx: Tx,
  keyring: Keyring,
  { officeId, scans, source }: ScanDelivery,
): Promise<InsertedScan[]> {
  const texts = scans.map(({ text }) => newText(keyring, { officeId }, text));
  const meanings = scans.map(({ code, text }) => meaningOf(code, text ?? ''));
  const failures = scans.map(({ text }, index) =>
    meanings[index] === 'returned' ? (failureReason(text ?? '') ?? null) : null,
  );
  const { rows } = await sql<InsertedScan>`
    with scanned as (insert into mail_scans (office_id, waybill, scanned_at, code, text, text_id, meaning, failure_code, source, letter_id)
    select ${officeId}, scan.waybill, scan.scanned_at, scan.code, scan.text, scan.text_id, scan.meaning, scan.failure_code, ${source},
      (select letters.id from letters where letters.office_id = ${officeId} and letters.waybill = scan.waybill
        and letters.posted_on <= office_date(scan.scanned_at) + ${POSTED_LATE_DAYS}::integer
        order by letters.posted_on desc, letters.id limit 1)
    from unnest(${scans.map(({ waybill }) => waybill)}::text[], ${scans.map(({ scannedAt }) => scannedAt)}::timestamptz[],
      ${scans.map(({ code }) => code)}::text[], ${scans.map(({ text }) => decidingWords(text ?? ''))}::text[],
      ${texts.map((text) => text?.id ?? null)}::uuid[],
      ${meanings}::text[], ${failures}::text[]) as scan (waybill, scanned_at, code, text, text_id, meaning, failure_code)
    on conflict on constraint mail_scans_once do nothing
    returning id, waybill, scanned_at, code, letter_id, text_id),
    kept as (${insertingTexts(texts, sql`said.id in (select text_id from scanned)`)})
    select id, waybill, scanned_at, code, letter_id from scanned`.execute(tx);
  return rows;
}

async function selectKept(tx: Tx, officeId: string, scans: readonly NewScan[]) {
  const { rows } = await sql<{
    waybill: string;
    scanned_at: Date;
    code: string;
    letter_id: string;
    transfer_id: string;
  }>`
    select mail_scans.waybill, scanned_at, code, letter_id, letters.transfer_id
    from mail_scans join letters on letters.id = mail_scans.letter_id
    where mail_scans.office_id = ${officeId} and mail_scans.waybill = any(${scans.map(({ waybill }) => waybill)}::text[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [keyOf(row.waybill, row.scanned_at, row.code), row]));
}

const parkedTaskKey = (waybill: string): string => `parkedScan:${waybill}`;

/** Scans of no letter that is known: somebody should look whose it is, unless the letter is recorded first. */
async function askAboutParked(tx: Tx, officeId: string, inserted: readonly InsertedScan[]): Promise<void> {
  const waybills = new Set(inserted.filter(({ letter_id }) => letter_id === null).map(({ waybill }) => waybill));
  for (const waybill of waybills) {
    await openOfficeTask(tx, officeId, {
      kind: 'unknownScan',
      owner: { role: 'letterClerk' },
      naturalKey: parkedTaskKey(waybill),
      about: { waybill },
    });
  }
}

/** A letter was recorded: what the courier has said of it before comes to it, and its task is done. */
export async function attachWaitingScans(
  tx: Tx,
  keyring: Keyring,
  sent: { readonly transferId: string; readonly factSeq: number },
): Promise<void> {
  const letter = await tx
    .selectFrom('letters')
    .select(['id', 'office_id', 'waybill', 'posted_on'])
    .where('transfer_id', '=', sent.transferId)
    .where('sent_by_fact_seq', '=', sent.factSeq)
    .executeTakeFirstOrThrow();
  if (letter.waybill === null) return;
  await lockWaybills(tx, [letter.waybill]);
  const attached = await sql`update mail_scans set letter_id = ${letter.id}
    where office_id = ${letter.office_id} and waybill = ${letter.waybill} and letter_id is null
      and office_date(scanned_at) + ${POSTED_LATE_DAYS}::integer >= ${letter.posted_on}::date`.execute(tx);
  if (Number(attached.numAffectedRows ?? 0) > 0)
    await closeOfficeTask(tx, letter.office_id, parkedTaskKey(letter.waybill), { note: 'attached' });
  else if (!(await isScanned(tx, letter.id))) return;
  await settleScannedLetters(tx, keyring, [letter.id]);
}

/** Another letter of the envelope may have been recorded before, and scanned. */
async function isScanned(tx: Tx, letterId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from letters as l where l.id = ${letterId} and exists (select from ${scansOfEnvelope})`.execute(
      tx,
    );
  return rows.length > 0;
}
