/** Rules as data: the limits and settings of every version, and the calendar. A process keeps what it has read until the ledger says that it has changed. */
import { sql } from 'kysely';
import { CannotFollow } from '../../domain/errors.ts';
import type { Procedures } from '../../domain/procedures/index.ts';
import { LIMITS, type Limit, type Procedure } from '../../domain/procedures/procedure.ts';
import type { ReasonRow } from '../../domain/procedures/rules.ts';
import type { InterestRate } from '../../domain/money/interest-rates.ts';
import type { TemporaryAccountAge } from '../../domain/persons/temporary-account.ts';
import type { RulesInForce } from '../../domain/time/deadlines.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { DayKind, WorkingCalendar } from '../../domain/time/working-days.ts';
import type { Db } from '../connection/connection.ts';

export interface Settings {
  /** From which age another province's hukou gets a temporary account only. */
  readonly temporaryAccountAge: TemporaryAccountAge;
  /** Whether a passport is taken as the only document. */
  readonly passports: boolean;
  readonly silentAfterWorkingDays: number;
  /** After so many without a receipt a message that was sent is silent. */
  readonly silentNoticeAfterWorkingDays: number;
  /** After so many a form that went to the core system and has no receipt is a difference. */
  readonly coreReceiptAfterWorkingDays: number;
  /** For so many a gateway that says “not now” is tried; then somebody telephones. */
  readonly noticeTriedForWorkingDays: number;
  /** A hold must be looked at again within so many. */
  readonly holdReviewWithinWorkingDays: number;
  /** Who looked at whom is kept for so many. */
  readonly lookUpsKeptMonths: number;
  /** How long a closed case stays in its box (保管期限), and what was told the bureau. */
  readonly transferredKeptYears: number;
  readonly endedOtherwiseKeptYears: number;
  readonly monthlySheetsKeptYears: number;
  /** How long money on its way may lie with us, with the finance bureau, and with the bank. */
  readonly remittanceWorkingDays: number;
  readonly financeBureauWorkingDays: number;
  readonly bankConfirmsWorkingDays: number;
  /** Within so many days the third contact of a person about one thing is the manager's. */
  readonly repeatedContactWithinDays: number;
}

/** Whose limits: the procedure's, and the office's area code, whose region may have promised less. */
export interface LimitsOf {
  readonly direction: string;
  readonly procedureType: string;
  readonly areaCode: string;
}

interface RegionalLimits {
  readonly direction: string;
  readonly procedureType: string;
  /** The first digits of area codes; '' everywhere. */
  readonly region: string;
  readonly days: Readonly<Partial<Record<Limit, number>>>;
}

/** From which day a version of a procedure is followed by whoever is accepted. */
interface ProcedureVersion {
  readonly key: string;
  readonly direction: string;
  readonly procedureType: string;
  readonly from: string;
}

/** A rule of one province, or of everywhere (''). */
interface RegionalRule {
  readonly region: string;
  readonly name: string;
  readonly value: unknown;
}

export interface RuleVersion {
  readonly version: string;
  readonly from: string;
  readonly limits: readonly RegionalLimits[];
  /** Dated rules that are no limits (table `rules`). A version repeats none that stays as it was. */
  readonly settings: Readonly<Partial<Settings>>;
  readonly regional: readonly RegionalRule[];
}

export interface RuleBook {
  readonly revision: string;
  /** Those that may be said today of something new, whichever step they belong to. */
  readonly reasonCodes: readonly ReasonRow[];
  readonly calendar: WorkingCalendar;
  /** Throws when the version or the procedure type has no limits: a case could get no deadline. */
  inForce(ruleVersion: string, of: LimitsOf): RulesInForce;
  /** The latest first. */
  readonly versions: readonly RuleVersion[];
  /** The latest first. */
  readonly procedures: readonly ProcedureVersion[];
  readonly interestRates: readonly InterestRate[];
}

export interface RulesOfDay {
  readonly ruleVersion: string;
  readonly rules: RulesInForce;
}

