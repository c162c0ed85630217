import type { Tx } from '../connection/connection.ts';
import type { RulesInForce } from '../../domain/time/deadlines.ts';
import { readRuleBook } from './rules.ts';

export interface RulesOfDay {
  readonly ruleVersion: string;
  readonly rules: RulesInForce;
}

/** The rules in force on a day; what is older than all of them stands under the first. */
export async function rulesByDay(tx: Tx, procedureType: string): Promise<(day: string) => RulesOfDay> {
  const book = await readRuleBook(tx);
  return (day) => {
    const { version } = book.versions.find(({ from }) => from <= day) ?? book.versions.at(-1)!;
    return { ruleVersion: version, rules: book.inForce(version, procedureType) };
  };
}
