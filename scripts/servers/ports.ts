import { connect, createServer } from 'node:net';

/** The first free TCP port of 127.0.0.1 from `preferred` upwards; any free one when `preferred` is 0 or left out. */
export async function freePort(preferred = 0): Promise<number> {
  if (preferred === 0) return listenOnce(0);
  for (let port = preferred; port < preferred + 100; port++) {
    const free = await listenOnce(port).catch(() => undefined);
    if (free !== undefined) return free;
  }
  throw new Error(`No free port between ${preferred} and ${preferred + 99} on 127.0.0.1`);
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
