/** The procedures as rows that steps refer to: generated from their texts, written after every migrate, never deleted. */
import { ENDINGS } from '../../domain/facts/closings.ts';
import type { Procedures } from '../../domain/procedures/index.ts';
import type { Procedure, StepRule } from '../../domain/procedures/procedure.ts';
import { outcomesOf, stepNames, stepRule } from '../../domain/procedures/rules.ts';

type Value = string | number | null;

/** What of a text may change in place (roles, parties) is written anew; a name that is there stays there. */
export function procedureRows({ all }: Procedures): string {
  const steps = all.flatMap((procedure) =>
    stepNames(procedure).map((step, index) => stepRow(procedure, step, index + 1)),
  );
  return [
    upsert(
      'procedures',
      ['key', 'direction', 'procedure_type', 'version', 'valid_from', 'case_no_prefix'],
      1,
      all.map(row),
    ),
    upsert('procedure_steps', ['procedure', 'step', 'place', 'role', 'party', 'decided_by'], 2, steps),
    upsert('procedure_outcomes', ['procedure', 'step', 'outcome', 'place'], 3, all.flatMap(outcomeRows)),
  ].join('\n');
}

const row = ({ key, direction, type, version, validFrom, caseNoPrefix }: Procedure): Value[] => [
  key,
  direction,
  type,
  version,
  validFrom,
  caseNoPrefix,
];

function stepRow(procedure: Procedure, step: string, place: number): Value[] {
  const { role, party, decidedBy }: StepRule = stepRule(procedure, step);
  return [procedure.key, step, place, role, party, decidedBy ?? null];
}

/** The endings that any step can have stand at place 0. */
function outcomeRows(procedure: Procedure): Value[][] {
  return stepNames(procedure).flatMap((step) => {
    const own = outcomesOf(procedure, step).map((outcome, index): Value[] => [procedure.key, step, outcome, index + 1]);
    const endings = ENDINGS.map((ending): Value[] => [procedure.key, step, ending, 0]);
    return [own, endings].flat();
  });
}

/** The first `keys` columns are the row's name. */
function upsert(table: string, columns: readonly string[], keys: number, rows: readonly Value[][]): string {
  const named = columns.slice(0, keys).join(', ');
  const changed = columns.slice(keys).map((column) => `${column} = excluded.${column}`);
  const values = rows.map((one) => `  (${one.map(literal).join(', ')})`).join(',\n');
  return `insert into ${table} (${columns.join(', ')}) values\n${values}\non conflict (${named}) do update set ${changed.join(', ')};\n`;
}

const literal = (value: Value): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'null');
