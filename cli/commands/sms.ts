import { Command } from 'commander';
import { onThisMachine, runOperator } from '../on-this-machine.ts';

/** The SMS gateway that the environment names, before messages go over it. */
export function smsCommand(): Command {
  return new Command('sms')
    .description('the SMS gateway: look at its template, try it with one message')
    .addCommand(
      new Command('check')
        .description('everything that is wrong with SMS_TEMPLATE, or where it leads; nothing is sent')
        .action((_options: object, command: Command) => onThisMachine(command, ['sms-check'])),
    )
    .addCommand(
      new Command('try')
        .description('send one message that belongs to no transfer, and say how the answer was read')
        .requiredOption('--to <mobile>', 'eleven digits, or + and the country')
        .action(({ to }: { to: string }, command: Command) => onThisMachine(command, ['sms-try', '--to', to])),
    )
    .addCommand(
      new Command('template')
        .description('print a shipped template, to begin one of your own with')
        .argument('<name>', 'baton or kannel')
        .action((name: string, _options: object, command: Command) => runOperator(command, ['sms-template', name], {})),
    );
}
