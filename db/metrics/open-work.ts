/** What is open now: by step, by owner, by age in working days. One statement, so that its parts always sum. */
import { sql } from 'kysely';
import { proceduresOf } from '../connection/procedures.ts';
import { stepNames } from '../../domain/procedures/rules.ts';
import type { Db } from '../connection/connection.ts';
import { numberedDays } from './days.ts';

/** Upper ends of the age groups in working days since the acceptance: by law a transfer takes 15 + 15 + 15. */
const AGES = [15, 30, 45] as const;

export interface OpenWork {
  at: string;
  open: number;
  closed: number;
  overdue: number;
  /** Of `open`: those that are in no step. Their steward holds them: between two steps, or followed in an old ledger. */
  withoutStep: number;
  bySteps: { step: string; open: number; overdue: number; held: number }[];
  byOwners: { owner: { id: string; displayName: string; post: string }; open: number; overdue: number }[];
  byAge: { fromWorkingDays: number; toWorkingDays: number | null; open: number }[];
}

interface Group {
  at: Date;
  closed: number;
  step: string | null;
  owner_id: string | null;
  display_name: string | null;
  post: string | null;
  age: number | null;
  open: number;
  overdue: number;
  held: number;
}

/** Also those that no workflow follows: somebody holds them. A held step is not overdue: its days are given back. */
export async function readOpenWork(db: Db, officeId: string): Promise<OpenWork> {
  const { rows } = await sql<Group>`
    with ${numberedDays()},
    clock as materialized (select office_now() as now),
    today as (select working_no from numbered_days, clock where day = office_date(clock.now)),
    open_work as (
      select steps.step, case when steps.transfer_id is null then transfers.steward_id else steps.owner_id end as owner_id,
        width_bucket(today.working_no - accepted.working_no - 1, array[${sql.join(AGES.map((age) => sql.lit(age)))}]::bigint[]) as age,
        steps.held_since is not null as held,
        steps.held_since is null and steps.due_at <= clock.now as overdue
      from transfers
      cross join clock
      cross join today
      join numbered_days as accepted on accepted.day = office_date(transfers.accepted_at)
      left join steps on steps.transfer_id = transfers.id and steps.closed_at is null
      where transfers.office_id = ${officeId} and transfers.closed_at is null
    ),
    groups as (
      select step, owner_id, age, count(*) as open, count(*) filter (where overdue) as overdue, count(*) filter (where held) as held
      from open_work
      group by step, owner_id, age
    )
    select clock.now as at, groups.*, staff.display_name, staff.post,
      (select count(*) from transfers where office_id = ${officeId} and closed_at is not null) as closed
    from clock
    left join groups on true
    left join staff on staff.id = groups.owner_id
    order by staff.display_name, staff.id`.execute(db);
  const groups = rows.filter((row) => row.owner_id !== null);
  // A step that several procedures share is one line; those of a later release come behind.
  const known = proceduresOf(db).all.flatMap(stepNames);
  const steps = new Set([...known, ...groups.flatMap(({ step }) => step ?? [])]);
  return asOpenWork(rows[0]!, groups, [...steps]);
}

function asOpenWork({ at, closed }: Group, groups: readonly Group[], steps: readonly string[]): OpenWork {
  const among = (rows: readonly Group[]) => ({ open: sum(rows, 'open'), overdue: sum(rows, 'overdue') });
  const owners = [...new Set(groups.map((group) => group.owner_id!))];
  return {
    at: at.toISOString(),
    closed,
    ...among(groups),
    withoutStep: sum(
      groups.filter(({ step }) => step === null),
      'open',
    ),
    bySteps: steps.map((step) => {
      const rows = groups.filter((group) => group.step === step);
      return { step, ...among(rows), held: sum(rows, 'held') };
    }),
    byOwners: owners.map((id) => {
      const rows = groups.filter((group) => group.owner_id === id);
      const { display_name: displayName, post } = rows[0]!;
      return { owner: { id, displayName: displayName ?? '', post: post ?? '' }, ...among(rows) };
    }),
    byAge: [0, ...AGES].map((_, index) => ({
      fromWorkingDays: index === 0 ? 0 : AGES[index - 1]! + 1,
      toWorkingDays: AGES[index] ?? null,
      open: sum(
        groups.filter((group) => group.age === index),
        'open',
      ),
    })),
  };
}

function sum(groups: readonly Group[], figure: 'open' | 'overdue' | 'held'): number {
  return groups.reduce((total, group) => total + group[figure], 0);
}
