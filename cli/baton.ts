/** `npm run baton -- <command>`: the operator's command line, a thin client of the API. */
import { Command, Option } from 'commander';
import { backupCommands } from './commands/backup.ts';
import { calendarCommand } from './commands/calendar.ts';
import { importCommand } from './commands/import.ts';
import { installServiceCommand } from './commands/install-service.ts';
import { metricsCommand } from './commands/metrics.ts';
import { machineCommands } from './commands/machine.ts';
import { smsCommand } from './commands/sms.ts';
import { staffCommand } from './commands/staff.ts';
import { transferCommand } from './commands/transfer.ts';
import { Failure } from './failure.ts';

const program = new Command('baton')
  .description('What an operator does with an office: look, import, change accounts, migrate, repair.')
  .addOption(new Option('--url <address>', 'of the API').env('BATON_URL'))
  .addOption(new Option('--token <token>', 'bearer token').env('BATON_TOKEN'))
  .addOption(new Option('--username <name>', 'signs in for this command').env('BATON_USERNAME'))
  .addOption(new Option('--password <password>', 'of the username').env('BATON_PASSWORD'))
  .addOption(new Option('--data <folder>', 'of the office that npm start keeps').default('.baton'))
  .addOption(new Option('--database <address>', 'for migrate, reconcile and create-administrator').env('DATABASE_URL'))
  .option('--json', 'print JSON', false)
  .addHelpText('after', '\nWithout --url the office in --data is asked; a practice office needs no sign-in.')
  .showHelpAfterError();

const commands = [
  metricsCommand(),
  importCommand(),
  calendarCommand(),
  staffCommand(),
  transferCommand(),
  smsCommand(),
];
for (const command of [...commands, ...machineCommands(), ...backupCommands(), installServiceCommand()]) {
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  // A failure is told in its own words; anything else is a fault of ours and keeps its trace.
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
