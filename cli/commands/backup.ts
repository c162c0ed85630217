import { Command } from 'commander';
import type { GlobalOptions } from '../connection.ts';
import { keysFileIn } from '../local-office.ts';
import { onThisMachine, runOperator } from '../on-this-machine.ts';

/** The ledger's backups and the keys that open them: work for the process that may touch the database. */
export function backupCommands(): Command[] {
  return [
    new Command('backup')
      .description('back the ledger up while the office works; it counts when it was restored once')
      .option('--to <folder>', 'default BACKUP_DIR, else backups in the data folder')
      .option('--nightly', 'then remove what BACKUP_KEEP no longer keeps', false)
      .action((options: BackupOptions, command: Command) => onThisMachine(command, ['backup', ...wordsOf(options)])),
    new Command('verify-backup')
      .description('restore a backup into a database of its own, compare it, and drop it again')
      .argument('[file]', 'default the newest')
      .option('--to <folder>', 'where the backups are')
      .action((file: string | undefined, options: BackupOptions, command: Command) =>
        onThisMachine(command, ['verify-backup', ...wordsOf(options), ...given(file)]),
      ),
    new Command('restore')
      .description('put a backup in the place of the ledger; the office must be stopped')
      .argument('<file>')
      .option('--replace', 'the ledger that is here is kept under another name', false)
      .option('--moved', 'the office has done nothing since the backup: messages that waited may go', false)
      .action((file: string, options: BackupOptions, command: Command) =>
        onThisMachine(command, ['restore', ...wordsOf(options), file]),
      ),
    new Command('backup-keys')
      .description('write all keys into a file under a passphrase, to be kept apart from the backups')
      .argument('<file>')
      .requiredOption('--passphrase-file <file>', 'one line, at least twelve characters')
      .action((file: string, options: BackupOptions, command: Command) =>
        onThisMachine(command, ['backup-keys', ...wordsOf(options), file]),
      ),
    new Command('restore-keys')
      .description('bring the keys back on a machine that has none')
      .argument('<file>')
      .requiredOption('--passphrase-file <file>')
      .option('--to <file>', 'an environment file; default keys.json of the data folder')
      .action((file: string, options: BackupOptions, command: Command) => bringKeysBack(command, file, options)),
  ];
}

interface BackupOptions {
  readonly to?: string;
  readonly nightly?: boolean;
  readonly replace?: boolean;
  readonly moved?: boolean;
  readonly passphraseFile?: string;
}

function wordsOf({ to, nightly, replace, moved, passphraseFile }: BackupOptions): string[] {
  return [
    ...(to === undefined ? [] : ['--to', to]),
    ...(nightly ? ['--nightly'] : []),
    ...(replace ? ['--replace'] : []),
    ...(moved ? ['--moved'] : []),
    ...(passphraseFile === undefined ? [] : ['--passphrase-file', passphraseFile]),
  ];
}

const given = (word: string | undefined): string[] => (word === undefined ? [] : [word]);

async function bringKeysBack(command: Command, file: string, options: BackupOptions): Promise<void> {
  const { data } = command.optsWithGlobals<GlobalOptions>();
  const to = options.to ?? keysFileIn(data);
  await runOperator(command, ['restore-keys', ...wordsOf({ ...options, to }), file], {});
}
