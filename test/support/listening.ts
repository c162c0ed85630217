/** On which addresses processes of this machine can be reached. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENS = '0A';

/** As /proc tells it; on systems without it nothing is known, and our own address is assumed. */
export function addressesListenedOn(pids: readonly number[]): Set<string> {
  if (process.platform !== 'linux') return new Set(['127.0.0.1']);
  const sockets = new Set(pids.flatMap(socketsOf));
  const lines = ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8').trim().split('\n').slice(1),
  );
  const listening = lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode = '']) => state === LISTENS && sockets.has(inode));
  return new Set(listening.map(([, local = '']) => addressOf(local.split(':')[0] ?? '')));
}

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${fd}`))?.[1] ?? [];
    } catch {
      return []; // closed while we looked
    }
  });
}

/** IPv4 stands there in hexadecimal, the last byte first; anything longer is said as it stands. */
function addressOf(hex: string): string {
  return hex.length === 8
    ? (hex.match(/../g) ?? [])
        .reverse()
        .map((byte) => parseInt(byte, 16))
        .join('.')
    : hex;
}
