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
      .option('--set-back', 'the ledger was set back by other means than restore: end what knows more than it', false)
      .option(
        '--look-everywhere',
        'Temporal was set back: ask every open workflow, not only those that are late',
        false,
      )
      .action(({ setBack, lookEverywhere }: ReconcileOptions, command: Command) =>
        onThisMachine(command, [
          'reconcile',
          ...(setBack ? ['--set-back'] : []),
          ...(lookEverywhere ? ['--look-everywhere'] : []),
        ]),
      ),
  ];
}

interface ReconcileOptions {
  readonly setBack: boolean;
  readonly lookEverywhere: boolean;
}
