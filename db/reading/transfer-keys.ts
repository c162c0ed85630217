/** Which transfers stand on a page of a list: chosen along one index, before anything is looked up for them. */
import { sql, type RawBuilder } from 'kysely';
import { DUE_THIS_WEEK, isLentBy, OVERDUE, SENT_BACK } from './step-conditions.ts';
import type { RowKey } from './transfer-rows.ts';

export interface TransferFilter {
  readonly officeId: string;
  readonly state: 'open' | 'closed' | 'all';
  readonly direction?: 'in' | 'out';
  readonly ownerId?: string;
  readonly stewardId?: string;
  /** The owner of the open step, or the steward of what is in no step. */
  readonly holderId?: string;
  /** In no step: between two, or followed in an old ledger. */
  readonly withoutStep?: boolean;
  readonly held?: boolean;
  /** The open step was open before under the same name. */
  readonly sentBack?: boolean;
  readonly step?: string;
  readonly counterpartAreaCode?: string;
  readonly dueBefore?: string;
  readonly overdue?: boolean;
  /** From today to Sunday, and not on hold. */
  readonly dueThisWeek?: boolean;
  /** Whose the open step is while a stand-in has it. */
  readonly lentById?: string;
  /** Working days since the acceptance, both included. */
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly followed?: boolean;
  readonly withoutActFor30Days?: boolean;
}

/** Which order, and the sort key of the last row of the page before. */
export interface TransferKey {
  readonly order: 'due' | 'between' | 'accepted' | 'oldest';
  readonly at: string;
  readonly id: string;
}

export interface PageRequest {
  /** Of what is open. */
  readonly order?: 'due' | 'oldest';
  readonly after?: TransferKey;
  readonly limit: number;
}

type Condition = RawBuilder<unknown>;

export const asksForStep = (filter: TransferFilter): boolean => {
  const { ownerId, step, dueBefore, overdue, held, sentBack, dueThisWeek, lentById } = filter;
  return [ownerId, step, dueBefore, overdue, held, sentBack, dueThisWeek, lentById].some((one) => one !== undefined);
};

/** Only what is open is held, is in a step or in none, grows old and is neglected. */
export const asksForOpen = (filter: TransferFilter): boolean => {
  const { holderId, withoutStep, ageFrom, ageTo, followed, withoutActFor30Days } = filter;
  return [holderId, withoutStep, ageFrom, ageTo, followed, withoutActFor30Days].some((one) => one !== undefined);
};

