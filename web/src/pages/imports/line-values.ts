/** Refused lines as a form: each cell by the place of its line and of its column, whatever signs its name has. Pure. */
import { RefusedError } from '../../api/problem.ts';
import type { Defect } from '../../api/types.ts';
import { defectText } from '../../components/problem-text.ts';
import { knownText } from '../../i18n/known-text.ts';
import type { CorrectedLine, Said } from './correct-lines.ts';
import { cellKey, lineKey } from './line-keys.ts';
import { importReason } from './reason-words.ts';

/** A line of the file as it came. */
export interface CameLine {
  readonly line: number;
  readonly cells: readonly { readonly column: string; readonly value: string }[];
}

export interface LineValues {
  readonly lines: Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>>;
}

export const asCame = (came: readonly CameLine[]): LineValues => ({
  lines: Object.fromEntries(
    came.map(({ line, cells }) => [
      lineKey(line),
      Object.fromEntries(cells.map(({ value }, at) => [cellKey(at), value])),
    ]),
  ),
});

/** What is sent: the lines in which a cell is written otherwise; where there is none, all, since the office may know more by now. */
export function toSend(came: readonly CameLine[], { lines }: LineValues): CorrectedLine[] {
  const rows = came.map(({ line, cells }) => ({
    line,
    cells: cells.flatMap(({ column, value }, at) => {
      const now = lines[lineKey(line)]?.[cellKey(at)] ?? '';
      return now === value ? [] : [{ column, value: now }];
    }),
  }));
  const touched = rows.filter(({ cells }) => cells.length > 0);
  return touched.length > 0 ? touched : rows;
}

/** As a form shows it: each defect at its cell, in the words for files; what is said of a whole line names it. */
export function asRefusal(
  came: readonly CameLine[],
  refused: readonly { readonly line: number; readonly said: readonly Said[] }[],
  ofLine: (line: number, text: string) => string,
): RefusedError {
  const errors = refused.flatMap(({ line, said }) => {
    const cells = came.find((one) => one.line === line)?.cells ?? [];
    return said.map(({ field, code, reason }): Defect => {
      const at = cells.findIndex(({ column }) => column === field);
      const { words, more } = importReason({ field, code, sentence: reason }, knownText);
      const message = [words, more].join(' ').trim();
      if (at >= 0) return { field: `lines.${lineKey(line)}.${cellKey(at)}`, code: `ofFile.${code}`, message };
      return { field: '', code: `ofFile.${String(line)}.${field}.${code}`, message: ofLine(line, message) };
    });
  });
  return new RefusedError({ type: '/problems/invalid', title: '', status: 422, errors });
}

/** `rows.2.line` is the third of what was sent, which tells nobody the line of the file: that is said in words. */
export function namingLines(
  error: unknown,
  sent: readonly CorrectedLine[],
  ofLine: (line: number, text: string) => string,
): unknown {
  if (!(error instanceof RefusedError) || !error.problem.errors) return error;
  const errors = error.problem.errors.map((defect): Defect => {
    const line = sent[Number(/^rows\.(\d+)\./.exec(defect.field)?.[1] ?? NaN)]?.line;
    if (line === undefined) return defect;
    return { field: '', code: `ofLine.${String(line)}.${defect.code}`, message: ofLine(line, defectText(defect)) };
  });
  return new RefusedError({ ...error.problem, errors }, error.retryAfterSeconds);
}
