/** Letters with their scans, in two queries whatever their number. */
import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { loadCalendar } from '../office/calendar.ts';
import type { Db } from '../connection/connection.ts';
import { officeNow } from '../office/clock.ts';
import { quietSince, silentAfterWorkingDays } from './silent.ts';

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

export async function listLettersOf(db: Db, transferId: string) {
  return withScans(
    db,
    await selectLetters(db).where('l.transfer_id', '=', transferId).orderBy('l.sent_by_fact_seq').execute(),
  );
}

export async function withScans(db: Db, letters: readonly LetterRow[]) {
  if (letters.length === 0) return [];
  const scans = await scansOf(
    db,
    letters.map(({ id }) => id),
  );
  const calendar = await loadCalendar(db);
  const today = dateOf(await officeNow(db));
  const quiet = quietSince(today, await silentAfterWorkingDays(db), calendar);
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
    silent: isSilent(letter, quiet),
    scans: scans.filter(({ letterId }) => letterId === letter.id).map(({ letterId: _, ...scan }) => scan),
  }));
}

/** Under way by post, and no scan for three working days. */
function isSilent(letter: LetterRow, quiet: string): boolean {
  if (letter.channel !== 'ems' || !['posted', 'underWay', 'outForDelivery'].includes(letter.state)) return false;
  const since = letter.last_scan_at ? dateOf(letter.last_scan_at) : letter.posted_on;
  return since <= quiet;
}

async function scansOf(db: Db, letterIds: string[]) {
  const rows = await db
    .selectFrom('mail_scans')
    .select(['letter_id', 'scanned_at', 'code', 'text', 'meaning', 'failure_code', 'source'])
    .where(sql<SqlBool>`letter_id = any(${letterIds}::uuid[])`)
    .orderBy('scanned_at')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    letterId: row.letter_id,
    scannedAt: row.scanned_at.toISOString(),
    code: row.code,
    text: row.text,
    meaning: row.meaning,
    failureCode: row.failure_code,
    source: row.source,
  }));
}
