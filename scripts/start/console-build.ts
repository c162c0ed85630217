import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../project.ts';
import { squeeze } from './squeeze.ts';

const run = promisify(execFile);
const BUILT = join(PROJECT, 'dist', 'web');
const SOURCES = ['web', 'domain', 'api/contract.generated.ts', 'package-lock.json'];

/** In a run of the tests the environment says `test`, and the pages would be three times as heavy as those of an office. */
const PRODUCTION = { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' };

/** Arguments of node that build the console into `outDir`. */
export function viteBuild(outDir: string): string[] {
  const vite = join(PROJECT, 'node_modules', 'vite', 'bin', 'vite.js');
  return [vite, 'build', join(PROJECT, 'web'), '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
}

/** True when there is a console whose sources are newer than what was built of them. */
export function consoleIsStale(): boolean {
  if (!existsSync(join(PROJECT, 'web', 'index.html'))) return false;
  const built = statSync(join(BUILT, 'index.html'), { throwIfNoEntry: false });
  return !built || newest(SOURCES.map((name) => join(PROJECT, name))) > built.mtimeMs;
}

/**
 * Builds beside the place and moves it there, so that a console that is being served is never half there.
 * @throws with the bundler's words when the sources cannot be built; what was built before stays
 */
export async function buildConsole(): Promise<void> {
  const fresh = `${BUILT}.${process.pid}`;
  try {
    await run(process.execPath, viteBuild(fresh), { cwd: PROJECT, env: PRODUCTION });
    squeeze(fresh);
    rmSync(BUILT, { recursive: true, force: true });
    renameSync(fresh, BUILT);
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim();
    throw new Error(`The console could not be built:\n${said || String(error)}`, { cause: error });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The latest change among these files and everything below these folders, in milliseconds. */
function newest(paths: string[]): number {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    const below = stat.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
    for (const file of [path, ...below.map((name) => join(path, name))]) {
      latest = Math.max(latest, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    }
  }
  return latest;
}
