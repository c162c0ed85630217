/** A day's list held against the ledger: what stands on goes on, what is new gets an owner, what is no more ends. */
import { sql } from 'kysely';
import { compareInTransit, sideBySide, type Difference, type Direction } from '../../domain/platform.ts';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import { lockPlatform } from '../connection/locks.ts';
import type { Tx } from '../connection/connection.ts';
import { ownerNow } from '../holding/owners.ts';
import { areaCodeOf } from '../office/office.ts';
import { limitOn, rulesNow, type RuleBook } from '../office/rules.ts';
import { readOurs, readTheirs } from './ours.ts';
import { newestDay } from './rows.ts';

/** Only the newest: an older list that comes late says nothing of today. */
export async function compareNewestList(tx: Tx, officeId: string): Promise<void> {
  await lockPlatform(tx);
  const listedOn = await newestDay(tx, officeId);
  if (listedOn === undefined) return;
  const day = { officeId, listedOn };
  const theirs = await readTheirs(tx, day);
  const ours = await readOurs(tx, day);
  const { rules } = await rulesNow(tx);
  const areaCode = await areaCodeOf(tx, officeId);
  for (const side of sideBySide(theirs, ours, (direction) => answerLimit(rules, { direction, listedOn, areaCode })))
    await putSide(tx, day, side);
  await putDifferences(tx, day, compareInTransit(theirs, ours, { listedOn, calendar: rules.calendar }));
}

interface Day {
  readonly officeId: string;
  readonly listedOn: string;
}

/** How long the old place has: the other office for our letter, we for one of theirs. */
function answerLimit(
  rules: RuleBook,
  { direction, listedOn, areaCode }: { direction: Direction; listedOn: string; areaCode: string },
): number {
  const limit = direction === 'in' ? 'counterpart' : 'own';
  return limitOn(rules, listedOn, limit, { direction, procedureType: USUAL_TYPE, areaCode }) ?? LAW_DAYS;
}

/** 66号 Art. 8. */
const LAW_DAYS = 15;

async function putSide(
  tx: Tx,
  { officeId, listedOn }: Day,
  side: { direction: Direction; there: number; here: number; overdueThere: number; overdueHere: number },
): Promise<void> {
  await sql`insert into platform_lists (office_id, listed_on, direction, there, here, overdue_there, overdue_here)
    values (${officeId}, ${listedOn}::date, ${side.direction}, ${side.there}, ${side.here}, ${side.overdueThere}, ${side.overdueHere})
    on conflict (office_id, listed_on, direction) do update set there = excluded.there, here = excluded.here,
      overdue_there = excluded.overdue_there, overdue_here = excluded.overdue_here, compared_at = office_now()`.execute(
    tx,
  );
}

const keyOf = ({ kind, serial, transferId, gap }: Pick<Difference, 'kind' | 'serial' | 'transferId' | 'gap'>): string =>
  [kind, serial ?? '', transferId ?? '', gap].join(' ');

async function putDifferences(tx: Tx, { officeId, listedOn }: Day, found: readonly Difference[]): Promise<void> {
  const { rows: standing } = await sql<
    Difference & { id: string }
  >`select id, kind, serial, transfer_id as "transferId", gap
    from platform_differences where office_id = ${officeId} and ended_on is null for update`.execute(tx);
  const known = new Map(standing.map((row) => [keyOf(row), row.id]));
  const still = new Set(found.map(keyOf));
  const gone = standing.filter((row) => !still.has(keyOf(row))).map(({ id }) => id);
  await sql`update platform_differences set ended_on = ${listedOn}::date where id = any(${gone}::uuid[])`.execute(tx);
  if (found.length === 0) return;
  const { staffId: managerId } = await ownerNow(tx, officeId, { role: 'manager', on: listedOn });
  for (const one of found) {
    const id = known.get(keyOf(one));
    if (id === undefined) await insertDifference(tx, { officeId, listedOn }, one, managerId);
    else
      await sql`update platform_differences set last_on = ${listedOn}::date, theirs = ${one.theirs}, ours = ${one.ours},
        owner_id = ${ownerOf(one.transferId, managerId)} where id = ${id}`.execute(tx);
  }
}

/** The steward, while the case is open: he knows it. What is no case here, or closed, is for the manager to give to somebody. */
const ownerOf = (transferId: string | null, managerId: string) =>
  sql`coalesce((select steward_id from transfers join staff on staff.id = steward_id and staff.active
    where transfers.id = ${transferId}::uuid and closed_at is null), ${managerId}::uuid)`;

async function insertDifference(
  tx: Tx,
  { officeId, listedOn }: Day,
  one: Difference,
  managerId: string,
): Promise<void> {
  await sql`insert into platform_differences
      (office_id, kind, direction, serial, transfer_id, theirs, ours, gap, owner_id, first_on, last_on)
    values (${officeId}, ${one.kind}, ${one.direction}, ${one.serial}, ${one.transferId}::uuid, ${one.theirs}, ${one.ours}, ${one.gap},
      ${ownerOf(one.transferId, managerId)}, ${listedOn}::date, ${listedOn}::date)`.execute(tx);
}
