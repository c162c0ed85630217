/** Which figures differ between two answers, by the names that they have in the answer. */

export interface MovedFigure {
  /** `closedWithin.1`, `inPeriod.rate` … */
  figure: string;
  was: Figure;
  becomes: Figure;
}
type Figure = number | string | null;

export function movedFigures(was: object | null, becomes: object | null): MovedFigure[] {
  const before = new Map(figuresOf(was));
  return figuresOf(becomes).flatMap(([figure, now]) => {
    const then = before.get(figure) ?? null;
    return then === now ? [] : [{ figure, was: then, becomes: now }];
  });
}

/** Numbers and rates wherever they stand; a list is told by the numbers beside it. */
function figuresOf(answer: unknown, path: readonly string[] = []): [string, Figure][] {
  if (Array.isArray(answer)) return [];
  if (answer !== null && typeof answer === 'object')
    return Object.entries(answer).flatMap(([name, value]) => figuresOf(value, [...path, name]));
  return path.length === 0 ? [] : [[path.join('.'), answer as Figure]];
}
