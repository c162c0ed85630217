import type { Tx } from './connection.ts';
import { loadRules, type RulesInForce } from './rules.ts';

export interface RulesOfDay {
  readonly ruleVersion: string;
  readonly rules: RulesInForce;
}

/** The rules in force on a day, each version asked of the database once; what is older than all of them stands under the first. */
export async function rulesByDay(tx: Tx, procedureType: string): Promise<(day: string) => RulesOfDay> {
  const versions = await tx
    .selectFrom('rule_versions')
    .select(['version', 'valid_from'])
    .orderBy('valid_from', 'desc')
    .execute();
  const known: (RulesOfDay & { readonly from: string })[] = [];
  for (const { version, valid_from: from } of versions)
    known.push({ from, ruleVersion: version, rules: await loadRules(tx, version, procedureType) });
  return (day) => known.find(({ from }) => from <= day) ?? known.at(-1)!;
}
