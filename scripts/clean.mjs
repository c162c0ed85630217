// npm run clean: removes what Baton made in this folder. `-- --cache` also removes the Temporal server from the user's cache.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, '.baton');
// Where PostgreSQL keeps its data when it runs as root and neither the project nor a namespace can hold them.
const elsewhere = join(
  '/var/lib/baton',
  createHash('sha256').update(join(data, 'postgres')).digest('hex').slice(0, 12),
);

for (const pid of leftProcesses()) await stop(pid);
for (const name of ['.baton', '.cache', 'dist', 'test-results', 'coverage']) remove(join(root, name));
remove(elsewhere);
if (process.argv.includes('--cache')) remove(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'baton'));

function remove(path) {
  if (!existsSync(path)) return;
  rmSync(path, { recursive: true, force: true });
  console.log(`removed ${path}`);
}

/** Processes named in our pid files that still are what they were: their command line tells the folder. */
function leftProcesses() {
  const run = join(data, 'run');
  const kept = existsSync(run) ? readdirSync(run).map((name) => join(run, name)) : [];
  const servers = ['temporal.db', 'postgres'].map((name) => join(data, `${name}.pid.json`));
  const files = [...kept, ...servers].filter((file) => existsSync(file));
  const remembered = files.map((file) => Number(/"pid":(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]));
  return remembered.filter((pid) => pid > 0 && [root, elsewhere].some((folder) => commandOf(pid).includes(folder)));
}

function commandOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

async function stop(pid) {
  console.log(`stopping process ${pid} of this folder`);
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGKILL', 2_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < patience && commandOf(pid) !== ''; waited += 100) await delay(100);
  }
}
