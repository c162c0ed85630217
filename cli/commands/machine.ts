import { Command } from 'commander';
import { onThisMachine } from '../on-this-machine.ts';

/** What needs the database or Temporal itself, not the API. */
export function machineCommands(): Command[] {
  return [
    new Command('migrate')
      .description('bring the database to this version')
      .action((_options: object, command: Command) => onThisMachine(command, ['migrate'])),
    new Command('reconcile')
      .description('start again what Temporal has lost, wake what slept too long')
      .action((_options: object, command: Command) => onThisMachine(command, ['reconcile'])),
  ];
}
