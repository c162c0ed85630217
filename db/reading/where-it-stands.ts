/** Of transfers that another list names: which office, and what is open now. No name of a person is opened for it. */
import type { Db } from '../connection/connection.ts';
import { openStepOf } from './transfer-rows.ts';

export async function standingsOf(db: Db, transferIds: readonly string[]) {
  if (transferIds.length === 0) return new Map<string, Standing>();
  const rows = await selectStandings(db, transferIds).execute();
  return new Map(rows.map((row) => [row.id, standingOf(row)]));
}
type Standing = ReturnType<typeof standingOf>;

function selectStandings(db: Db, transferIds: readonly string[]) {
  return db
    .selectFrom('transfers as t')
    .innerJoin('counterparts as cp', 'cp.id', 't.counterpart_id')
    .leftJoin('steps as s', (join) => join.onRef('s.transfer_id', '=', 't.id').on('s.closed_at', 'is', null))
    .leftJoin('staff as owner', 'owner.id', 's.owner_id')
    .select(['t.id', 'cp.area_code', 'cp.name', 's.ordinal', 's.step', 's.attempt', 's.opened_at', 's.due_on'])
    .select(['s.provisional', 's.overdue_at', 's.held_since', 's.escalations', 'owner.id as owner_id'])
    .select(['owner.display_name as owner_name', 'owner.post as owner_post'])
    .where('t.id', 'in', [...new Set(transferIds)]);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectStandings>['execute']>>[number];

const standingOf = (row: Row) => ({
  counterpart: { areaCode: row.area_code, name: row.name },
  openStep: openStepOf(row),
});
