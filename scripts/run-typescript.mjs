// Plain Node, no packages.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs a TypeScript file of the project through tsx, passes signals on, and answers with its exit code. */
export function runTypeScript(root, file, args, { env = process.env } = {}) {
  // By address, not by name: the caller's folder need not be the project's.
  const tsx = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, join(root, file), ...args], { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to both of us, anyone else to us alone; the child decides when it is over.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
