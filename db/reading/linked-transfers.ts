/** What stands before and after a transfer in its case: where it goes on from, what goes on from it, and whether it was reversed. */
import { sql } from 'kysely';
import { mayDo } from '../../domain/staff/permissions.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Link } from '../../domain/linked.ts';
import type { Role } from '../../domain/roles.ts';
import type { Db } from '../connection/connection.ts';
import { procedureKey } from '../ledger/procedure-key.ts';
import { staffRef } from '../office/staff.ts';
import { openStepOf } from './transfer-rows.ts';

/** Of the leg, the transfer itself among them; in their order. */
async function ofCase(db: Db, transferId: string) {
  return db
    .selectFrom('transfers as asked')
    .innerJoin('transfers as t', (join) =>
      join.onRef('t.case_id', '=', 'asked.case_id').onRef('t.leg', '=', 'asked.leg'),
    )
    .leftJoin('reversals as r', 'r.transfer_id', 't.id')
    .leftJoin('staff as proposer', 'proposer.id', 'r.by_staff_id')
    .leftJoin('staff as second', 'second.id', 'r.confirmed_by')
    .leftJoin('steps as s', (join) => join.onRef('s.transfer_id', '=', 't.id').on('s.closed_at', 'is', null))
    .leftJoin('staff as owner', 'owner.id', 's.owner_id')
    .select(['t.id', 't.number', 't.link', 't.links_to', 't.first_id', 't.accepted_at', 't.closed_at', 't.closing'])
    .select(['t.direction', 't.procedure_type', 't.procedure_version', 'r.reversed_at', 'r.amount_fen'])
    .select(['proposer.id as by_id', 'proposer.display_name as by_name', 'proposer.post as by_post'])
    .select(['second.id as second_id', 'second.display_name as second_name', 'second.post as second_post'])
    .select(['s.ordinal', 's.step', 's.attempt', 's.opened_at', 's.due_on', 's.provisional', 's.overdue_at'])
    .select(['s.held_since', 's.escalations', 'owner.id as owner_id'])
    .select(['owner.display_name as owner_name', 'owner.post as owner_post'])
    .select(
      sql<number>`(select count(*) from attempts join transfers before on before.id = attempts.transfer_id
        where before.id in (t.first_id) or (before.first_id = t.first_id and before.number < t.number))`.as('before'),
    )
    .where('asked.id', '=', transferId)
    .orderBy('t.number')
    .execute();
}
type Row = Awaited<ReturnType<typeof ofCase>>[number];

export async function readLinked(db: Db, transferId: string, roles: readonly Role[]) {
  const rows = await ofCase(db, transferId);
  const own = rows.find(({ id }) => id === transferId)!;
  return {
    link: own.link as Link | null,
    linksTo: own.links_to,
    attemptsBefore: own.before,
    items: rows.filter(({ id }) => id !== transferId).map(asLinked),
    reversal: reversalOf(own),
    may: mayDo(roles, 'goOnFromTransfer') ? whatMay(own, rows) : [],
  };
}

const asLinked = (row: Row) => ({
  id: row.id,
  number: row.number,
  link: row.link as Link | null,
  linksTo: row.links_to,
  procedure: procedureKey(row),
  acceptedAt: row.accepted_at.toISOString(),
  openStep: openStepOf(row),
  closedAt: row.closed_at?.toISOString() ?? null,
  closing: row.closing as Closing | null,
  reversed: row.reversed_at !== null,
});

const reversalOf = (row: Row) =>
  row.reversed_at === null
    ? null
    : {
        reversedAt: row.reversed_at.toISOString(),
        amountFen: row.amount_fen!,
        by: staffRef(row.by_id!, row.by_name!, row.by_post!),
        confirmedBy: staffRef(row.second_id!, row.second_name!, row.second_post!),
      };

/** As far as it can be seen without a lock; whoever asks is told the rest. */
function whatMay(own: Row, rows: readonly Row[]): ('supplement' | 'reopening' | 'reversal')[] {
  const after = rows.filter(({ links_to: before }) => before === own.id);
  const isTaken = after.some(({ link, closed_at: closedAt }) => link === 'reopening' || closedAt === null);
  if (own.closed_at === null || isTaken) return [];
  return own.closing === 'completed' && own.reversed_at === null
    ? ['supplement', 'reopening', 'reversal']
    : ['reopening'];
}

/** What goes on from it, or from what goes on from it, as the person may know it. */
export async function readGoingOn(db: Db, transferId: string) {
  const { rows } = await sql<Following>`
    with recursive after as (
      select id, number from transfers where links_to = ${transferId}::uuid
      union all
      select t.id, t.number from after join transfers t on t.links_to = after.id)
    select t.link, t.accepted_at, t.closed_at, t.closing, t.direction, t.procedure_type, t.procedure_version, s.step, s.due_on,
      said.party
    from after join transfers t on t.id = after.id
    left join steps s on s.transfer_id = t.id and s.closed_at is null
    left join procedure_steps said on said.procedure = s.procedure and said.step = s.step
    order by t.number`.execute(db);
  return rows;
}

export interface Following {
  link: Link;
  accepted_at: Date;
  closed_at: Date | null;
  closing: Closing | null;
  direction: string;
  procedure_type: string;
  procedure_version: string;
  step: string | null;
  due_on: string | null;
  party: string | null;
}
