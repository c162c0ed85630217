/** A throw-away office, started by the same program as any office; the simulator only knows its address and shared secrets. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

export interface SharedSecrets {
  readonly courierSecret: string;
  readonly smsSecret: string;
  /** Absent: an installation from before there was a core system. */
  readonly coreSecret?: string;
  /** The same of the registry of mobiles. */
  readonly identitySecret?: string;
}
export interface Installation extends SharedSecrets {
  readonly url: string;
  readonly smsPort: number;
  /** Absent: an office of a release before, which has no line to a core system. */
  readonly corePort?: number | undefined;
  /** Of its processes, when it runs on this machine. */
  readonly pids: Readonly<Record<string, number | undefined>>;
  stop(): Promise<void>;
}

interface Ready {
  readonly url: string;
  readonly ports: { readonly smsCentre: number; readonly coreSystem?: number };
  readonly pids: Readonly<Record<string, number | undefined>>;
}

const STARTER = resolve(import.meta.dirname, '..', '..', 'scripts', 'start.mjs');
/** Where `npm start` keeps its office. */
export const HOME = resolve(import.meta.dirname, '..', '..', '.baton');

/** `variables`: what API and worker get besides. @throws when the starter ends before the office is ready; what it said went to `say` */
export async function startInstallation(
  dataDir: string,
  say: (line: string) => void,
  variables: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  await stopLeftover(dataDir);
  const words = ['--json', '--no-simulator', '--while-stdin', '--data', dataDir, '--port', '0'];
  words.push(...(await ownVariables(dataDir, variables)));
  const child = spawn(process.execPath, [STARTER, ...words], {
    // Its input ends when we are gone, also by kill -9: an office that serves only us must not run on for ever.
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C is ours to pass on: what plays must stop before what it plays on.
    detached: true,
  });
  createInterface({ input: child.stderr }).on('line', say);
  const ready = await readyLine(child);
  return {
    ...(await readKeys(join(dataDir, 'keys.json'))),
    url: ready.url,
    smsPort: ready.ports.smsCentre,
    corePort: ready.ports.coreSystem,
    pids: ready.pids,
    stop: () => stopped(child),
  };
}

/** What API and worker are given on top: the words for the starter, which reads them from a file. */
async function ownVariables(dataDir: string, variables: Readonly<Record<string, string>>): Promise<string[]> {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  if (lines.length === 0) return [];
  const file = join(dataDir, 'variables.env');
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return ['--env', `api=${file}`, '--env', `worker=${file}`];
}

/** What runs on that folder. @throws when nothing does */
export async function runningInstallation(dataDir: string): Promise<Installation> {
  const [office, worker] = [await pidFileIn(dataDir, 'start'), await pidFileIn(dataDir, 'worker')];
  if (office.url === undefined || office.smsPort === undefined)
    throw new Error(`no office runs on ${dataDir}; start one with npm start`);
  return {
    ...(await readKeys(join(dataDir, 'keys.json'))),
    url: office.url,
    smsPort: office.smsPort,
    corePort: office.corePort,
    pids: { worker: worker.pid },
    stop: () => Promise.resolve(),
  };
}

interface PidFile {
  readonly pid?: number;
  readonly url?: string;
  readonly smsPort?: number;
  readonly corePort?: number;
}

async function pidFileIn(dataDir: string, name: string): Promise<PidFile> {
  const text = await readFile(join(dataDir, 'run', `${name}.json`), 'utf8').catch(() => '{}');
  return JSON.parse(text) as PidFile;
}

/** A play that was killed has left its office running: it is stopped, and started again from the same folder. */
async function stopLeftover(dataDir: string): Promise<void> {
  const { pid, url } = await pidFileIn(dataDir, 'start');
  // A number of a process is given away again: only who answers as an office is one.
  const answers = url !== undefined && (await fetch(new URL('/clock', url)).catch(() => undefined))?.ok;
  if (pid === undefined || !answers) return;
  process.kill(pid, 'SIGTERM');
  while (isAlive(pid)) await delay(100);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export async function readKeys(file: string): Promise<SharedSecrets> {
  const keys = JSON.parse(await readFile(file, 'utf8')) as Record<string, string | undefined>;
  const { COURIER_SECRET: courierSecret, SMS_SECRET: smsSecret, CORE_SECRET: coreSecret } = keys;
  const identitySecret = keys['IDENTITY_SECRET'];
  if (!courierSecret || !smsSecret) throw new Error(`${file} holds no COURIER_SECRET and SMS_SECRET`);
  return { courierSecret, smsSecret, ...(coreSecret && { coreSecret }), ...(identitySecret && { identitySecret }) };
}

function readyLine(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the office did not start (code ${code ?? 'none'})`)));
    const lines = child.stdout && createInterface({ input: child.stdout });
    lines?.on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as Ready);
    });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
