/** The fuzzer itself: a Python program, kept with its exact packages in this user's cache folder. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../scripts/servers/temporal-release.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const PYTHONS = ['python3', 'python'];

/** Path of its executable; installs it when it is not there. @throws a sentence saying what is missing */
export async function provideSchemathesis(say: (sentence: string) => void): Promise<string> {
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `schemathesis-${wanted}`);
  const executable = join(folder, process.platform === 'win32' ? 'Scripts/schemathesis.exe' : 'bin/schemathesis');
  const whole = join(folder, '.whole');
  if (existsSync(whole)) return executable;
  const python = await findPython();
  say(`downloading schemathesis and what it needs (about 20 MB) from PyPI into ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  await mustSucceed(
    python,
    ['-m', 'venv', folder],
    'Python cannot make a virtual environment (Debian: install python3-venv)',
  );
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS];
  await mustSucceed(executable.replace(/schemathesis(\.exe)?$/, 'python$1'), pip, 'pip could not install schemathesis');
  writeFileSync(whole, '');
  return executable;
}

async function findPython(): Promise<string> {
  for (const name of PYTHONS) {
    const { code } = await run(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']);
    if (code === 0) return name;
  }
  throw new Error('The fuzzer needs Python 3.10 or newer as `python3`; install it, or leave `npm run fuzz` out.');
}

async function mustSucceed(program: string, args: readonly string[], otherwise: string): Promise<void> {
  const { code, said } = await run(program, args);
  if (code !== 0) throw new Error(`${otherwise}:\n${said}`);
}

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

interface Where {
  readonly cwd?: string;
  /** Ends the program before its time. */
  readonly signal?: AbortSignal;
}

/** Runs to the end; a program that is not there, or was stopped, ends with code null. */
export function run(program: string, args: readonly string[], where: Where = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...where });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
    child.once('error', () => resolve({ code: null, said }));
    child.once('close', (code) => resolve({ code, said }));
  });
}
