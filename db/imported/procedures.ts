import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { procedureOn, rulesNow } from '../office/rules.ts';

/** Which procedure a transfer of an old ledger has followed, by the day of its acceptance. */
export async function proceduresByDay(tx: Tx, direction: Procedure['direction']): Promise<(day: string) => Procedure> {
  const among = proceduresOf(tx);
  const { rules } = await rulesNow(tx);
  return (day) => {
    const found = procedureOn(rules, { day, direction, procedureType: USUAL_TYPE, among });
    if (!found) throw new Error(`no procedure ${direction}/${USUAL_TYPE} is known`);
    return found;
  };
}
