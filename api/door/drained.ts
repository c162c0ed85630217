/** The end of a server that answers requests. */
import { once } from 'node:events';
import type { Server } from 'node:http';

const LOOK_EVERY_MS = 50;

/** Requests under way are finished; browsers that keep a connection open do not hold us up. */
export async function drained(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // What is being answered in this moment is idle a moment later, and would be kept for more.
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  await closed;
  clearInterval(looking);
}
