/** Numbers that the courier speaks of and no letter has yet: visible all the same, with what their scans amount to. */
import { sql } from 'kysely';
import { isSilent, letterState } from '../../domain/letters/letter-state.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';
import { lettersQuietToday } from './silent.ts';

interface ParkedRow {
  id: string;
  waybill: string;
  scans: {
    scannedAt: string;
    code: string;
    text: string;
    textId: string | null;
    sealed: string | null;
    meaning: string;
    failureCode: string | null;
    source: string;
  }[];
}

export interface ParkedFilter {
  readonly officeId: string;
  readonly waybill?: string;
  /** The last number of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** In the order of their numbers. */
export async function listParked(db: Db, keyring: Keyring, { officeId, waybill, after = '', limit }: ParkedFilter) {
  const { rows } = await sql<ParkedRow>`
    select (array_agg(id order by received_at, id))[1] as id, waybill,
      jsonb_agg(jsonb_build_object('scannedAt', scanned_at, 'code', code, 'text', text, 'textId', text_id,
        'sealed', encode(${keptText('mail_scans.text_id')}, 'base64'), 'meaning', meaning, 'failureCode', failure_code, 'source', source) order by scanned_at, code) as scans
    from mail_scans
    where office_id = ${officeId} and letter_id is null and waybill > ${after} and (${waybill ?? null}::text is null or waybill = ${waybill ?? null})
    group by waybill order by waybill limit ${limit}`.execute(db);
  const quiet = await lettersQuietToday(db);
  return rows.map(({ id, waybill: number, scans: kept }) => {
    const scans = kept.map(({ textId, sealed, text, ...scan }) => ({
      ...scan,
      scannedAt: new Date(scan.scannedAt).toISOString(),
      text: openKept(keyring, textId, sealed === null ? null : Buffer.from(sealed, 'base64'), text),
    }));
    const last = scans.at(-1)!.scannedAt;
    const heardOn = dateOf(last);
    const folded = letterState(scans, heardOn);
    return {
      id,
      parked: true,
      transferId: null,
      caseNo: null,
      letterNo: null,
      attempt: null,
      envelope: null,
      kind: null,
      channel: 'ems' as const,
      waybill: number,
      postedOn: null,
      // There is a scan, or the number would not be here.
      state: folded.state === 'notScanned' ? ('posted' as const) : folded.state,
      stateSince: last,
      scans,
      failureCode: folded.state === 'returned' ? (folded.reason ?? null) : null,
      silent: isSilent({ channel: 'ems', state: folded.state, heardOn }, quiet),
    };
  });
}
