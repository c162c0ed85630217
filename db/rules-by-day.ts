import type { Tx } from './connection.ts';
import { loadRules, ruleVersionOn, type RulesInForce } from './rules.ts';

export interface RulesOfDay {
  readonly ruleVersion: string;
  readonly rules: RulesInForce;
}

/** The rules in force on a day, each asked of the database once: for many rows in one transaction. */
export function rulesByDay(tx: Tx, procedureType: string): (day: string) => Promise<RulesOfDay> {
  const byDay = new Map<string, RulesOfDay>();
  const byVersion = new Map<string, RulesInForce>();
  return async (day) => {
    const known = byDay.get(day);
    if (known) return known;
    const ruleVersion = await ruleVersionOn(tx, day);
    const rules = byVersion.get(ruleVersion) ?? (await loadRules(tx, ruleVersion, procedureType));
    byVersion.set(ruleVersion, rules);
    const found = { ruleVersion, rules };
    byDay.set(day, found);
    return found;
  };
}
