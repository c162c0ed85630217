/** `operator-with-postgres.ts <data folder> <words …>`: the operator's process beside the PostgreSQL of an office that is stopped. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { startPostgres } from './servers/embedded-postgres.ts';
import { PROJECT } from './project.ts';
import { openInstallation } from './start/installation.ts';

const [folder = '.baton', ...words] = process.argv.slice(2);
const { postgres, keysFile, logOf, dataDir } = openInstallation(resolve(folder));
if (!existsSync(keysFile)) {
  console.error(
    `There are no keys in ${dataDir}: bring them back first (baton restore-keys), or start the office once.`,
  );
  process.exit(1);
}
const server = await startPostgres({ dataDir: postgres, logFile: logOf('postgres') });
try {
  const { exitCode } = await execa(process.execPath, [...process.execArgv, join(PROJECT, 'operator.ts'), ...words], {
    stdio: 'inherit',
    reject: false,
    env: {
      ...(JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, string>),
      DATABASE_URL: server.url('baton'),
      BACKUP_DIR: join(dataDir, 'backups'),
    },
  });
  process.exitCode = exitCode ?? 1;
} finally {
  // One that an office had left running goes on for it.
  if (!server.adopted) await server.stop();
}
