/** The office's dated rules: read with what comes, and set anew from a day on. What has begun is never touched: cases keep it. */
import { sql } from 'kysely';
import { isLimit, OFFICE_RULES, type OfficeRuleName } from '../../domain/office-rules.ts';
import type { Db, Tx } from '../connection/connection.ts';

/** Whose limit; a setting is of the whole office, and has neither. */
export interface RuleOf {
  readonly name: OfficeRuleName;
  readonly direction: string | null;
  readonly procedureType: string | null;
  readonly region: string;
}

interface Row {
  name: OfficeRuleName;
  direction: string | null;
  procedureType: string | null;
  region: string;
  value: number;
  source: string;
  fromDay: string;
  begun: boolean;
}

interface Version {
  readonly value: number;
  readonly source: string;
  readonly fromDay: string;
}

export interface StandingRule extends RuleOf {
  /** Null: it begins later for the first time. */
  readonly now: Version | null;
  readonly ahead: readonly Version[];
}

/** Each since when it is as it is, and what comes: a version that only repeats the one before is none. */
export async function listOfficeRules(db: Db): Promise<StandingRule[]> {
  const { rows } = await sql<Row>`
    with said as (
      select name, direction, procedure_type, region, working_days as value, source, v.valid_from
      from limits join rule_versions v on v.version = limits.rule_version
      union all
      select name, null, null, '', (value #>> '{}')::integer, source, v.valid_from
      from rules join rule_versions v on v.version = rules.rule_version
      where jsonb_typeof(value) = 'number'
    ),
    turned as (
      select said.*, lag(value) over same as before from said
      window same as (partition by name, direction, procedure_type, region order by valid_from)
    )
    select name, direction, procedure_type as "procedureType", region, value, source, valid_from as "fromDay",
      valid_from <= office_date(office_now()) as begun
    from turned where before is distinct from value and name = any(${[...OFFICE_RULES]}::text[])
    order by direction nulls last, procedure_type, region, valid_from`.execute(db);
  const keys = [...new Set(rows.map(keyOf))];
  const rules = keys.map((key) => standingOf(rows.filter((row) => keyOf(row) === key)));
  return rules.sort((one, other) => OFFICE_RULES.indexOf(one.name) - OFFICE_RULES.indexOf(other.name));
}

const keyOf = ({ name, direction, procedureType, region }: RuleOf): string =>
  [direction, procedureType, region, name].join('/');

function standingOf(rows: readonly Row[]): StandingRule {
  const { name, direction, procedureType, region } = rows[0]!;
  const versionOf = ({ value, source, fromDay }: Row): Version => ({ value, source, fromDay });
  const begun = rows.filter((row) => row.begun).at(-1);
  return {
    name,
    direction,
    procedureType,
    region,
    now: begun ? versionOf(begun) : null,
    ahead: rows.filter((row) => !row.begun).map(versionOf),
  };
}

export interface NewRule extends RuleOf {
  readonly value: number;
  readonly source: string;
  readonly fromDay: string;
}

/** What holds on a day; undefined: no version says it. */
export async function ruleOn(db: Db, rule: RuleOf, day: string): Promise<number | undefined> {
  const { rows } = isLimit(rule.name)
    ? await sql<{ value: number }>`select working_days as value
        from limits join rule_versions v on v.version = limits.rule_version
        where name = ${rule.name} and direction = ${rule.direction} and procedure_type = ${rule.procedureType}
          and region = ${rule.region} and v.valid_from <= ${day}::date
        order by v.valid_from desc limit 1`.execute(db)
    : await sql<{ value: number }>`select (value #>> '{}')::integer as value
        from rules join rule_versions v on v.version = rules.rule_version
        where name = ${rule.name} and v.valid_from <= ${day}::date order by v.valid_from desc limit 1`.execute(db);
  return rows[0]?.value;
}

/** A version of its own from the day on, unless one begins that day; later ones that only repeated it go with it. */
export async function putOfficeRule(tx: Tx, rule: NewRule): Promise<void> {
  const version = await versionFrom(tx, rule.fromDay);
  const before = await ruleOn(tx, rule, rule.fromDay);
  if (isLimit(rule.name)) {
    const { name, direction, procedureType, region, value, source, fromDay } = rule;
    await sql`insert into limits (rule_version, direction, procedure_type, region, name, working_days, source)
      select version, ${direction}, ${procedureType}, ${region}, ${name}, ${value}, ${source} from rule_versions
      where version = ${version} or (valid_from > ${fromDay}::date and exists (select from limits l
        where l.rule_version = version and l.direction = ${direction} and l.procedure_type = ${procedureType}
          and l.region = ${region} and l.name = ${name} and l.working_days = ${before ?? null}::integer))
      on conflict (rule_version, direction, procedure_type, region, name)
        do update set working_days = excluded.working_days, source = excluded.source`.execute(tx);
    return;
  }
  const value = JSON.stringify(rule.value);
  await tx
    .insertInto('rules')
    .values({ rule_version: version, name: rule.name, value, source: rule.source })
    .onConflict((oc) => oc.columns(['rule_version', 'name']).doUpdateSet({ value, source: rule.source }))
    .execute();
}

/** With every limit of the version before it: a case that is accepted under it finds all of them there. */
async function versionFrom(tx: Tx, fromDay: string): Promise<string> {
  const { rows: made } = await sql<{ version: string }>`insert into rule_versions (version, valid_from, note)
    values (${`office-${fromDay}`}, ${fromDay}::date, 'set by the office') on conflict (valid_from) do nothing
    returning version`.execute(tx);
  if (made[0]) {
    await sql`insert into limits (rule_version, direction, procedure_type, region, name, working_days, source)
      select ${made[0].version}, direction, procedure_type, region, name, working_days, source from limits
      where rule_version = (select version from rule_versions where valid_from < ${fromDay}::date
        order by valid_from desc limit 1)`.execute(tx);
    return made[0].version;
  }
  const { rows } = await sql<{
    version: string;
  }>`select version from rule_versions where valid_from = ${fromDay}::date`.execute(tx);
  return rows[0]!.version;
}
