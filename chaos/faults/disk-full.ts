/** PostgreSQL's log has no room left: it lies on a small disk in memory, which can be made as small as what lies on it. */
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chown, mkdir, rm, statfs, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { installationKeys } from '../../scripts/start/keys.ts';
import { askLedger } from '../ledger.ts';
import type { Fault } from './fault.ts';

const run = promisify(execFile);
const ROOMY = '2g';
/** Room for so much more than there is: the log runs full at work, not at once. */
const LEFT_KIB = [64, 4_096] as const;
const FILLER = `select pg_logical_emit_message(false, 'fill', repeat('x', 1000000)), pg_switch_wal()`;
const KIB = 1024;

const placeIn = (dataDir: string): string => join(dataDir, 'small-disk');
const logIn = (dataDir: string): string => join(dataDir, 'postgres', 'pg_wal');

/** A folder and the disk that is mounted on it are on two devices. */
const isMounted = (place: string): boolean =>
  existsSync(place) && statSync(place).dev !== statSync(join(place, '..')).dev;

export const diskFull: Fault = {
  name: 'disk-full',
  rhythm: 'seldom',
  lastsMs: [5_000, 20_000],
  prepare: putLogOnSmallDisk,
  impossible: ({ office: { dataDir } }) =>
    Promise.resolve(
      isMounted(placeIn(dataDir)) ? undefined : 'a disk of its own needs root, the right to mount, and a new folder',
    ),
  async strike({ office: { dataDir } }, chance) {
    const place = placeIn(dataDir);
    const kib = chance.integer(...LEFT_KIB);
    const { blocks, bfree, bsize } = await statfs(place);
    await resize(place, `${Math.ceil(((blocks - bfree) * bsize) / KIB) + kib}k`);
    // What the office writes would fill it as well, only later.
    const filling = fill(dataDir);
    return {
      what: `the disk of PostgreSQL's log has room for ${kib} KiB more`,
      async heal() {
        await resize(place, ROOMY);
        await filling;
      },
    };
  },
};

const resize = (place: string, size: string) => run('mount', ['-o', `remount,size=${size}`, place]);

/** Until the server says that there is no room, or is gone. */
async function fill(dataDir: string): Promise<void> {
  for (let mebibytes = 0; mebibytes < 64; mebibytes++) {
    try {
      await askLedger(dataDir, FILLER);
    } catch {
      return;
    }
  }
}

/** Of an office that is not there yet. @returns what puts it back on the disk of everything else */
async function putLogOnSmallDisk(dataDir: string): Promise<(() => Promise<void>) | undefined> {
  const [place, log] = [placeIn(dataDir), logIn(dataDir)];
  if (existsSync(join(dataDir, 'postgres')) || !(await mounted(place))) return undefined;
  const unmount = async (): Promise<void> => {
    await run('umount', ['-l', place]);
    await rm(place, { recursive: true });
  };
  installationKeys(join(dataDir, 'keys.json'), join(dataDir, 'postgres')); // the office would not make them for a ledger that is there
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  await postgres.stop();
  if (!existsSync(log)) {
    await unmount(); // it keeps its data elsewhere
    return undefined;
  }
  const { uid, gid } = statSync(log);
  await chown(place, uid, gid);
  await moved(log, place);
  await symlink(place, log);
  return async () => {
    await rm(log);
    await mkdir(log, { mode: 0o700 });
    await chown(log, uid, gid);
    await run('cp', ['-a', `${place}/.`, log]);
    await unmount();
  };
}

async function mounted(place: string): Promise<boolean> {
  await mkdir(place, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${ROOMY},mode=700`, 'tmpfs', place]);
    return true;
  } catch {
    await rm(place, { recursive: true });
    return false;
  }
}

async function moved(from: string, to: string): Promise<void> {
  await run('cp', ['-a', `${from}/.`, to]);
  await rm(from, { recursive: true });
}
