/** Finds transfers by any number; both directions, open and closed. */
import { sql, type RawBuilder } from 'kysely';
import type { SearchField, SearchTerm } from '../../domain/persons/search-terms.ts';
import type { Db } from '../connection/connection.ts';
import type { HashKind, Keyring } from '../connection/sealing.ts';

const MOST = 100;

const HASHED: Partial<Record<SearchField, HashKind>> = { idNumber: 'idNumber', name: 'name', mobile: 'phone' };

/**
 * Each group is one field that was asked for, with its possible readings: a transfer must fit every group by one reading.
 * At most a hundred ids, newest first.
 */
export async function searchTransferIds(
  db: Db,
  keyring: Keyring,
  officeId: string,
  groups: readonly (readonly SearchTerm[])[],
): Promise<string[]> {
  if (groups.length === 0 || groups.some((group) => group.length === 0)) return [];
  const sets = groups.map(
    (group) =>
      sql`(${sql.join(
        group.map((term) => idsOf(keyring, officeId, term)),
        sql` union `,
      )})`,
  );
  const { rows } = await sql<{ id: string }>`
    with found as (${sql.join(sets, sql` intersect `)})
    select t.id from found join transfers t on t.id = found.id
    where t.office_id = ${officeId}
    order by t.accepted_at desc, t.id desc limit ${MOST}`.execute(db);
  return rows.map(({ id }) => id);
}

function idsOf(keyring: Keyring, officeId: string, { field, value }: SearchTerm): RawBuilder<unknown> {
  const hashKind = HASHED[field];
  if (hashKind) {
    return sql`select t.id from person_hashes h join cases c on c.person_id = h.person_id join transfers t on t.case_id = c.id
      where h.kind = ${hashKind} and h.hash = any(${keyring.hashes(hashKind, value)}::bytea[])`;
  }
  switch (field) {
    case 'caseNo':
      return sql`select t.id from cases c join transfers t on t.case_id = c.id
        where c.office_id = ${officeId} and c.case_no = ${value}`;
    case 'letterNo':
      return sql`select transfer_id as id from letters where office_id = ${officeId} and letter_no = ${value}`;
    case 'waybill':
      return sql`select transfer_id as id from letters where office_id = ${officeId} and waybill = ${value}`;
    default:
      return sql`select id from transfers where status_code = ${value}`;
  }
}
