/** By what a row is known again: the line that went in before, or a case of its number that came in another way. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { ImportKind } from './files.ts';

export interface EarlierLine {
  readonly naturalKey: string;
  readonly transferId: string | null;
  readonly cells: Readonly<Record<string, string>>;
}

/** The newest line that went in for each key, whichever file it came with. */
export async function findEarlierLines(
  tx: Tx,
  keyring: Keyring,
  { officeId, kind, keys }: { officeId: string; kind: ImportKind; keys: readonly string[] },
): Promise<Map<string, EarlierLine>> {
  const { rows } = await sql<{ natural_key: string; transfer_id: string | null; raw_sealed: Buffer }>`
    select distinct on (l.natural_key) l.natural_key, l.transfer_id, l.raw_sealed
    from import_lines l join imports i on i.id = l.import_id
    where l.natural_key = any(${[...keys]}::text[]) and l.verdict <> 'refused' and i.kind = ${kind} and i.office_id = ${officeId}
    order by l.natural_key, i.created_at desc, l.line desc`.execute(tx);
  return new Map(
    rows.map((row) => {
      const cells = JSON.parse(keyring.open(row.raw_sealed).toString('utf8')) as Record<string, string>;
      return [row.natural_key, { naturalKey: row.natural_key, transferId: row.transfer_id, cells }];
    }),
  );
}

export async function takenCaseNumbers(tx: Tx, officeId: string, caseNos: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ case_no: string }>`select case_no from cases
    where office_id = ${officeId} and case_no = any(${[...caseNos]}::text[])`.execute(tx);
  return new Set(rows.map(({ case_no }) => case_no));
}
