/** `npm run fuzz`: the contract against the running API, asked by somebody who does not know how it is built. */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askLedger } from '../ledger.ts';
import { startOffice, type Office } from '../office.ts';
import { attack, type Verdict } from './attack.ts';
import { readOptions, type FuzzOptions } from './fuzz-command.ts';
import { provideSchemathesis } from './schemathesis.ts';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

async function main(options: FuzzOptions): Promise<number> {
  const program = await provideSchemathesis(say);
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-fuzz-'));
  await chmod(dataDir, 0o711); // PostgreSQL may run as another account and must reach its folder
  const reports = options.reports === undefined ? join(dataDir, 'fuzz') : resolve(options.reports);
  say(`fuzzing with seed ${options.seed}, reports in ${reports}`);
  const office = await startOffice(dataDir);
  const phone = createServer((_, answer) => answer.end('{"items":[]}')).listen(office.smsPort, '127.0.0.1');
  const forgetting = setInterval(() => void forgetTries(office), 500);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const verdicts: Verdict[] = [];
  try {
    for (const attacker of options.attackers) {
      const { maxExamples, seed } = options;
      const folder = join(reports, attacker);
      const secrets = await secretsOf(dataDir);
      const about = { attacker, program, url: office.url, secrets, folder, maxExamples, seed, stop: stop.signal };
      const verdict = await attack(about);
      verdicts.push(verdict);
      say(`${attacker}: ${verdict.requests} requests, ${verdict.failures} failures, ${verdict.seconds} s`);
    }
  } finally {
    clearInterval(forgetting);
    phone.close();
    await office.stop();
  }
  const failures = verdicts.reduce((sum, verdict) => sum + verdict.failures, 0);
  const requests = verdicts.reduce((sum, verdict) => sum + verdict.requests, 0);
  process.stdout.write(`${JSON.stringify({ seed: options.seed, requests, failures, roles: verdicts }, null, 2)}\n`);
  if (failures > 0)
    say(`FOUND: ${failures}. Seed ${options.seed}; each role's told.txt in ${reports}, logs in ${dataDir}/logs.`);
  else await rm(dataDir, { recursive: true, force: true });
  return failures > 0 ? 1 : 0;
}

/** A limit on sign-ins must not stand before the faults of what lies behind it; it has tests of its own. */
function forgetTries({ dataDir }: Office): Promise<unknown> {
  return askLedger(dataDir, 'delete from login_limits').catch(() => {});
}

async function secretsOf(dataDir: string): Promise<{ courierSecret: string; smsSecret: string }> {
  const keys = JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8')) as Record<string, string>;
  return { courierSecret: keys['COURIER_SECRET']!, smsSecret: keys['SMS_SECRET']! };
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options !== 'help') process.exitCode = await main(options);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
