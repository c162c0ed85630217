import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections: one of those could take it before it is listened on. */
const ANY = [15_000, 32_000] as const;

/** The first free TCP port of 127.0.0.1 from `preferred` upwards; any free one when `preferred` is 0 or left out. */
export async function freePort(preferred = 0): Promise<number> {
  const first = preferred === 0 ? randomInt(...ANY) : preferred;
  for (let port = first; port < first + 100; port++) {
    const free = await listenOnce(port).catch(() => undefined);
    if (free !== undefined) return free;
  }
  throw new Error(`No free port between ${first} and ${first + 99} on 127.0.0.1`);
}

/** An office on any free port stands beside others: two that start at once must not want the same next ones. */
export function usualPort({ port }: { readonly port: number }, usual: number): number {
  return port === 0 ? 0 : usual;
}

/** True when something accepts connections on this port of 127.0.0.1. */
export function isListening(port: number, timeoutMs = 500): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: timeoutMs });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
