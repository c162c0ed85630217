/** The bureau's monthly sheet: what was in transit, what came, what left and how, what is in transit now and where. */
import { sql, type RawBuilder } from 'kysely';
import { stepNames } from '../../domain/procedures/rules.ts';
import type { Db } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import {
  NOT_KNOWN,
  ONLY_OF_TRANSFERS_IN,
  PROMISED_WORKING_DAYS,
  sheetFigure,
  SHEET_FIGURES,
  sheetRows,
  type SheetFigure,
  type SheetQuestion,
} from './month-sheet-rows.ts';

type OnlyIn = (typeof ONLY_OF_TRANSFERS_IN)[number];

export interface MonthSheet extends Record<Exclude<SheetFigure, OnlyIn>, number> {
  /** Null: the ledger cannot say it of this direction. */
  overPlatform: number | null;
  byPost: number | null;
  lumpSumsWithoutPaper: number | null;
  /** Of those in transit at the end; null: in no step. */
  steps: { step: string | null; open: number }[];
  promisedWorkingDays: number;
  /** From acceptance to booking, of the completed; with one decimal. Null when there are none. */
  meanWorkingDays: string | null;
  /** Per cent of the completed of which the ledger knows how their letter went; with two decimals. */
  platformShare: string | null;
  notKnown: readonly (typeof NOT_KNOWN)[number][];
}

type Row = Record<SheetFigure, number> & {
  steps: Record<string, number> | null;
  meanWorkingDays: string | null;
  platformShare: string | null;
};

const FIGURES = Object.keys(SHEET_FIGURES) as SheetFigure[];

export const readMonthSheet = (db: Db, question: SheetQuestion): Promise<MonthSheet> =>
  countSheet(db, sheetRows(question), question.direction);

/** @param rows `with` entries that end in `sheet` */
export async function countSheet(
  db: Db,
  rows: RawBuilder<unknown>,
  direction: SheetQuestion['direction'],
): Promise<MonthSheet> {
  const numbers = FIGURES.map((name) => {
    const { where, fen } = sheetFigure(name);
    const number = fen
      ? sql`coalesce(sum(${sql.ref(fen)}) filter (where ${sql.raw(where)}), 0)::bigint`
      : sql`count(*) filter (where ${sql.raw(where)})`;
    return sql`${number} as ${sql.id(name)}`;
  });
  const { rows: found } = await sql<Row>`
    with ${rows}
    select ${sql.join(numbers)},
      round(avg(days_taken) filter (where completed), 1)::text as "meanWorkingDays",
      round(100.0 * count(*) filter (where completed and letter_channel = 'platform')
        / nullif(count(*) filter (where completed and letter_channel is not null), 0), 2)::text as "platformShare",
      (select jsonb_object_agg(step, open) from (
        select coalesce(step, '') as step, count(*) as open from sheet where not has_ended group by 1) as by_step) as steps
    from sheet`.execute(db);
  const { steps, ...row } = found[0]!;
  const unknown = direction === 'out' ? Object.fromEntries(ONLY_OF_TRANSFERS_IN.map((name) => [name, null])) : {};
  return {
    ...row,
    ...unknown,
    promisedWorkingDays: PROMISED_WORKING_DAYS,
    steps: inOrder(db, steps ?? {}),
    notKnown: NOT_KNOWN,
  };
}

/** As the procedures go; steps of a later release behind, those in no step last. */
function inOrder(db: Db, found: Readonly<Record<string, number>>): MonthSheet['steps'] {
  const known = proceduresOf(db).all.flatMap(stepNames);
  const names = new Set([...known, ...Object.keys(found)]);
  names.delete('');
  const steps = [...names].flatMap((step) => (found[step] === undefined ? [] : [{ step, open: found[step] }]));
  return found[''] === undefined ? steps : [...steps, { step: null, open: found[''] }];
}
