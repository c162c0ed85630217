/** A successor goes in before whom it succeeds, wherever the two stand in the file. */
import type { AcceptedRow, OpenFile, RefusedRow } from '../tables/row-files.ts';
import type { CounterpartRow } from './read.ts';

type Line = AcceptedRow<CounterpartRow> | RefusedRow;

/** A directory is some thousand rows: all of it is read before the first goes in. */
export const successorsFirst = (file: OpenFile<CounterpartRow>): OpenFile<CounterpartRow> => ({
  ...file,
  async *rows() {
    const lines: Line[] = [];
    for await (const line of file.rows()) lines.push(line);
    const circles = circlesOf(lines.flatMap((line) => ('row' in line ? [line.row] : [])));
    yield* ordered(lines.map((line) => marked(line, circles)));
  },
});

const marked = (line: Line, circles: ReadonlySet<string>): Line =>
  'row' in line && circles.has(line.row.areaCode) ? { ...line, row: { ...line.row, isInCircle: true } } : line;

function ordered(lines: readonly Line[]): Line[] {
  const byCode = new Map<string, AcceptedRow<CounterpartRow>[]>();
  for (const line of lines)
    if ('row' in line) byCode.set(line.row.areaCode, [...(byCode.get(line.row.areaCode) ?? []), line]);
  const placed = new Set<Line>();
  for (const line of lines) place(line, byCode, placed);
  return [...placed];
}

/** Those of a circle keep the order in which they are met. */
function place(
  start: Line,
  byCode: ReadonlyMap<string, readonly AcceptedRow<CounterpartRow>[]>,
  placed: Set<Line>,
): void {
  const waiting = [start];
  const begun = new Set<Line>();
  while (waiting.length > 0) {
    const line = waiting.at(-1)!;
    const successors = 'row' in line && !begun.has(line) ? (byCode.get(line.row.successor ?? '') ?? []) : [];
    begun.add(line);
    const before = successors.filter((one) => !placed.has(one) && !begun.has(one));
    if (before.length > 0) {
      waiting.push(...before);
      continue;
    }
    placed.add(waiting.pop()!);
  }
}

/** Codes whose successors, as the file names them, lead back to themselves. */
function circlesOf(rows: readonly CounterpartRow[]): ReadonlySet<string> {
  const next = new Map(
    rows.flatMap(({ areaCode, successor }) => (successor === undefined ? [] : [[areaCode, successor] as const])),
  );
  const inCircle = (start: string): boolean => {
    const seen = new Set<string>();
    let code = next.get(start);
    while (code !== undefined && !seen.has(code)) {
      if (code === start) return true;
      seen.add(code);
      code = next.get(code);
    }
    return false;
  };
  return new Set([...next.keys()].filter(inCircle));
}
