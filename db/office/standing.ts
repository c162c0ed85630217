/** The office as it stands now, for whoever begins something new: its time, its rules, its people. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { rosterOf, type Roster } from './roster.ts';
import { ruleBookOf, type RuleBook } from './rules.ts';

/** Without a change of rules or people one statement. */
export async function standingNow(db: Db): Promise<{ now: Date; rules: RuleBook; roster: Roster }> {
  const { rows } = await sql<{ now: Date; rules: string; roster: string }>`select office_now() as now,
    rules_revision.revision as rules, roster_revision.revision as roster from rules_revision, roster_revision`.execute(
    db,
  );
  const { now, rules, roster } = rows[0]!;
  return { now, rules: await ruleBookOf(db, rules), roster: await rosterOf(db, roster) };
}
