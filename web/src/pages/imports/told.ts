/** What is said of the lines of a file: refused ones, and cells that were read otherwise than they are written. Pure. */
import type { Schemas } from '../../api/types.ts';

export interface Told {
  readonly key: string;
  readonly line: number;
  readonly isRefused: boolean;
  /** The first that is said of a refused line: what can be done about it stands there. */
  readonly isFirst: boolean;
  readonly field: string;
  readonly code: string;
  readonly reason: string;
  readonly transferId: string | null;
}

export function toldOf(
  lines: readonly Schemas['ImportLine'][],
  refusals: readonly Schemas['ImportRefusal'][],
): readonly Told[] {
  const seen = new Set<number>();
  const refused = refusals.map(({ line, field, code, reason }) => {
    const isFirst = !seen.has(line);
    seen.add(line);
    const key = `${String(line)} ${field} ${reason}`;
    return { line, field, code, reason, key, isFirst, isRefused: true, transferId: null };
  });
  const warned = lines.flatMap(({ line, transferId, warnings }) =>
    warnings.map(({ field, code, message }) => ({
      line,
      field,
      code,
      transferId,
      reason: message,
      key: `${String(line)} ${field} ${code}`,
      isFirst: false,
      isRefused: false,
    })),
  );
  return [...refused, ...warned].sort((a, b) => a.line - b.line);
}
