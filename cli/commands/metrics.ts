import { Command, Option } from 'commander';
import { reach } from '../connection.ts';
import { answered } from '../failure.ts';
import { print } from '../print.ts';

interface Period {
  readonly from: string;
  readonly to: string;
  readonly compare?: boolean;
}

const withPeriod = (command: Command): Command =>
  command
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last day, YYYY-MM-DD')
    .option('--compare', 'with the year before');

const periodOf = ({ from, to, compare }: Period) => ({
  from,
  to,
  ...(compare && { compareWith: 'yearBefore' as const }),
});

/** The figures of the office, as the API answers them. */
export function metricsCommand(): Command {
  const metrics = new Command('metrics').description('the figures: completion rates, open work, volume, times, money');
  metrics.addCommand(completion());
  withPeriod(metrics.command('volume').description('counts and money in a period')).action(
    async (options: Period, command: Command) => {
      const { client } = await reach(command, 'manager');
      print(command, await answered(client.GET('/metrics/volume', { params: { query: periodOf(options) } })));
    },
  );
  metrics.addCommand(mainFigures());
  withPeriod(metrics.command('steps').description('working days per step')).action(
    async (options: Period, command: Command) => {
      const { client } = await reach(command, 'manager');
      print(command, await answered(client.GET('/metrics/steps', { params: { query: periodOf(options) } })));
    },
  );
  metrics
    .command('progress')
    .description('open transfers by step, owner and age')
    .action(async (_options: object, command: Command) => {
      const { client } = await reach(command, 'manager');
      print(command, await answered(client.GET('/metrics/progress')));
    });
  metrics
    .command('money')
    .description('where every received fen is')
    .action(async (_options: object, command: Command) => {
      const { client } = await reach(command, 'manager');
      print(command, await answered(client.GET('/metrics/money')));
    });
  return metrics;
}

function mainFigures(): Command {
  return new Command('main')
    .description(
      'the six numbers: transfers and money each way, letters, notices; of a period, a year before, since a day',
    )
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last day, YYYY-MM-DD')
    .option('--since <day>', 'first day of the long count')
    .action(async (options: Period & { readonly since?: string }, command: Command) => {
      const { client } = await reach(command, 'manager');
      const { from, to, since } = options;
      print(command, await answered(client.GET('/metrics/main-figures', { params: { query: { from, to, since } } })));
    });
}

interface CompletionOptions extends Period {
  readonly direction: 'in' | 'out';
  readonly asOf?: string;
  readonly knownAt?: string;
}

function completion(): Command {
  return withPeriod(
    new Command('completion').description('completion rates (办结率) of the cases accepted in a period'),
  )
    .addOption(new Option('--direction <direction>').choices(['in', 'out']).default('in'))
    .option('--as-of <day>', 'counts what had occurred by the end of this day')
    .option('--known-at <instant>', 'counts only what was recorded by then')
    .action(async (options: CompletionOptions, command: Command) => {
      const { client } = await reach(command, 'manager');
      const { direction, asOf, knownAt } = options;
      const query = { direction, asOf, knownAt, ...periodOf(options) };
      print(command, await answered(client.GET('/metrics/completion', { params: { query } })));
    });
}
