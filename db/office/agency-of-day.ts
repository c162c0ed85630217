/** Which agency it is on a day: the one that was named, or whoever goes on for one that is no more. */
import { sql } from 'kysely';
import { answersOn, successorOn, type AgencyKind } from '../../domain/agencies.ts';
import type { Db } from '../connection/connection.ts';

interface Linked {
  id: string;
  code: string;
  kind: AgencyKind;
  area: string | null;
  name: string;
  validFrom: string;
  validUntil: string | null;
  successor: string | null;
}

/** The agency of the code and those that its successors lead to, every entry of each. */
async function chainOf(db: Db, code: string): Promise<Linked[]> {
  const { rows } = await sql<Linked>`with recursive chain (code) as (
      select ${code}::text union
      select successor_code from chain join counterparts on area_code = chain.code where successor_code is not null)
    select id, area_code as code, kind, area, name, valid_from as "validFrom", valid_until as "validUntil", successor_code as successor
    from counterparts where area_code in (select code from chain)`.execute(db);
  return rows;
}

/** Undefined: no agency ever had this code, or one has it on the day. */
export async function readAbolished(db: Db, code: string, day: string) {
  const chain = await chainOf(db, code);
  const own = chain.filter((one) => one.code === code).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const [newest] = own;
  if (!newest || own.some((one) => answersOn(one, day))) return undefined;
  const next = successorOn(code, day, chain);
  return { name: newest.name, successor: next && { areaCode: next.code, name: next.name } };
}

/** The entry that stands for a counterpart on the day: its own code’s, else its successor’s, else the one that was named. */
export async function entryOnDay(db: Db, counterpartId: string, day: string): Promise<string> {
  const { rows } = await sql<{
    code: string;
  }>`select area_code as code from counterparts where id = ${counterpartId}`.execute(db);
  const { code } = rows[0]!;
  const chain = await chainOf(db, code);
  const own = chain.find((one) => one.code === code && answersOn(one, day));
  return (own ?? successorOn(code, day, chain))?.id ?? counterpartId;
}
