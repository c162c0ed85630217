/** `baton calendar`: the holiday notice of a year, read or loaded. */
import { Command } from 'commander';
import { reach } from '../connection.ts';
import { answered, Failure } from '../failure.ts';
import { print } from '../print.ts';

interface NoticeOptions {
  readonly notice: string;
  readonly rest?: readonly string[];
  readonly work?: readonly string[];
  readonly supplements?: boolean;
  readonly replaces?: boolean;
}

export function calendarCommand(): Command {
  const calendar = new Command('calendar').description('the working-day calendar');
  calendar
    .command('read <year>')
    .description('the days that the notice of a year named')
    .action(async (year: string, _options: object, command: Command) => {
      const { client } = await reach(command, 'administrator');
      const params = { path: { year: yearOf(year) } };
      print(command, await answered(client.GET('/calendar/{year}', { params })));
    });
  calendar
    .command('load <year>')
    .description('load or correct a notice; says which deadlines moved')
    .requiredOption('--notice <title>', 'its title')
    .option('--rest <blocks...>', 'rest days: 2027-01-01..2027-01-03, or one day')
    .option('--work <days...>', 'Saturdays and Sundays that are worked')
    .option('--supplements', 'add to the notice that is loaded')
    .option('--replaces', 'forget the days of the loaded notice that this one does not name')
    .action(async (year: string, { rest = [], work = [], ...said }: NoticeOptions, command: Command) => {
      const { client } = await reach(command, 'administrator');
      const params = { path: { year: yearOf(year) } };
      const body = { ...said, rest: rest.map(blockOf), work: [...work] };
      print(command, await answered(client.PUT('/calendar/{year}', { params, body })));
    });
  return calendar;
}

function yearOf(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new Failure('A year has four digits.');
  return Number(text);
}

function blockOf(text: string): { from: string; to: string } {
  const [from = '', to = from] = text.split('..');
  return { from, to };
}
