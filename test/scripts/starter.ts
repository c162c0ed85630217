import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Lets another process start a server, kills that process with -9, and tells which server it left behind. */
export async function leaveBehind(...args: string[]): Promise<{ pid: number; port: number }> {
  const file = fileURLToPath(new URL('./fixtures/start-servers.ts', import.meta.url));
  const starter = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(starter, 'exit');
  const said = await Promise.race([
    once(starter.stdout, 'data') as Promise<[Buffer]>,
    exit.then(() => Promise.reject(new Error('the starter ended by itself'))),
  ]);
  starter.kill('SIGKILL');
  await exit;
  return JSON.parse(said[0].toString()) as { pid: number; port: number };
}
