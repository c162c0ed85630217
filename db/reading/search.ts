/** Finds transfers by any number or its last digits; both directions, open and closed. */
import { sql, type RawBuilder } from 'kysely';
import { SEARCH_FIELDS, type SearchTerm } from '../../domain/persons/search-terms.ts';
import type { Db } from '../connection/connection.ts';
import type { HashKind, Keyring } from '../connection/sealing.ts';

const MOST = 100;

const HASHED: Partial<Record<SearchTerm['field'], HashKind>> = {
  idNumber: 'idNumber',
  name: 'name',
  mobile: 'phone',
  idLastFour: 'lastSix',
  phoneLastFour: 'phoneLastFour',
};

export interface FoundTransfer {
  readonly id: string;
  readonly personId: string;
  /** What of what was asked fits. */
  readonly by: SearchTerm['field'][];
}

/**
 * Each group is one field that was asked for, with its possible readings: a transfer must fit every group by one reading.
 * At most a hundred: what a whole number names before what only its last digits fit, then what is open, then the newest.
 */
export async function searchTransfers(
  db: Db,
  keyring: Keyring,
  officeId: string,
  groups: readonly (readonly SearchTerm[])[],
): Promise<FoundTransfer[]> {
  if (groups.length === 0 || groups.some((group) => group.length === 0)) return [];
  const readings = groups.flatMap((group, number) =>
    group.map((term) => {
      const ids = idsOf(keyring, officeId, term);
      return sql`select id, ${sql.lit(number)} as of_group, ${sql.lit(term.field)} as by from (${ids}) as ids`;
    }),
  );
  const { rows } = await sql<FoundTransfer>`
    with found as (select id, array_agg(distinct by order by by) as by, bool_or(by = any(${[...SEARCH_FIELDS]}::text[])) as whole
      from (${sql.join(readings, sql` union all `)}) as reading
      group by id having count(distinct of_group) = ${sql.lit(groups.length)})
    select t.id, c.person_id as "personId", found.by
    from found join transfers t on t.id = found.id join cases c on c.id = t.case_id
    where t.office_id = ${officeId}
    order by found.whole desc, t.closed_at is not null, t.accepted_at desc, t.id desc limit ${sql.lit(MOST)}`.execute(
    db,
  );
  return rows;
}

function idsOf(keyring: Keyring, officeId: string, { field, value }: SearchTerm): RawBuilder<unknown> {
  const hashKind = HASHED[field];
  if (hashKind) {
    const hashes = (field === 'idLastFour' ? endsOf(value) : [value]).flatMap((one) => keyring.hashes(hashKind, one));
    return sql`select t.id from person_hashes h join cases c on c.person_id = h.person_id join transfers t on t.case_id = c.id
      where h.kind = ${hashKind} and h.hash = any(${hashes}::bytea[])`;
  }
  switch (field) {
    case 'caseNo':
      return sql`select t.id from cases c join transfers t on t.case_id = c.id
        where c.office_id = ${officeId} and c.case_no = ${value}`;
    case 'caseNoEnd':
      return sql`select t.id from cases c join transfers t on t.case_id = c.id
        where c.office_id = ${officeId} and ${endsWith(sql`c.case_no`, value)}`;
    case 'letterNo':
      return sql`select transfer_id as id from letters where office_id = ${officeId} and letter_no = ${value}`;
    case 'waybill':
      return sql`select transfer_id as id from letters where office_id = ${officeId} and waybill = ${value}`;
    case 'bankSerial':
      return sql`select part.transfer_id as id from credits join credit_parts part on part.credit_id = credits.id
        where credits.office_id = ${officeId} and credits.serial = ${value} and part.transfer_id is not null`;
    default:
      return sql`select id from transfers where status_code = ${value}`;
  }
}

/** Kept are hashes of the last six: before the last four stand two figures, of the day of birth in most numbers. */
const endsOf = (lastFour: string): string[] =>
  Array.from({ length: 100 }, (_, figures) => String(figures).padStart(2, '0') + lastFour);

/** Along the index of the numbers read backwards: from these digits up to where the last of them would be one more. */
function endsWith(column: RawBuilder<unknown>, digits: string): RawBuilder<unknown> {
  const backwards = [...digits].reverse().join('');
  const after = backwards.slice(0, -1) + String.fromCharCode(backwards.charCodeAt(backwards.length - 1) + 1);
  return sql`reverse(${column}) ~>=~ ${backwards} and reverse(${column}) ~<~ ${after}`;
}
