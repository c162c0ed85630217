/** The run in a few numbers. */
import type { StruckFault } from './timeline.ts';

export interface KindSummary {
  readonly struck: number;
  /** Seconds from the healing until the office worked again; faults that followed meanwhile are in it. */
  readonly medianSeconds: number | null;
  readonly slowestSeconds: number | null;
  /** Of those that nothing else disturbed meanwhile. */
  readonly slowestAloneSeconds: number | null;
}

export function summaryOf(faults: readonly StruckFault[]): Record<string, KindSummary> {
  const names = [...new Set(faults.map(({ name }) => name))].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      kindOf(
        faults.filter((fault) => fault.name === name),
        faults,
      ),
    ]),
  );
}

function kindOf(ofKind: readonly StruckFault[], all: readonly StruckFault[]): KindSummary {
  const seconds = secondsOf(ofKind);
  const alone = secondsOf(ofKind.filter((fault) => isAlone(fault, all)));
  return {
    struck: ofKind.length,
    medianSeconds: seconds[Math.floor(seconds.length / 2)] ?? null,
    slowestSeconds: seconds.at(-1) ?? null,
    slowestAloneSeconds: alone.at(-1) ?? null,
  };
}

/** Rising. */
const secondsOf = (faults: readonly StruckFault[]): number[] =>
  faults.flatMap((fault) => recoverySeconds(fault) ?? []).sort((one, other) => one - other);

export function recoverySeconds({ healedAt, recoveredAt }: StruckFault): number | undefined {
  return healedAt === null || recoveredAt === null ? undefined : Math.round((recoveredAt - healedAt) * 10) / 10;
}

/** No other fault was struck, lasted or was being recovered from while this one was. */
export function isAlone(fault: StruckFault, all: readonly StruckFault[]): boolean {
  const { healedAt, recoveredAt } = fault;
  if (healedAt === null || recoveredAt === null) return false;
  return all.every(
    (other) => other === fault || other.at >= recoveredAt || (other.recoveredAt ?? Infinity) <= healedAt,
  );
}
