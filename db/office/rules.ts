/** Rules as data: the limits and settings of every version, and the calendar. A process keeps what it has read until the ledger says that it has changed. */
import { sql } from 'kysely';
import type { Limit } from '../../domain/procedures/procedure.ts';
import type { RulesInForce } from '../../domain/time/deadlines.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { DayKind, WorkingCalendar } from '../../domain/time/working-days.ts';
import type { Db } from '../connection/connection.ts';

export interface Settings {
  readonly silentAfterWorkingDays: number;
}

export interface RuleVersion {
  readonly version: string;
  readonly from: string;
  /** By procedure type. */
  readonly limits: Readonly<Record<string, RulesInForce['limits']>>;
  /** Dated rules that are no limits (table `rules`). A version repeats none that stays as it was. */
  readonly settings: Readonly<Partial<Settings>>;
}

export interface RuleBook {
  readonly revision: string;
  readonly calendar: WorkingCalendar;
  /** Throws when the version or the procedure type has no limits: a case could get no deadline. */
  inForce(ruleVersion: string, procedureType: string): RulesInForce;
  /** The latest first. */
  readonly versions: readonly RuleVersion[];
}

export interface RulesOfDay {
  readonly ruleVersion: string;
  readonly rules: RulesInForce;
}

interface BookRow {
  revision: string;
  versions: RuleVersion[] | null;
  days: Record<string, DayKind> | null;
  /** The last year whose notice is loaded. */
  year: number | null;
}

let latest: RuleBook | undefined;

/** The revision has been read in this transaction, so that nothing older than it can be taken for the rules. */
export async function ruleBookOf(db: Db, revision: string): Promise<RuleBook> {
  if (latest?.revision === revision) return latest;
  return (latest = await readRuleBook(db));
}

/** With the office's time, which whoever asks for the rules of today needs too. */
export async function rulesNow(db: Db): Promise<{ now: Date; today: string; rules: RuleBook }> {
  const { rows } = await sql<{ now: Date; revision: string }>`
    select office_now() as now, revision from rules_revision`.execute(db);
  const { now, revision } = rows[0]!;
  return { now, today: dateOf(now), rules: await ruleBookOf(db, revision) };
}

/** In one statement, so that what is kept under a revision is what was in force under it. */
async function readRuleBook(db: Db): Promise<RuleBook> {
  const { rows } = await sql<BookRow>`select revision,
    (select jsonb_agg(jsonb_build_object('version', version, 'from', valid_from, 'limits',
        (select coalesce(jsonb_object_agg(procedure_type, days), '{}') from (
          select procedure_type, jsonb_object_agg(name, working_days) as days
          from limits where rule_version = version group by procedure_type) as of_type), 'settings',
        (select coalesce(jsonb_object_agg(name, value), '{}') from rules where rule_version = version)) order by valid_from desc)
      from rule_versions) as versions,
    (select jsonb_object_agg(day, kind) from calendar_days) as days,
    (select max(year) from calendar_years) as year
    from rules_revision`.execute(db);
  return asRuleBook(rows[0]!);
}

function asRuleBook({ revision, versions: found, days, year }: BookRow): RuleBook {
  const versions = found ?? [];
  const calendar: WorkingCalendar = {
    days: new Map(Object.entries(days ?? {})),
    publishedUntil: `${year ?? 1900}-12-31`,
  };
  return {
    revision,
    calendar,
    inForce(ruleVersion, procedureType) {
      const limits = versions.find(({ version }) => version === ruleVersion)?.limits[procedureType];
      if (!limits) throw new Error(`no limits for ${procedureType} under ${ruleVersion}`);
      return { limits, calendar };
    },
    versions,
  };
}

/** The version in force on the day; a case keeps the one it was accepted under. */
export function ruleVersionOn({ versions }: RuleBook, day: string): string {
  const found = versions.find(({ from }) => from <= day);
  if (!found) throw new Error(`no rule version is in force on ${day}`);
  return found.version;
}

/** The rules in force on a day; what is older than all of them stands under the first. */
export function rulesOn(book: RuleBook, day: string, procedureType: string): RulesOfDay {
  const { version } = versionsOn(book, day)[0]!;
  return { ruleVersion: version, rules: book.inForce(version, procedureType) };
}

/** A limit of whatever no case promises, by the latest version that has begun by the day. Undefined: none knows this type. */
export function limitOn(
  book: RuleBook,
  of: { readonly day: string; readonly procedureType: string; readonly limit: Limit },
): number | undefined {
  const found = versionsOn(book, of.day).find(({ limits }) => limits[of.procedureType]);
  return found?.limits[of.procedureType]?.[of.limit];
}

/** Of the latest version that has begun by the day and says it. */
export function settingOn<Name extends keyof Settings>(book: RuleBook, day: string, name: Name): Settings[Name] {
  for (const { settings } of versionsOn(book, day)) {
    const value = settings[name];
    if (value !== undefined) return value;
  }
  throw new Error(`no rule ${name} is in force on ${day}`);
}

/** Those that have begun by the day, the latest first; for a day before all of them, the first. */
function versionsOn({ versions }: RuleBook, day: string): readonly RuleVersion[] {
  const begun = versions.filter(({ from }) => from <= day);
  return begun.length > 0 ? begun : versions.slice(-1);
}
