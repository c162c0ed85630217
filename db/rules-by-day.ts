import type { Tx } from './connection.ts';
import { loadRules, ruleVersionOn, type RulesInForce } from './rules.ts';

export interface RulesOfDay {
  readonly ruleVersion: string;
  readonly rules: RulesInForce;
}

/** The rules in force on a day, each asked of the database once; what is older than all of them stands under the first. */
export async function rulesByDay(tx: Tx, procedureType: string): Promise<(day: string) => Promise<RulesOfDay>> {
  const first = await tx
    .selectFrom('rule_versions')
    .select('valid_from')
    .orderBy('valid_from')
    .executeTakeFirstOrThrow();
  const firstDay = first.valid_from;
  const byDay = new Map<string, RulesOfDay>();
  const byVersion = new Map<string, RulesInForce>();
  return async (day) => {
    const known = byDay.get(day);
    if (known) return known;
    const ruleVersion = await ruleVersionOn(tx, day < firstDay ? firstDay : day);
    const rules = byVersion.get(ruleVersion) ?? (await loadRules(tx, ruleVersion, procedureType));
    byVersion.set(ruleVersion, rules);
    const found = { ruleVersion, rules };
    byDay.set(day, found);
    return found;
  };
}
