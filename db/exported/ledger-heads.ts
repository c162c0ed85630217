/** What every row of the office's ledgers begins with, whichever way the transfer goes: case, person, other office, steward. */
import { sql } from 'kysely';

const wasChanged = (...fields: readonly string[]) =>
  sql`exists (select from person_changes pc where pc.person_id = p.id and pc.field = any(${[...fields]}::text[]))`;

/** What a case said of its person (`a`) counts for its row until it is put right; without such words, what is known of the person (`p`). */
const NAME = sql`case when a.case_id is null or ${wasChanged('name', 'person')} then p.name_sealed else a.name_sealed end`;
export const MOBILE = sql`case when a.case_id is null or ${wasChanged('mobile')} then p.phone_sealed else a.phone_sealed end`;

export interface LedgerHead {
  id: string;
  case_no: string;
  name_sealed: Buffer;
  id_number_sealed: Buffer | null;
  area_code: string;
  counterpart_name: string;
  accepted_on: string;
  steward: string;
  gone_on: boolean;
}

export const HEAD = sql`t.id, c.case_no, ${NAME} as name_sealed, p.id_number_sealed, cp.area_code, cp.name as counterpart_name,
  c.accepted_on::text, steward.display_name as steward,
  exists (select from events e where e.transfer_id = t.id and e.source not in ('import', 'system')) as gone_on`;

/** The tables of a head; further ones are joined behind it, and `asked.place` is the place of an id in the list. */
export const fromAsked = (ids: readonly string[]) =>
  sql`from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place)
    join transfers t on t.id = asked.id
    join cases c on c.id = t.case_id
    join persons p on p.id = c.person_id
    left join applications a on a.case_id = c.id
    join counterparts cp on cp.id = t.counterpart_id
    join staff steward on steward.id = t.steward_id`;
