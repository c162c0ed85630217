/** Lists of tasks, due first, by keyset. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { staffRef } from '../office/staff.ts';
import type { TaskKind } from '../holding/tasks.ts';
import { TASK_DUE_THIS_WEEK, TASK_OVERDUE } from './task-conditions.ts';

export interface TaskFilter {
  readonly officeId: string;
  readonly ownerId?: string;
  readonly transferId?: string;
  readonly state: 'open' | 'closed' | 'all';
  readonly kind?: TaskKind;
  readonly overdue?: boolean;
  readonly dueThisWeek?: boolean;
  /** Whose it is while a stand-in has it. */
  readonly lentById?: string;
}

export interface TaskKey {
  readonly dueOn: string;
  readonly id: string;
}

function selectTasks(db: Db) {
  return db
    .selectFrom('tasks as k')
    .innerJoin('staff as owner', 'owner.id', 'k.owner_id')
    .leftJoin('transfers as t', 't.id', 'k.transfer_id')
    .leftJoin('cases as c', 'c.id', 't.case_id')
    .select([
      'k.id',
      'k.kind',
      'k.transfer_id',
      'c.case_no',
      'k.reason_code',
      'k.about',
      'k.opened_at',
      'k.due_on',
      'k.closed_at',
      'owner.id as owner_id',
      'owner.display_name',
      'owner.post',
    ])
    .select(sql<boolean>`${TASK_OVERDUE}`.as('overdue'));
}
type Row = Awaited<ReturnType<ReturnType<typeof selectTasks>['execute']>>[number];

const asTask = (row: Row) => ({
  id: row.id,
  kind: row.kind as TaskKind,
  transferId: row.transfer_id,
  caseNo: row.case_no,
  reasonCode: row.reason_code,
  owner: staffRef(row.owner_id, row.display_name, row.post),
  about: row.about as Record<string, unknown>,
  openedAt: row.opened_at.toISOString(),
  dueOn: row.due_on,
  overdue: row.overdue,
  closedAt: row.closed_at?.toISOString() ?? null,
});

export async function listTasks(db: Db, filter: TaskFilter, page: { after?: TaskKey; limit: number }) {
  const { after, limit } = page;
  const rows = await selectTasks(db)
    .where('k.office_id', '=', filter.officeId)
    .$if(filter.ownerId !== undefined, (query) => query.where('k.owner_id', '=', filter.ownerId!))
    .$if(filter.transferId !== undefined, (query) => query.where('k.transfer_id', '=', filter.transferId!))
    .$if(filter.kind !== undefined, (query) => query.where('k.kind', '=', filter.kind!))
    .$if(filter.lentById !== undefined, (query) => query.where('k.lent_by', '=', filter.lentById!))
    .$if(filter.overdue !== undefined, (query) => query.where(asked(TASK_OVERDUE, filter.overdue!)))
    .$if(filter.dueThisWeek !== undefined, (query) => query.where(asked(TASK_DUE_THIS_WEEK, filter.dueThisWeek!)))
    .$if(filter.state === 'open', (query) => query.where('k.closed_at', 'is', null))
    .$if(filter.state === 'closed', (query) => query.where('k.closed_at', 'is not', null))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(k.due_on, k.id) > (${after!.dueOn}::date, ${after!.id}::uuid)`),
    )
    .orderBy('k.due_on')
    .orderBy('k.id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(asTask);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { dueOn: last.dueOn, id: last.id } : null };
}

const asked = (condition: RawBuilder<SqlBool>, holds: boolean): RawBuilder<SqlBool> =>
  holds ? condition : sql<SqlBool>`not ${condition}`;

export async function findTask(db: Db, officeId: string, id: string) {
  const row = await selectTasks(db).where('k.id', '=', id).where('k.office_id', '=', officeId).executeTakeFirst();
  return row && asTask(row);
}
