/** The bureau's monthly sheet: what was in transit, what came, what left and how, what is in transit now and where. */
import { sql } from 'kysely';
import { stepNames } from '../../domain/procedures/rules.ts';
import type { Db } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import {
  PROMISED_WORKING_DAYS,
  sheetFigure,
  SHEET_FIGURES,
  sheetRows,
  type SheetFigure,
  type SheetQuestion,
} from './month-sheet-rows.ts';

export interface MonthSheet extends Record<SheetFigure, number> {
  /** Of those in transit at the end; null: in no step. */
  steps: { step: string | null; open: number }[];
  promisedWorkingDays: number;
  /** From acceptance to booking, of the completed; with one decimal. Null when there are none. */
  meanWorkingDays: string | null;
}

type Row = Record<SheetFigure, number> & {
  steps: Record<string, number> | null;
  meanWorkingDays: string | null;
};

export async function readMonthSheet(db: Db, question: SheetQuestion): Promise<MonthSheet> {
  const numbers = (Object.keys(SHEET_FIGURES) as SheetFigure[]).map((name) => {
    const { where, fen } = sheetFigure(name);
    const number = fen
      ? sql`coalesce(sum(${sql.ref(fen)}) filter (where ${sql.raw(where)}), 0)::bigint`
      : sql`count(*) filter (where ${sql.raw(where)})`;
    return sql`${number} as ${sql.id(name)}`;
  });
  const { rows } = await sql<Row>`
    with ${sheetRows(question)}
    select ${sql.join(numbers)},
      round(avg(days_taken) filter (where completed), 1)::text as "meanWorkingDays",
      (select jsonb_object_agg(step, open) from (
        select coalesce(step, '') as step, count(*) as open from sheet where not has_ended group by 1) as by_step) as steps
    from sheet`.execute(db);
  const { steps, ...row } = rows[0]!;
  return { ...row, promisedWorkingDays: PROMISED_WORKING_DAYS, steps: inOrder(db, steps ?? {}) };
}

/** As the procedures go; steps of a later release behind, those in no step last. */
function inOrder(db: Db, found: Readonly<Record<string, number>>): MonthSheet['steps'] {
  const known = proceduresOf(db).all.flatMap(stepNames);
  const names = new Set([...known, ...Object.keys(found)]);
  names.delete('');
  const steps = [...names].flatMap((step) => (found[step] === undefined ? [] : [{ step, open: found[step] }]));
  return found[''] === undefined ? steps : [...steps, { step: null, open: found[''] }];
}
