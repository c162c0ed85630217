import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root: these are the ways around it, in the order in which they are tried. */
export type Way = 'plain' | 'setuid' | 'unshare' | 'copy';

export type PostgresRunner = {
  way: Way;
  dataDir: string;
  run: (binary: 'initdb' | 'postgres', args: string[], options?: SpawnOptions) => ChildProcess;
  /** Gives a file or folder to the account that runs PostgreSQL. */
  handOver: (path: string) => void;
};

const STATE_DIRECTORY = '/var/lib/baton';

/**
 * Chooses how to run PostgreSQL on this data folder.
 * @param native folder of the binaries
 * @throws with a sentence for a person when no way works
 */
export function chooseRunner(native: string, dataDir: string, only?: Way): PostgresRunner {
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o711 });
  if (process.getuid?.() !== 0) return plain(native, dataDir);
  const may = (way: Way) => only === undefined || only === way;
  const nobody = accountOfNobody();
  if (may('setuid') && nobody && works(native, dirname(dataDir), nobody))
    return asNobody('setuid', native, dataDir, nobody);
  if (may('unshare') && unshareWorks(native)) return inUserNamespace(native, dataDir);
  if (may('copy') && nobody) return fromStateDirectory(native, dataDir, nobody);
  throw new Error(
    'PostgreSQL does not run as root, and neither the account "nobody" nor a user namespace can be used here. ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

function plain(native: string, dataDir: string): PostgresRunner {
  const owner = existsSync(dataDir) ? statSync(dataDir).uid : process.getuid?.();
  if (process.getuid && owner !== process.getuid()) {
    throw new Error(
      `The data folder ${dataDir} belongs to another user (uid ${owner}); start as that user, or remove it.`,
    );
  }
  return {
    way: 'plain',
    dataDir,
    run: (binary, args, options = {}) => spawn(join(native, 'bin', binary), args, options),
    handOver: () => {},
  };
}

type Account = { uid: number; gid: number };

function asNobody(way: Way, native: string, dataDir: string, nobody: Account): PostgresRunner {
  if (existsSync(dataDir)) giveTo(dataDir, nobody);
  return {
    way,
    dataDir,
    run: (binary, args, options = {}) => spawn(join(native, 'bin', binary), args, { ...options, ...nobody }),
    handOver: (path) => giveTo(path, nobody),
  };
}

/** Inside the namespace the process is not root, outside it still owns root's files: works below a home of mode 0700. */
function inUserNamespace(native: string, dataDir: string): PostgresRunner {
  const root = { uid: 0, gid: 0 };
  if (existsSync(dataDir)) giveTo(dataDir, root);
  return {
    way: 'unshare',
    dataDir,
    run: (binary, args, options = {}) => spawn('unshare', ['-U', join(native, 'bin', binary), ...args], options),
    handOver: (path) => giveTo(path, root),
  };
}

function fromStateDirectory(native: string, dataDir: string, nobody: Account): PostgresRunner {
  const place = stateDirectoryOf(dataDir);
  const copied = join(place, 'native');
  mkdirSync(place, { recursive: true, mode: 0o755 });
  if (!existsSync(copied)) {
    cpSync(native, `${copied}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copied}.new`, copied);
  }
  const data = join(place, 'data');
  if (existsSync(join(dataDir, 'PG_VERSION')) && !existsSync(data)) cpSync(dataDir, data, { recursive: true });
  return asNobody('copy', copied, data, nobody);
}

/** Where the data of this folder live when they can live neither in it nor in a namespace. */
export function stateDirectoryOf(dataDir: string): string {
  return join(STATE_DIRECTORY, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
}

function accountOfNobody(): Account | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Tried, not computed: modes, ACLs and mounts all have a say. */
function works(native: string, folder: string, account: Account): boolean {
  const enters = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' });
  const runs = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' });
  return enters.status === 0 && runs.status === 0;
}

function unshareWorks(native: string): boolean {
  return spawnSync('unshare', ['-U', join(native, 'bin', 'postgres'), '--version'], { stdio: 'ignore' }).status === 0;
}

/** Walks the tree only when its top belongs to somebody else: a cluster has a thousand files. */
function giveTo(path: string, account: Account): void {
  const stat = statSync(path);
  if (stat.uid === account.uid) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }))
      chownSync(join(path, name), account.uid, account.gid);
  }
  chownSync(path, account.uid, account.gid);
}
