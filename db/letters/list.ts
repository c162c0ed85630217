/** Letters with their scans, in two queries whatever their number. */
import { sql } from 'kysely';
import { isSilent } from '../../domain/letters/letter-state.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';
import { scansOfEnvelope } from './postings.ts';
import { lettersQuietToday } from './silent.ts';

type State = 'posted' | 'underWay' | 'outForDelivery' | 'delivered' | 'returned' | 'lost' | 'unknown';

export function selectLetters(db: Db) {
  return db
    .selectFrom('letters as l')
    .innerJoin('transfers as t', 't.id', 'l.transfer_id')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .selectAll('l')
    .select('c.case_no');
}
export type LetterRow = Awaited<ReturnType<ReturnType<typeof selectLetters>['execute']>>[number];

export async function listLettersOf(db: Db, keyring: Keyring, transferId: string) {
  return withScans(
    db,
    keyring,
    await selectLetters(db).where('l.transfer_id', '=', transferId).orderBy('l.sent_by_fact_seq').execute(),
  );
}

export async function withScans(db: Db, keyring: Keyring, letters: readonly LetterRow[]) {
  if (letters.length === 0) return [];
  const scans = await scansOf(
    db,
    keyring,
    letters.map(({ id }) => id),
  );
  const quiet = await lettersQuietToday(db);
  return letters.map((letter) => ({
    id: letter.id,
    transferId: letter.transfer_id,
    caseNo: letter.case_no,
    letterNo: letter.letter_no,
    attempt: letter.attempt,
    envelope: letter.envelope,
    kind: letter.kind as 'liaison' | 'correction',
    channel: letter.channel as 'ems' | 'platform',
    waybill: letter.waybill,
    postedOn: letter.posted_on,
    state: letter.state as State,
    stateSince: letter.state_since.toISOString(),
    failureCode: letter.failure_code,
    silent: isSilent({ channel: letter.channel, state: letter.state, heardOn: heardOn(letter) }, quiet),
    scans: scans.filter(({ letterId }) => letterId === letter.id).map(({ letterId: _, ...scan }) => scan),
  }));
}

const heardOn = ({ last_scan_at: scannedAt, posted_on: postedOn }: LetterRow): string =>
  scannedAt ? dateOf(scannedAt) : postedOn;

interface ScanRow {
  readonly letter_id: string;
  readonly scanned_at: Date;
  readonly code: string;
  readonly text: string;
  readonly text_id: string | null;
  readonly text_sealed: Buffer | null;
  readonly meaning: string;
  readonly failure_code: string | null;
  readonly source: string;
}

async function scansOf(db: Db, keyring: Keyring, letterIds: string[]) {
  const { rows } = await sql<ScanRow>`
    select l.id as letter_id, scans.* from letters as l
    cross join lateral (select scanned_at, code, text, text_id, ${keptText('mail_scans.text_id')} as text_sealed, meaning,
      mail_scans.failure_code, source from ${scansOfEnvelope}) as scans
    where l.id = any(${letterIds}::uuid[]) order by scanned_at, code`.execute(db);
  return rows.map((row) => ({
    letterId: row.letter_id,
    scannedAt: row.scanned_at.toISOString(),
    code: row.code,
    text: openKept(keyring, row.text_id, row.text_sealed, row.text),
    meaning: row.meaning,
    failureCode: row.failure_code,
    source: row.source,
  }));
}
