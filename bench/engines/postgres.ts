/** The PostgreSQL under all contestants of a question: the one of the npm package, its commits flushed to the disk. */
import { join } from 'node:path';
import { startPostgres, type RunningPostgres } from '../../scripts/servers/embedded-postgres.ts';
import type { Context } from '../context.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { noteVersion } from './versions.ts';

/** `settings` of postgresql.conf besides the product's own; a name of a library needs the restart that this does. */
export async function benchPostgres(
  context: Context,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningPostgres> {
  const dataDir = join(context.folder, 'postgres');
  let server = await startPostgres({ dataDir });
  if (Object.keys(settings).length > 0) {
    for (const [name, value] of Object.entries(settings))
      await ask(server.url('postgres'), `alter system set ${name} = '${value}'`);
    await server.stop();
    server = await startPostgres({ dataDir });
  }
  context.atEnd(() => server.stop());
  const [row] = await ask<{ version: string; commit: string }>(
    server.url('postgres'),
    `select current_setting('server_version') as version, current_setting('synchronous_commit') as commit`,
  );
  if (row?.commit !== 'on') throw new Error('PostgreSQL would not wait for its disk');
  noteVersion('PostgreSQL', row.version);
  return server;
}
