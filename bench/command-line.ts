import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Ids of the questions; empty: all. */
  readonly only: readonly string[];
  readonly repetitions: number;
  /** Small sizes: for trying, not for the table. */
  readonly quick: boolean;
  /** The sizes of the goals where the usual run takes fewer. */
  readonly large: boolean;
  readonly seed: number;
  /** Where the product's processes leave their CPU profiles when they end. */
  readonly profile: string | undefined;
}

export const USAGE = `npm run bench -- [options]

  --only P1,P4      these questions only; the table keeps the others as they were measured last
  --repetitions N   of each measurement (default 3); the median is judged
  --quick           small sizes, a quarter of an hour for everything; the table is printed and not kept
  --large           P9 and P10 with 100,000 open transfers instead of 10,000: an hour more
  --seed S          draws the order of the contestants (default 1)
  --report          measures nothing: writes table and chart again from the results, for example with a new cause
  --profile DIR     API and worker write their .cpuprofile files there, one per thread, for the hot spots behind a miss

Results go to bench/results/<date>.json, the table and the chart to bench/README.md, after each question: what fails
later takes nothing away. A question that ends with an error, or not at all, keeps the answer it had before.`;

/** @throws naming the word or number that is wrong */
export function readOptions(args: readonly string[]): BenchOptions | 'help' | 'report' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      repetitions: { type: 'string' },
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      profile: { type: 'string' },
      report: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.report) return 'report';
  return {
    only: values.only.split(',').filter(Boolean),
    repetitions: positive(values.repetitions ?? (values.quick ? '1' : '3')),
    quick: values.quick,
    large: values.large,
    seed: positive(values.seed),
    profile: values.profile === undefined ? undefined : resolve(values.profile),
  };
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${text} is not a whole number above 0`);
  return number;
}
