/** The directory of other agencies. A new name is a new entry from its day on; a new address is the same agency. */
import { sql } from 'kysely';
import { agencyDefects, type AgencyEntry, type AgencyKind } from '../../domain/agencies.ts';
import { refuseDefects } from '../../domain/errors.ts';
import { lockDirectory } from '../connection/locks.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface DirectoryEntry {
  readonly areaCode: string;
  readonly name: string;
  readonly channel: 'ems' | 'platform';
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
}

export interface KnownCounterpart extends DirectoryEntry {
  readonly id: string;
  readonly kind: AgencyKind;
  /** Null: it answers for no area. */
  readonly area: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** The code of the agency that goes on for it. */
  readonly successor: string | null;
  readonly holder: string;
  readonly bank: string;
  readonly accountSealed: Buffer | null;
}

/** Of a pension agency the code is the area. */
const ENTRY = sql`id, area_code as "areaCode", name, channel, address, postcode, telephone, kind,
  case kind when 'pension' then area_code else area end as area,
  valid_from as "validFrom", valid_until as "validUntil", successor_code as successor,
  account_holder as holder, account_bank as bank, account_sealed as "accountSealed"`;

export const entryOf = ({ areaCode: code, kind, area, validFrom, validUntil, successor }: KnownCounterpart) =>
  ({ code, kind, area, validFrom, validUntil, successor }) satisfies AgencyEntry;

/** The other agencies that are valid on the day, by code; `all`: of each code that has none the newest, too. */
export async function listCounterparts(db: Db, on: string, { all = false } = {}) {
  const { rows } = await sql<KnownCounterpart & { successorName: string | null }>`
    select entry.*, (select next.name from counterparts next where next.area_code = entry.successor
      order by next.valid_from desc limit 1) as "successorName"
    from (select distinct on (area_code) ${ENTRY} from counterparts
      where ${all} or ${on}::date between valid_from and coalesce(valid_until, 'infinity')
      order by area_code, ${on}::date between valid_from and coalesce(valid_until, 'infinity') desc, valid_from desc) as entry
    order by entry."areaCode"`.execute(db);
  return rows.map(({ id: _, holder: _holder, bank: _bank, accountSealed, successor, successorName, ...row }) => ({
    ...row,
    successor: successor === null ? null : { areaCode: successor, name: successorName ?? successor },
    hasAccount: accountSealed !== null,
  }));
}

/** Where an agency wants its money: its entry of the day. Null: it has not said. Undefined: no such agency. */
export async function readAgencyAccount(db: Db, keyring: Keyring, areaCode: string, on: string) {
  const { rows } = await sql<KnownCounterpart>`select ${ENTRY} from counterparts where area_code = ${areaCode}
    and ${on}::date between valid_from and coalesce(valid_until, 'infinity') order by valid_from desc limit 1`.execute(
    db,
  );
  const [entry] = rows;
  if (!entry) return undefined;
  const number = keyring.openText(entry.accountSealed);
  return number === null ? null : { number, holder: entry.holder || entry.name, bank: entry.bank };
}

/** The newest entry of every code. */
export async function loadDirectory(db: Db): Promise<KnownCounterpart[]> {
  const { rows } = await sql<KnownCounterpart>`
    select distinct on (area_code) ${ENTRY} from counterparts order by area_code, valid_from desc`.execute(db);
  return rows;
}

interface Around {
  readonly areaCode: string;
  readonly kind: AgencyKind;
  readonly area: string | null;
  readonly successor?: string | null | undefined;
}

/**
 * What the rules look at beside an entry, newest first: those of its code, of its kind and area, whom it goes on for, and all that its successors lead to. Nobody else changes the
 * directory until the transaction ends.
 */
export async function lockedDirectory(
  tx: Tx,
  { areaCode, kind, area, successor }: Around,
): Promise<KnownCounterpart[]> {
  await lockDirectory(tx);
  const { rows } = await sql<KnownCounterpart>`
    with recursive chain (code) as (
      select code from unnest(array[${areaCode}, ${successor ?? null}]::text[]) as code where code is not null union
      select successor_code from chain join counterparts on area_code = chain.code where successor_code is not null)
    select ${ENTRY} from counterparts
    where area_code in (select code from chain) or (kind = ${kind} and area = ${area}) or successor_code = ${areaCode}
    order by area_code, valid_from desc`.execute(tx);
  return rows;
}

type Correctable = Pick<KnownCounterpart, 'address' | 'postcode' | 'telephone' | 'validUntil' | 'successor'>;
const COLUMNS = {
  address: 'address',
  postcode: 'postcode',
  telephone: 'telephone',
  validUntil: 'valid_until',
  successor: 'successor_code',
} as const satisfies Record<keyof Correctable, string>;

/** Where its post goes, who answers, until when, and who goes on for it; its name comes with the file. @returns what is different now; undefined: no such agency */
export async function correctCounterpart(
  tx: Tx,
  areaCode: string,
  asked: Partial<Correctable>,
  today: string,
): Promise<string[] | undefined> {
  const before = await loadDirectory(tx);
  const newest = before.find((entry) => entry.areaCode === areaCode);
  if (!newest) return undefined;
  const entries = await lockedDirectory(tx, { ...newest, successor: asked.successor });
  const ofCode = entries.filter((entry) => entry.areaCode === areaCode);
  const known =
    ofCode.find(({ validFrom, validUntil }) => validFrom <= today && (validUntil ?? today) >= today) ?? ofCode[0];
  if (!known) return undefined;
  const fields = Object.keys(COLUMNS) as (keyof Correctable)[];
  const changed = fields.filter((field) => asked[field] !== undefined && asked[field] !== known[field]);
  if (changed.length === 0) return [];
  if (changed.includes('validUntil') || changed.includes('successor')) {
    const others = entries.filter(({ id }) => id !== known.id).map(entryOf);
    refuseDefects(agencyDefects(entryOf({ ...known, ...asked }), others));
  }
  const values = Object.fromEntries(changed.map((field) => [COLUMNS[field], asked[field]]));
  await tx.updateTable('counterparts').set(values).where('id', '=', known.id).execute();
  return changed;
}
