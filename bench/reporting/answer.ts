/** A question with what was measured for it, in the form in which it is kept. */
import { median } from '../measuring/statistics.ts';
import { isMet, type Limit, type Question, type Samples, type Table } from '../question.ts';

export interface Spread {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Measure extends Spread {
  readonly goal: Limit;
  readonly met: boolean;
}

export interface Answer {
  readonly id: string;
  readonly question: string;
  readonly against: string;
  readonly measures: readonly Measure[];
  readonly figures: readonly Spread[];
  readonly table?: Table;
  readonly remarks: readonly string[];
  /** When it was measured, from which source, and how long that took. */
  readonly at: string;
  readonly commit: string;
  readonly seconds: number;
  /** Measured once, with small sizes, on a machine that others used too. */
  readonly provisional?: true;
}

/** @throws when a measure of the goal was not taken */
export function answerOf(
  { id, question, against, goal }: Question,
  samples: Samples,
  { seconds, commit, provisional }: Pick<Answer, 'seconds' | 'commit'> & { provisional: boolean },
): Answer {
  return {
    id,
    question,
    against,
    measures: Object.entries(goal).map(([name, limit]) => {
      const spread = spreadOf(name, limit.unit ?? '', samples.measures[name] ?? []);
      return { ...spread, goal: limit, met: isMet(limit, spread.median) };
    }),
    figures: (samples.figures ?? []).map((figure) => spreadOf(figure.name, figure.unit, figure.values)),
    ...(samples.table && { table: samples.table }),
    remarks: samples.remarks ?? [],
    at: new Date().toISOString(),
    commit,
    seconds: Math.round(seconds),
    ...(provisional && { provisional }),
  };
}

function spreadOf(name: string, unit: string, values: readonly number[]): Spread {
  if (values.length === 0) throw new Error(`${name} was not measured`);
  const rounded = values.map((value) => Number(value.toPrecision(6)));
  return { name, unit, values: rounded, median: median(rounded), min: Math.min(...rounded), max: Math.max(...rounded) };
}
