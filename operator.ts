/** What an operator does on the machine of the database: `migrate`, `reconcile`, `create-administrator`. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { hashPassword } from './api/passwords.ts';
import { readConfig, type Config } from './config.ts';
import { connect, type Db } from './db/connection.ts';
import { addFirstAdministrator } from './db/first-office.ts';
import { migrateToLatest } from './db/migrate.ts';
import { findOffice } from './db/office.ts';
import { businessEvents } from './observability/events.ts';
import { createLogger } from './observability/logger.ts';
import { createMetrics } from './observability/metrics.ts';
import { reconcile } from './relay/reconcile.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function migrate({ databaseUrl }: Config, json: boolean): Promise<void> {
  const { applied, total } = await migrateToLatest(databaseUrl);
  if (json) return say(JSON.stringify({ applied, total }));
  say(applied.length === 0 ? `nothing to do: all ${total} migrations are applied` : `applied ${applied.join(', ')}`);
}

async function repair(config: Config, json: boolean): Promise<void> {
  const { address, namespace, tls, apiKey } = config.temporal;
  const connection = await Connection.connect({ address, ...(tls && { tls: true }), ...(apiKey && { apiKey }) });
  const events = businessEvents(createLogger({ level: 'warn', process: 'operator' }), createMetrics());
  try {
    await withDatabase(config, async (db) => {
      const result = await reconcile({ db, client: new Client({ connection, namespace }), events });
      const { open, started, woken, ended } = result;
      if (json) say(JSON.stringify(result));
      else
        say(`${open} open transfers: ${started} workflows started again, ${woken} woken, ${ended} told that they end`);
    });
  } finally {
    await connection.close();
  }
}

/** Says nothing when the office has an administrator. */
async function createAdministrator(config: Config, json: boolean): Promise<void> {
  await withDatabase(config, async (db) => {
    const office = await findOffice(db);
    if (!office) throw new Error('There is no office yet: start the API once.');
    const password = randomBytes(12).toString('base64url');
    const added = await addFirstAdministrator(db, office.id, await hashPassword(password));
    if (!added) return;
    if (json) return say(JSON.stringify({ username: 'administrator', password }));
    say(
      `First administrator: sign in once as administrator with ${password}; a password of your own is asked for then.`,
    );
  });
}

async function withDatabase(config: Config, work: (db: Db) => Promise<void>): Promise<void> {
  const db = connect(config.databaseUrl, { max: 4, applicationName: 'baton-operator' });
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

const COMMANDS = { migrate, reconcile: repair, 'create-administrator': createAdministrator };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const command = COMMANDS[positionals[0] as keyof typeof COMMANDS];
try {
  if (!command) throw new Error(`Say one of ${Object.keys(COMMANDS).join(', ')}.`);
  await command(readConfig(), values.json);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