/** Soonest due first. */
export function keysByDue(filter: TransferFilter, { after, limit }: PageRequest): RawBuilder<RowKey> {
  const ofTransfer = conditionsOfTransfer(filter);
  const conditions = [
    sql`s.office_id = ${filter.officeId} and s.closed_at is null`,
    ...conditionsOfStep(filter),
    ...(filter.holderId === undefined ? [] : [sql`s.owner_id = ${filter.holderId}`]),
    ...ofTransfer,
    ...(after ? [sql`(s.due_at, s.transfer_id) > (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const transfers =
    ofTransfer.length === 0 ? sql`` : sql`join transfers t on t.id = s.transfer_id and t.closed_at is null`;
  return sql<RowKey>`(select s.transfer_id as id, s.due_at as at from steps s ${transfers}
    where ${every(conditions)}
    order by s.due_at, s.transfer_id ${most(limit)})`;
}

/** Open, and no step is: newest first. */
export function keysBetween(filter: TransferFilter, page: PageRequest): RawBuilder<RowKey> {
  return newestFirst(filter, page, sql`transfers t`, [
    sql`t.closed_at is null`,
    sql`not exists (select from steps s where s.transfer_id = t.id and s.closed_at is null)`,
    ...(filter.holderId === undefined ? [] : [sql`t.steward_id = ${filter.holderId}`]),
    ...conditionsOfTransfer(filter),
  ]);
}

/** Open, in a step or in none: what was accepted first. */
export function keysByAge(filter: TransferFilter, { after, limit }: PageRequest): RawBuilder<RowKey> {
  const { holderId, withoutStep } = filter;
  const conditions = [
    sql`t.office_id = ${filter.officeId} and t.closed_at is null`,
    ...conditionsOfStep(filter),
    ...conditionsOfTransfer(filter),
    ...(holderId === undefined ? [] : [sql`coalesce(s.owner_id, t.steward_id) = ${holderId}`]),
    ...(withoutStep === undefined ? [] : [withoutStep ? sql`s.transfer_id is null` : sql`s.transfer_id is not null`]),
    ...(after ? [sql`(t.accepted_at, t.id) > (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  return sql<RowKey>`(select t.id, t.accepted_at as at
    from transfers t left join steps s on s.transfer_id = t.id and s.closed_at is null
    where ${every(conditions)}
    order by t.accepted_at, t.id ${most(limit)})`;
}

/** Closed ones or all of them: newest first. */
export function keysByAcceptance(filter: TransferFilter, page: PageRequest): RawBuilder<RowKey> {
  const { counterpartAreaCode, ...others } = filter;
  const conditions = [
    ...(filter.state === 'closed' ? [sql`t.closed_at is not null`] : []),
    ...conditionsOfStep(filter),
    ...conditionsOfTransfer(others),
  ];
  const from = asksForStep(filter)
    ? sql`transfers t join steps s on s.transfer_id = t.id and s.closed_at is null`
    : sql`transfers t`;
  if (counterpartAreaCode === undefined) return newestFirst(filter, page, from, conditions);
  // An area may have had several offices one after the other: the newest of each, and of those the newest.
  const ofOne = newestFirst(filter, page, from, [sql`t.counterpart_id = counterparts.id`, ...conditions]);
  return sql<RowKey>`(select newest.id, newest.at from counterparts cross join lateral ${ofOne} as newest
    where counterparts.area_code = ${counterpartAreaCode}
    order by newest.at desc, newest.id desc ${most(page.limit)})`;
}

const newestFirst = (
  { officeId }: TransferFilter,
  { after, limit }: PageRequest,
  from: RawBuilder<unknown>,
  conditions: readonly Condition[],
) => sql<RowKey>`(select t.id, t.accepted_at as at from ${from}
  where ${every([
    sql`t.office_id = ${officeId}`,
    ...conditions,
    ...(after ? [sql`(t.accepted_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ])}
  order by t.accepted_at desc, t.id desc ${most(limit)})`;

function conditionsOfTransfer(filter: Partial<TransferFilter>): Condition[] {
  const { direction, stewardId, counterpartAreaCode, ageFrom, ageTo, followed, withoutActFor30Days } = filter;
  return [
    ...(followed === undefined ? [] : [sql`t.followed = ${followed}`]),
    ...(ageFrom === undefined && ageTo === undefined ? [] : [isOfAge(ageFrom, ageTo)]),
    ...(withoutActFor30Days === undefined ? [] : [withoutActFor30Days ? WITHOUT_ACT : sql`not ${WITHOUT_ACT}`]),
    ...(direction === undefined ? [] : [sql`t.direction = ${direction}`]),
    ...(stewardId === undefined ? [] : [sql`t.steward_id = ${stewardId}`]),
    ...(counterpartAreaCode === undefined
      ? []
      : [sql`t.counterpart_id in (select id from counterparts where area_code = ${counterpartAreaCode})`]),
  ];
}

const workingDaysSince = (
  day: Condition,
) => sql`(select count(*) from generate_series(${day}::timestamp + interval '1 day',
  office_date(office_now())::timestamp, interval '1 day') as one (day)
  left join calendar_days on calendar_days.day = one.day::date
  where coalesce(calendar_days.kind = 'work', extract(isodow from one.day) < 6))`;

/** From none at all: also what was accepted on a day that is no working day, or later than today by a file's word. */
const isOfAge = (from = 0, to?: number): Condition => {
  const age = workingDaysSince(sql`office_date(t.accepted_at)`);
  return to === undefined ? sql`${age} >= ${from}` : sql`${age} between ${from} and ${to}`;
};

/** As the checker counts it. */
const WITHOUT_ACT = sql`(t.followed and t.closed_at is null and not exists (select from events e
  where e.transfer_id = t.id and e.by_staff_id is not null and e.occurred_at > office_now() - interval '30 days'))`;

function conditionsOfStep(filter: TransferFilter): Condition[] {
  const { ownerId, step, dueBefore, overdue, held, sentBack, dueThisWeek, lentById } = filter;
  return [
    ...(dueThisWeek === undefined ? [] : [dueThisWeek ? DUE_THIS_WEEK : sql`not ${DUE_THIS_WEEK}`]),
    ...(lentById === undefined ? [] : [isLentBy(lentById)]),
    ...(sentBack === undefined ? [] : [sentBack ? SENT_BACK : sql`not ${SENT_BACK}`]),
    ...(ownerId === undefined ? [] : [sql`s.owner_id = ${ownerId}`]),
    ...(step === undefined ? [] : [sql`s.step = ${step}`]),
    ...(dueBefore === undefined ? [] : [sql`s.due_on < ${dueBefore}::date`]),
    ...(overdue === undefined ? [] : [overdue ? OVERDUE : sql`not ${OVERDUE}`]),
    ...(held === undefined ? [] : [held ? sql`s.held_since is not null` : sql`s.held_since is null`]),
  ];
}

const every = (conditions: readonly Condition[]) => sql.join(conditions, sql` and `);

/** One more than is shown tells whether there is a next page. Written out: a plan for an unknown number expects very many. */
const most = (limit: number) => sql`limit ${sql.lit(limit + 1)}`;
