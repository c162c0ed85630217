/** What an operator does on the machine of the database: migrate, repair, back up, restore, the first administrator. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { hashPassword } from './api/door/passwords.ts';
import {
  makeBackup,
  openKeys,
  restore,
  saveKeys,
  verify,
  type Answer,
  type BackupSettings,
  type BackupWords,
} from './backup/commands.ts';
import { beginAgain } from './backup/restore.ts';
import { readConfig, type Config } from './config.ts';
import { connect, type Db } from './db/connection/connection.ts';
import { addFirstAdministrator } from './db/office/first-office.ts';
import { migrateToLatest } from './db/connection/migrate.ts';
import { findOffice } from './db/office/office.ts';
import { checkGateway, printTemplate, trySending } from './gateways/sms/for-operators.ts';
import { businessEvents } from './observability/events.ts';
import { createLogger } from './observability/logger.ts';
import { createMetrics } from './observability/metrics.ts';
import { reconcile } from './upkeep/reconcile.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function migrate({ databaseUrl }: Config, json: boolean): Promise<void> {
  const { applied, total } = await migrateToLatest(databaseUrl);
  if (json) return say(JSON.stringify({ applied, total }));
  say(applied.length === 0 ? `nothing to do: all ${total} migrations are applied` : `applied ${applied.join(', ')}`);
}

async function repair(config: Config, json: boolean): Promise<void> {
  const { 'set-back': setBack, 'look-everywhere': lookEverywhere } = values;
  const { address, namespace, tls, apiKey } = config.temporal;
  const connection = await Connection.connect({ address, ...(tls && { tls: true }), ...(apiKey && { apiKey }) });
  const events = businessEvents(createLogger({ level: 'warn', process: 'operator' }), createMetrics());
  try {
    await withDatabase(config, async (db) => {
      if (setBack) await beginAgain(db, false);
      const result = await reconcile({ db, client: new Client({ connection, namespace }), events }, { lookEverywhere });
      const { open, started, woken, ended, handedOver, passedOn, retired, refused } = result;
      if (json) return say(JSON.stringify(result));
      say(
        `${open} open transfers: ${started} workflows started again, ${woken} woken, ${ended} told that they end, ` +
          `${handedOver} steps handed over, ${passedOn} told what had been given up`,
      );
      if (refused > 0) say(`${refused} were refused by Temporal: the log says why`);
      if (retired > 0) say(`${retired} workflows of a ledger that was set back were ended`);
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

/** Anything about backups: the configuration and the words after the command go in, an answer comes out. */
const about =
  (work: (settings: BackupSettings, words: BackupWords) => Answer | Promise<Answer>) =>
  async (config: Config, json: boolean): Promise<void> => {
    const answer = await work(config, wordsAfter());
    say(json ? JSON.stringify(answer.json) : answer.words);
  };

/** On a bare machine: there is no configuration yet, the keys are a part of it. */
function restoreKeys(): void {
  const { to } = values;
  if (to === undefined)
    throw new Error('Say --to FILE: .json for the data folder of npm start, else an environment file.');
  const keys = openKeys(wordsAfter());
  const lines = Object.entries(keys).map(([name, value]) => `${name}=${value}\n`);
  const text = to.endsWith('.json') ? `${JSON.stringify(keys, null, 2)}\n` : lines.join('');
  // As npm start makes it: the account of PostgreSQL passes through.
  mkdirSync(dirname(to), { recursive: true, mode: 0o711 });
  writeFileSync(to, text, { mode: 0o600, flag: 'wx' });
  say(`${to} holds ${Object.keys(keys).join(', ')}`);
}

function wordsAfter(): BackupWords {
  const { to, nightly, replace, moved } = values;
  return { file: positionals[1], to, nightly, replace, moved, passphraseFile: values['passphrase-file'] };
}

/** The gateway that the environment names; needs no database. */
const aboutSms =
  (work: (sms: Config['sms']) => Answer | Promise<Answer>) =>
  async ({ sms }: Config, json: boolean): Promise<void> => {
    const answer = await work(sms);
    say(json ? JSON.stringify(answer.json) : answer.words);
  };

const COMMANDS = {
  migrate,
  reconcile: repair,
  'create-administrator': createAdministrator,
  backup: about(makeBackup),
  'verify-backup': about(verify),
  restore: about(restore),
  'backup-keys': about(saveKeys),
  'sms-check': aboutSms(checkGateway),
  'sms-try': aboutSms((sms) => trySending(sms, values.to ?? '')),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    to: { type: 'string' },
    nightly: { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    moved: { type: 'boolean', default: false },
    'passphrase-file': { type: 'string' },
    'set-back': { type: 'boolean', default: false },
    'look-everywhere': { type: 'boolean', default: false },
  },
});
const [name = ''] = positionals;
const command = COMMANDS[name as keyof typeof COMMANDS];
try {
  if (name === 'restore-keys') restoreKeys();
  else if (name === 'sms-template') say(printTemplate(positionals[1] ?? '').words);
  else if (command) await command(readConfig(), values.json);
  else throw new Error(`Say one of ${Object.keys(COMMANDS).join(', ')}, restore-keys, sms-template.`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
