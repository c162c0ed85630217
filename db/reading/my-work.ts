/** What is somebody's to do, counted; and of their open steps those that came back, with what for. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { OVERDUE, SENT_BACK } from './step-conditions.ts';
import { TASK_OVERDUE } from './task-conditions.ts';

interface Counts {
  open: number;
  overdue: number;
  held: number;
  sentBack: number;
  stewarded: number;
  tasks: number;
  tasksOverdue: number;
}

export async function countMyWork(db: Db, staffId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select steps.*, tasks.*, (select count(*)::integer from transfers t
      where t.steward_id = ${staffId} and t.closed_at is null) as stewarded
    from (select count(*)::integer as open,
        count(*) filter (where ${OVERDUE})::integer as overdue,
        count(*) filter (where s.held_since is not null)::integer as held,
        count(*) filter (where ${SENT_BACK})::integer as "sentBack"
      from steps s where s.owner_id = ${staffId} and s.closed_at is null) as steps,
    (select count(*)::integer as tasks,
        count(*) filter (where ${TASK_OVERDUE})::integer as "tasksOverdue"
      from tasks k where k.owner_id = ${staffId} and k.closed_at is null) as tasks`.execute(db);
  return rows[0]!;
}

interface SentBack {
  transferId: string;
  /** The step before it, and how that ended. */
  step: string;
  outcome: string;
  reasonCode: string | null;
}

const MOST = 500;

/** The soonest due first. */
export async function listSentBack(db: Db, staffId: string): Promise<SentBack[]> {
  const { rows } = await sql<SentBack>`
    select s.transfer_id as "transferId", ended.step, ended.outcome, fact.reason_code as "reasonCode"
    from steps s
    join steps ended on ended.transfer_id = s.transfer_id and ended.ordinal = s.ordinal - 1 and ended.outcome is not null
    left join lateral (select e.reason_code from events e
      where e.transfer_id = s.transfer_id and e.step_ordinal = ended.ordinal and e.closes order by e.seq desc limit 1) as fact on true
    where s.owner_id = ${staffId} and s.closed_at is null and ${SENT_BACK}
    order by s.due_at, s.transfer_id limit ${sql.lit(MOST)}`.execute(db);
  return rows;
}
