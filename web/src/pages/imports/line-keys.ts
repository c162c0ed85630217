/** By which a form of several lines knows its lines and cells. No bare numbers: it would take them for places of a list, and keep a thousand empty ones before line 1000. */
export const lineKey = (line: number): string => `line${String(line)}`;
export const cellKey = (at: number): string => `cell${String(at)}`;

/** Those that what was typed is of, from the top. */
export const linesOf = (typed: { readonly lines?: object }): number[] =>
  Object.keys(typed.lines ?? {})
    .map((key) => Number(/^line(\d+)$/.exec(key)?.[1]))
    .filter((line) => !Number.isNaN(line))
    .sort((one, other) => one - other);
