/** The transfers that the bureau's monthly sheet (月报) is about, each with what the sheet asks of it; and each number as a condition on them. */
import { sql, type RawBuilder } from 'kysely';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';
import { numberedDays } from './days.ts';

export interface SheetQuestion {
  readonly officeId: string;
  readonly direction: 'in' | 'out';
  /** Days, both included. The sheet says how things stood at the end of the last. */
  readonly from: string;
  readonly to: string;
}

/** What the law promises: 15 + 15 + 15 working days (66号 Art. 8). */
export const PROMISED_WORKING_DAYS = 45;

/** Upper ends of the bands in working days after the due date of the open step. */
export const BANDS = [5, 15, 45] as const;

/** What moved with a completed transfer: as the other office's form says, or as the last of ours. An old ledger knows no lines. */
const MOVED_BY: Readonly<Record<SheetQuestion['direction'], RawBuilder<unknown>>> = {
  in: sql`select account_total_fen, pooled_fund_fen from info_forms
    where info_forms.transfer_id = transfers.id and transfers.closing = 'completed'
    order by info_forms.recorded_at desc, info_forms.id desc limit 1`,
  out: sql`select (payload ->> 'accountTotalFen')::bigint as account_total_fen, (payload ->> 'pooledFundFen')::bigint as pooled_fund_fen
    from events where events.transfer_id = transfers.id and events.kind = 'infoFormIssued' and transfers.closing = 'completed'
    order by events.seq desc limit 1`,
};

/**
 * `with` entries that end in `sheet`: transfers that were in transit at some moment of the period. Of which step each was in at its end say
 * the steps themselves; a day that the office rests makes nothing overdue.
 */
export const sheetRows = ({ officeId, direction, from, to }: SheetQuestion): RawBuilder<unknown> => sql`
  ${numberedDays()},
  last_day as (select working_no from numbered_days where day = ${to}::date),
  sheet as materialized (
    select transfers.id as transfer_id, transfers.accepted_at, transfers.closed_at,
      transfers.accepted_at < ${startOfDay(from)} as was_open,
      coalesce(transfers.closed_at < ${endOfDay(to)}, false) as has_ended,
      coalesce(transfers.closed_at < ${endOfDay(to)} and transfers.closing = 'completed', false) as completed,
      transfers.closing,
      left(coalesce(counterparts.area, counterparts.area_code), 2) = left(offices.area_code, 2) as same_province,
      at_the_end.step,
      greatest(last_day.working_no - due.working_no, 0) as days_over,
      ended.working_no - begun.working_no as days_taken,
      form.account_total_fen, form.pooled_fund_fen,
      applications.migrant_worker,
      letter.channel as letter_channel,
      transfers.id in (
        select events.transfer_id from events
        where events.office_id = ${officeId} and events.kind in ('held', 'closedWithoutTransfer') and events.reason_code = 'L09'
          and events.occurred_at >= ${startOfDay(from)} and events.occurred_at < ${endOfDay(to)}
      ) as lump_sum_without_paper
    from transfers
    cross join last_day
    join offices on offices.id = transfers.office_id
    join counterparts on counterparts.id = transfers.counterpart_id
    left join applications on applications.case_id = transfers.case_id
    join numbered_days as begun on begun.day = office_date(transfers.accepted_at)
    left join numbered_days as ended on ended.day = office_date(transfers.closed_at) and transfers.closed_at < ${endOfDay(to)}
    left join lateral (
      select steps.step, steps.due_on, steps.held_since from steps
      where steps.transfer_id = transfers.id and steps.opened_at < ${endOfDay(to)}
        and (steps.closed_at is null or steps.closed_at >= ${endOfDay(to)})
      order by steps.ordinal desc limit 1
    ) as at_the_end on transfers.closed_at is null or transfers.closed_at >= ${endOfDay(to)}
    left join numbered_days as due on due.day = at_the_end.due_on and at_the_end.held_since is null
    left join lateral (${MOVED_BY[direction]}) as form on transfers.closed_at < ${endOfDay(to)}
    left join lateral (
      select letters.channel from letters
      where letters.transfer_id = transfers.id and letters.kind = 'liaison' and letters.posted_on <= ${to}::date
      order by letters.attempt desc, letters.envelope desc limit 1
    ) as letter on true
    where transfers.office_id = ${officeId} and transfers.direction = ${direction}
      and transfers.accepted_at < ${endOfDay(to)}
      and (transfers.closed_at is null or transfers.closed_at >= ${startOfDay(from)})
  )`;

interface Figure {
  readonly where: string;
  /** The number is the sum of this column. */
  readonly fen?: 'account_total_fen' | 'pooled_fund_fen';
}

const band = (at: number): string => {
  const [from, to] = [at === 0 ? 1 : BANDS[at - 1]! + 1, BANDS[at]];
  return `not has_ended and days_over >= ${String(from)}${to === undefined ? '' : ` and days_over <= ${String(to)}`}`;
};

export const SHEET_FIGURES = {
  opening: { where: 'was_open' },
  accepted: { where: 'not was_open' },
  completed: { where: 'completed' },
  endedOtherwise: { where: 'has_ended and not completed' },
  inTransit: { where: 'not has_ended' },
  overdue1: { where: band(0) },
  overdue2: { where: band(1) },
  overdue3: { where: band(2) },
  overdue4: { where: band(3) },
  withinPromise: { where: `completed and days_taken <= ${String(PROMISED_WORKING_DAYS)}` },
  withinProvince: { where: 'completed and same_province' },
  acrossProvinces: { where: 'completed and not same_province' },
  accountFen: { where: 'completed and account_total_fen is not null', fen: 'account_total_fen' },
  pooledFen: { where: 'completed and pooled_fund_fen is not null', fen: 'pooled_fund_fen' },
  migrantWorkers: { where: 'completed and migrant_worker' },
  migrantNotSaid: { where: 'completed and migrant_worker is null' },
  overPlatform: { where: "completed and letter_channel = 'platform'" },
  byPost: { where: "completed and letter_channel = 'ems'" },
  lumpSumsWithoutPaper: { where: 'lump_sum_without_paper' },
} as const satisfies Record<string, Figure>;

export type SheetFigure = keyof typeof SHEET_FIGURES;

/** What the bureau asks for and the ledger cannot say yet: never a zero. */
export const NOT_KNOWN = ['onlineApplications', 'lumpSums', 'refunds', 'bouncedPayments'] as const;

/** Of an imported transfer-out nobody said how its letters went, nor why it waited. */
export const ONLY_OF_TRANSFERS_IN = ['overPlatform', 'byPost', 'lumpSumsWithoutPaper'] as const satisfies SheetFigure[];

export const sheetFigure = (name: SheetFigure): Figure => SHEET_FIGURES[name];
