/** The words behind `npm run bench --`, and what they ask for. */
import { resolve } from 'node:path';
import { Command } from 'commander';

export interface BenchOptions {
  /** Ids of the questions; empty: all. */
  readonly only: readonly string[];
  /** The table of goals whose questions are asked; undefined: all. */
  readonly table: number | undefined;
  readonly repetitions: number;
  /** Small sizes: for trying, not for the table. */
  readonly quick: boolean;
  /** One repetition and an eighth of the sizes, for a machine that others use too; kept, and marked as provisional. */
  readonly provisional: boolean;
  /** The sizes of the goals where the usual run takes fewer. */
  readonly large: boolean;
  readonly seed: number;
  /** Where the product's processes leave their CPU profiles when they end. */
  readonly profile: string | undefined;
}

/** As they were said: what was not said is not there. */
type Words = Partial<BenchOptions> & Pick<BenchOptions, 'seed'> & { readonly report?: true };

const PROFILE = 'API and worker write their .cpuprofile files there, one per thread, for the hot spots behind a miss';
const RESULTS = `
Results go to bench/results/<date>.json, the tables to bench/README.md and bench/results.md, after each question: what fails
later takes nothing away. A question that ends with an error, or not at all, keeps the answer it had before.`;

/** @throws naming the word or number that is wrong; a `CommanderError` of exit code 0 when help was asked for and printed */
export function readCommandLine(words: readonly string[]): BenchOptions | 'report' {
  const command = new Command('npm run bench --')
    .option('--only <ids>', 'P1,P4: these questions only; the table keeps the others as they were measured last', idsOf)
    .option('--table <n>', '1: the main way, 2: reading and files; the questions of that table only', positive)
    .option('--repetitions <n>', 'of each measurement (default: 3); the median is judged', positive)
    .option(
      '--provisional',
      'asked once, an eighth of the sizes: for a machine that is not quiet; marked so in the table',
    )
    .option('--quick', 'small sizes, a quarter of an hour for everything; the table is printed and not kept')
    .option('--large', 'P9 with 100,000 open transfers, P11–P13 with 10 million: an hour more')
    .option('--seed <s>', 'draws the order of the contestants', positive, 1)
    .option('--report', 'measures nothing: writes the tables again from the results, for example with a new cause')
    .option('--profile <folder>', PROFILE, (folder) => resolve(folder))
    .helpOption('--help', 'prints this')
    .addHelpText('after', RESULTS)
    .allowExcessArguments()
    .exitOverride()
    // Whoever calls says what is wrong.
    .configureOutput({ outputError: () => {} })
    .parse(words, { from: 'user' });
  const [stray] = command.args;
  if (stray !== undefined) throw new Error(`Unexpected argument '${stray}'`);
  const { report, only = [], quick = false, provisional = false, large = false, ...said } = command.opts<Words>();
  if (report) return 'report';
  const { seed, profile, table, repetitions = quick || provisional ? 1 : 3 } = said;
  return { only, table, repetitions, quick, provisional, large, seed, profile };
}

const idsOf = (text: string): string[] => text.split(',').filter(Boolean);

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${text} is not a whole number above 0`);
  return number;
}
