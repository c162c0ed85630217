/** The run in a few numbers. */
import type { StruckFault } from './timeline.ts';

export interface KindSummary {
  readonly struck: number;
  /** Seconds from the healing until the office worked again; faults that followed meanwhile are in it. */
  readonly medianSeconds: number | null;
  readonly slowestSeconds: number | null;
}

export function summaryOf(faults: readonly StruckFault[]): Record<string, KindSummary> {
  const names = [...new Set(faults.map(({ name }) => name))].sort();
  return Object.fromEntries(names.map((name) => [name, kindOf(faults.filter((fault) => fault.name === name))]));
}

function kindOf(faults: readonly StruckFault[]): KindSummary {
  const seconds = faults
    .flatMap(({ healedAt, recoveredAt }) => (healedAt === null || recoveredAt === null ? [] : [recoveredAt - healedAt]))
    .map((value) => Math.round(value * 10) / 10)
    .sort((one, other) => one - other);
  return {
    struck: faults.length,
    medianSeconds: seconds[Math.floor(seconds.length / 2)] ?? null,
    slowestSeconds: seconds.at(-1) ?? null,
  };
}
