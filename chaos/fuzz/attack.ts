/** One role's attack on the API: signed in as a colleague is, everything checked, told as counts. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { components } from '../../api/contract.generated.ts';
import { REFUSALS } from '../../domain/errors.ts';
import { PRACTICE_ACCOUNTS, PRACTICE_PASSWORD } from '../../domain/staff/practice.ts';
import { NOBODY, type Attacker } from './fuzz-command.ts';
import { run } from './schemathesis.ts';

export interface Attack {
  readonly attacker: Attacker;
  /** The fuzzer's program. */
  readonly program: string;
  readonly url: string;
  readonly secrets: { readonly courierSecret: string; readonly smsSecret: string };
  /** Of this attack: what the fuzzer is told, and what it reports. */
  readonly folder: string;
  readonly maxExamples: number;
  readonly seed: number;
  /** Ends the attack before its time. */
  readonly stop: AbortSignal;
}

export interface Verdict {
  readonly attacker: Attacker;
  /** Requests that were sent. */
  readonly requests: number;
  readonly failures: number;
  /** One line for each finding. */
  readonly found: readonly string[];
  readonly seconds: number;
}

const CONTRACT = join(import.meta.dirname, '..', '..', 'openapi.yaml');

export async function attack(about: Attack): Promise<Verdict> {
  const { attacker, program, url, folder, maxExamples, seed } = about;
  const began = performance.now();
  mkdirSync(folder, { recursive: true });
  await prepare(about);
  const report = join(folder, 'report.json');
  const { code, said } = await run(
    program,
    [
      '--config-file',
      join(folder, 'schemathesis.toml'),
      'run',
      CONTRACT,
      '--url',
      url,
      '--max-examples',
      String(maxExamples),
      '--seed',
      String(seed),
      '--continue-on-failure',
      '--no-color',
      // How fast it answers is asked elsewhere.
      '--request-timeout',
      '60',
      '--report',
      'json',
      '--report-json-path',
      report,
    ],
    { cwd: folder, signal: about.stop },
  );
  writeFileSync(join(folder, 'told.txt'), said);
  // 0: nothing found, 1: something found; anything else is the fuzzer's own failure.
  if (code !== 0 && code !== 1) throw new Error(`the fuzzer failed (code ${String(code)}):\n${said.slice(-2000)}`);
  return { attacker, ...countsOf(said), seconds: Math.round((performance.now() - began) / 100) / 10 };
}

async function prepare({ attacker, url, folder, secrets, seed }: Attack): Promise<void> {
  const account = PRACTICE_ACCOUNTS.find(({ roles }) => roles.some((role) => role === attacker));
  const staffId = account && attacker !== NOBODY ? await idOf(url, account.username) : null;
  const config = readFileSync(join(import.meta.dirname, 'schemathesis.toml'), 'utf8');
  writeFileSync(join(folder, 'schemathesis.toml'), account ? `${config}\n${signIn(account.username)}` : config);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...secrets, seed, staffId, refusals: REFUSALS }), {
    mode: 0o600,
  });
  copyFileSync(join(import.meta.dirname, 'hooks.py'), join(folder, 'hooks.py'));
}

/** Through the real sign-in, and again whenever the session has ended: signing out is one of the operations. */
const signIn = (username: string): string => `[auth.dynamic.openapi.bearer]
path = "/sessions"
payload = { username = "${username}", password = "${PRACTICE_PASSWORD}" }
extract_selector = "/token"
`;

async function idOf(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password: PRACTICE_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${String(answer.status)}`);
  return ((await answer.json()) as components['schemas']['Session']).me.id;
}

/** From what the fuzzer says at its end. */
function countsOf(said: string): Pick<Verdict, 'requests' | 'failures' | 'found'> {
  const [, generated] = /([\d,]+) generated/.exec(said) ?? [];
  const end = /^=+ (.*) in [\d.]+s =+$/m.exec(said)?.[1] ?? '';
  // An error is a request without an answer, or a schema that could not be attacked.
  const failures = [...end.matchAll(/([\d,]+) (?:failure|error)s?/g)].map(([, count]) => count ?? '');
  if (generated === undefined) throw new Error(`the fuzzer says no numbers:\n${said.slice(-2000)}`);
  const number = (text: string): number => Number(text.replaceAll(',', ''));
  const [, ...operations] = said.split(/\n_{5,} (?=.* _{5,}\n)/);
  const found = operations.flatMap((told) => {
    const name = /^(.*?) _{5,}/.exec(told)?.[1] ?? '';
    return [...told.matchAll(/^- (ST\d+ .*)$/gm)].map(([, what]) => `${name}: ${what ?? ''}`);
  });
  return { requests: number(generated), failures: failures.reduce((sum, count) => sum + number(count), 0), found };
}
