/** What was learnt after the day of a figure and lies before it: nothing else moves a figure as of a day. */
import { sql, type RawBuilder } from 'kysely';
import type { FactKind } from '../../domain/facts/facts.ts';
import { addDays, instantOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';
import { RATE_KINDS } from './case-standings.ts';
import { ANSWER_KINDS } from './completion-out.ts';
import { countCompletion } from './completion.ts';
import { endOfDay } from '../connection/shanghai-days.ts';
import { movedFigures, type MovedFigure } from './moved-figures.ts';
import { knownBy } from './question.ts';
import { ruleOfRates } from './rate-rule.ts';
import { standingsOf, type DirectedQuestion } from './standings.ts';

export interface BelatedFact {
  transferId: string;
  caseNo: string;
  seq: number;
  kind: FactKind;
  outcome: string | null;
  reasonCode: string | null;
  occurredAt: string;
  recordedAt: string;
  /** What a correction corrects, and to when. */
  corrects: { seq: number; kind: FactKind; occurredAt: string; becomes: string } | null;
}

/** The last row of the page before. */
export interface BelatedFactKey {
  readonly recordedAt: string;
  readonly transferId: string;
  readonly seq: string;
}

export interface BelatedFacts {
  figures: MovedFigure[];
  /** Holiday notices that were loaded afterwards: they move due dates, and what is mature. */
  calendarChanges: { year: number; notice: string; changedAt: string }[];
  items: BelatedFact[];
  /** Of all, not of the page. */
  count: number;
  next: BelatedFactKey | null;
}

/** Of the cases that stand otherwise now than they were known to stand at the end of the day. */
export async function readBelatedFacts(
  db: Db,
  question: DirectedQuestion,
  page: { readonly after?: BelatedFactKey; readonly limit: number },
): Promise<BelatedFacts> {
  const then = { ...question, knownAt: knownOnTheDay(question) };
  const rule = await ruleOfRates(db, question.to);
  const [was, becomes] = [await countCompletion(db, then, rule), await countCompletion(db, question, rule)];
  const rows = await selectBelatedFacts(db, question, then, page);
  const items = rows.found.slice(0, page.limit);
  const last = items.at(-1);
  return {
    figures: movedFigures(was.attempts ?? was.periods, becomes.attempts ?? becomes.periods),
    calendarChanges: await calendarChanges(db, question, then.knownAt),
    items: items.map(asBelatedFact),
    count: rows.count,
    next:
      rows.found.length > page.limit && last
        ? { recordedAt: last.recorded_key, transferId: last.transfer_id, seq: String(last.seq) }
        : null,
  };
}

/** The last instant of the day, or the knowledge that is asked for where that is older. */
function knownOnTheDay({ asOf, knownAt }: DirectedQuestion): string {
  const end = new Date(Date.parse(instantOf(addDays(asOf, 1))) - 1).toISOString();
  return knownAt != null && new Date(knownAt) < new Date(end) ? knownAt : end;
}

/** Everything that a figure counts of a case. */
const COUNTED = {
  in: ['case_id', 'attempts', 'attempts_but_postal', 'done', 'ended', 'excluded', 'mature1', 'mature2', 'mature3'],
  out: ['case_id', 'reissues', 'received_on', 'due_on', 'second_due_on', 'done_on'],
} as const;
const counted = (table: string, direction: 'in' | 'out'): RawBuilder<unknown> =>
  sql`row(${sql.join(COUNTED[direction].map((column) => sql.ref(`${table}.${column}`)))})`;

interface Row {
  transfer_id: string;
  case_no: string;
  seq: number;
  kind: FactKind;
  outcome: string | null;
  reason_code: string | null;
  occurred_at: string;
  recorded_at: string;
  recorded_key: string;
  corrects_seq: number | null;
  corrected_kind: FactKind | null;
  corrected_at: string | null;
  becomes: string | null;
}

async function selectBelatedFacts(
  db: Db,
  question: DirectedQuestion,
  then: DirectedQuestion,
  { after, limit }: { readonly after?: BelatedFactKey; readonly limit: number },
): Promise<{ count: number; found: Row[] }> {
  const { direction, asOf } = question;
  const kinds = [
    'reopened',
    direction === 'in' ? ['accepted', ...RATE_KINDS] : ['letterReceived', ...ANSWER_KINDS],
  ].flat();
  const key = after
    ? sql`(recorded_at, transfer_id, seq) > (${after.recordedAt}::timestamptz, ${after.transferId}::uuid, ${after.seq}::integer)`
    : sql`true`;
  const { rows } = await sql<{ count: number; found: Row[] | null }>`
    with was as materialized (with ${await standingsOf(db, then)} select * from standings),
    becomes as materialized (with ${await standingsOf(db, question)} select * from standings),
    moved as (
      select coalesce(was.case_id, becomes.case_id) as case_id
      from was full join becomes on becomes.case_id = was.case_id
      where ${counted('was', direction)} is distinct from ${counted('becomes', direction)}
    ),
    late as materialized (
      select events.transfer_id, cases.case_no, events.seq, events.kind, events.outcome, events.reason_code, events.occurred_at,
        events.recorded_at, events.recorded_at::text as recorded_key, events.corrects_seq,
        corrected.kind as corrected_kind, corrected.occurred_at as corrected_at,
        (events.payload ->> 'correctedOccurredAt')::timestamptz as becomes
      from moved
      join cases on cases.id = moved.case_id
      join transfers on transfers.case_id = moved.case_id
      join events on events.transfer_id = transfers.id and events.fact_seq is not null
        and events.recorded_at > ${then.knownAt}::timestamptz and events.recorded_at <= ${knownBy(question)}
      left join events as corrected on corrected.transfer_id = events.transfer_id and corrected.seq = events.corrects_seq
      where (events.kind = any(${kinds}::text[]) and events.occurred_at < ${endOfDay(asOf)})
        or (corrected.kind = any(${kinds}::text[]) and events.payload ? 'correctedOccurredAt'
          and least(corrected.occurred_at, (events.payload ->> 'correctedOccurredAt')::timestamptz) < ${endOfDay(asOf)})
    )
    select (select count(*) from late) as count,
      (select jsonb_agg(to_jsonb(page) order by recorded_at, transfer_id, seq) from (
        select * from late where ${key} order by recorded_at, transfer_id, seq limit ${limit + 1}) as page) as found`.execute(
    db,
  );
  return { count: rows[0]!.count, found: rows[0]!.found ?? [] };
}

const iso = (instant: string): string => new Date(instant).toISOString();

function asBelatedFact(row: Row): BelatedFact {
  const { corrects_seq: seq, corrected_kind: kind, corrected_at: at, becomes } = row;
  return {
    transferId: row.transfer_id,
    caseNo: row.case_no,
    seq: row.seq,
    kind: row.kind,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    occurredAt: iso(row.occurred_at),
    recordedAt: iso(row.recorded_at),
    corrects:
      seq !== null && kind !== null && at !== null && becomes !== null
        ? { seq, kind, occurredAt: iso(at), becomes: iso(becomes) }
        : null,
  };
}

async function calendarChanges(
  db: Db,
  question: DirectedQuestion,
  since: string,
): Promise<BelatedFacts['calendarChanges']> {
  const { rows } = await sql<{ year: number; notice: string; changed_at: Date }>`
    select year, notice, changed_at from calendar_changes
    where changed_at > ${since}::timestamptz and changed_at <= ${knownBy(question)} and before <> after
    order by changed_at, id`.execute(db);
  return rows.map(({ year, notice, changed_at: changedAt }) => ({
    year,
    notice,
    changedAt: changedAt.toISOString(),
  }));
}