interface BookRow {
  revision: string;
  versions: RuleVersion[] | null;
  procedures: ProcedureVersion[] | null;
  rates: InterestRate[] | null;
  days: Record<string, DayKind> | null;
  reasons: ReasonRow[] | null;
  /** The first and the last year whose notice is loaded. */
  first_year: number | null;
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

/** The same two, for a statement that reads something else with them. */
export const NOW_AND_REVISION = [
  sql<Date>`office_now()`.as('now'),
  sql<string>`(select revision from rules_revision)`.as('revision'),
] as const;

/** In one statement, so that what is kept under a revision is what was in force under it. */
async function readRuleBook(db: Db): Promise<RuleBook> {
  const { rows } = await sql<BookRow>`select revision,
    (select jsonb_agg(jsonb_build_object('version', version, 'from', valid_from, 'limits',
        (select coalesce(jsonb_agg(jsonb_build_object('direction', direction, 'procedureType', procedure_type,
            'region', region, 'days', days) order by region), '[]') from (
          select direction, procedure_type, region, jsonb_object_agg(name, working_days) as days
          from limits where rule_version = version group by direction, procedure_type, region) as regional), 'settings',
        (select coalesce(jsonb_object_agg(name, value), '{}') from rules where rule_version = version), 'regional',
        (select coalesce(jsonb_agg(jsonb_build_object('region', region, 'name', name, 'value', value) order by region desc), '[]')
          from regional_rules where rule_version = version)) order by valid_from desc)
      from rule_versions) as versions,
    (select jsonb_agg(jsonb_build_object('key', key, 'direction', direction, 'procedureType', procedure_type,
      'from', valid_from) order by valid_from desc) from procedures) as procedures,
    (select jsonb_agg(jsonb_build_object('region', region, 'year', year, 'basisPoints', basis_points) order by region, year)
      from interest_rates) as rates,
    (select jsonb_object_agg(day, kind) from calendar_days) as days,
    (select jsonb_agg(jsonb_build_object('code', code, 'step', step, 'effect', effect, 'places', places) order by code)
      from reason_codes where valid_until is null) as reasons,
    (select min(year) from calendar_years) as first_year, (select max(year) from calendar_years) as year
    from rules_revision`.execute(db);
  return asRuleBook(rows[0]!);
}

function asRuleBook(row: BookRow): RuleBook {
  const { revision, versions: found, procedures, rates, days, reasons, first_year, year } = row;
  const versions = found ?? [];
  const calendar: WorkingCalendar = {
    days: new Map(Object.entries(days ?? {})),
    publishedFrom: `${first_year ?? 1900}-01-01`,
    publishedUntil: `${year ?? 1900}-12-31`,
  };
  return {
    revision,
    reasonCodes: reasons ?? [],
    calendar,
    inForce(ruleVersion, of) {
      const limits = limitsOf(
        versions.find(({ version }) => version === ruleVersion),
        of,
      );
      if (!isComplete(limits)) {
        throw new CannotFollow(`no limits for ${of.direction}/${of.procedureType} under ${ruleVersion}`);
      }
      return { limits, calendar };
    },
    versions,
    procedures: procedures ?? [],
    interestRates: rates ?? [],
  };
}

/** What a region says goes before what a larger one says; regions come in the order of their digits, the larger first. */
function limitsOf(version: RuleVersion | undefined, of: LimitsOf): RegionalLimits['days'] {
  const said = (version?.limits ?? []).filter(
    ({ direction, procedureType, region }) =>
      direction === of.direction && procedureType === of.procedureType && of.areaCode.startsWith(region),
  );
  return Object.assign({}, ...said.map(({ days }) => days)) as RegionalLimits['days'];
}

const isComplete = (limits: RegionalLimits['days']): limits is RulesInForce['limits'] =>
  LIMITS.every((name) => limits[name] !== undefined);

/** The version in force on the day; a case keeps the one it was accepted under. What is older than all of them stands under the first. */
export function ruleVersionOn(book: RuleBook, day: string): string {
  return versionsOn(book, day)[0]!.version;
}

/** The rules in force on a day. */
export function rulesOn(book: RuleBook, day: string, of: LimitsOf): RulesOfDay {
  const version = ruleVersionOn(book, day);
  return { ruleVersion: version, rules: book.inForce(version, of) };
}

/** The procedure that a transfer accepted on the day follows; what is older than its first version follows that one. */
export function procedureOn(
  { procedures }: RuleBook,
  of: { readonly day: string; readonly direction: string; readonly procedureType: string; readonly among: Procedures },
): Procedure | undefined {
  const versions = procedures.flatMap(({ key, direction, procedureType, from }) => {
    const procedure = direction === of.direction && procedureType === of.procedureType && of.among.find(key);
    return procedure ? { procedure, from } : [];
  });
  return (versions.find(({ from }) => from <= of.day) ?? versions.at(-1))?.procedure;
}

/** A limit of whatever no case promises, by the latest version that has begun by the day. Undefined: none knows this type. */
export function limitOn(book: RuleBook, day: string, limit: Limit, of: LimitsOf): number | undefined {
  for (const version of versionsOn(book, day)) {
    const days = limitsOf(version, of)[limit];
    if (days !== undefined) return days;
  }
  return undefined;
}

/** Of the latest version that has begun by the day and says it. */
export function settingOn<Name extends keyof Settings>(book: RuleBook, day: string, name: Name): Settings[Name] {
  for (const { settings } of versionsOn(book, day)) {
    const value = settings[name];
    if (value !== undefined) return value;
  }
  throw new Error(`no rule ${name} is in force on ${day}`);
}

/** What the latest version that has begun by the day says of the narrowest region that it names; undefined: none says it. */
export function regionalOn(book: RuleBook, day: string, name: string, areaCode: string): unknown {
  for (const { regional } of versionsOn(book, day)) {
    const said = regional
      .filter((rule) => rule.name === name && areaCode.startsWith(rule.region))
      .sort((a, b) => b.region.length - a.region.length)[0];
    if (said) return said.value;
  }
  return undefined;
}

/** Those that have begun by the day, the latest first; for a day before all of them, the first. */
function versionsOn({ versions }: RuleBook, day: string): readonly RuleVersion[] {
  const begun = versions.filter(({ from }) => from <= day);
  return begun.length > 0 ? begun : versions.slice(-1);
}
