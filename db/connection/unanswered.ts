/** Gives up connections that nobody answers on: a network that is parted says neither yes nor no. */
import type pg from 'pg';

/** What pg calls an answer that is overdue. */
const isUnanswered = (error: unknown): boolean => error instanceof Error && error.message === 'Query read timeout';

/**
 * pg only rejects the query that waited too long and would lend the same connection again, to wait as long each time.
 * Where one has no answer the idle ones most likely have too, so they are closed with it.
 */
export function closeUnanswered(pool: pg.Pool): void {
  const idle = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => idle.delete(client));
  pool.on('release', (_error, client) => idle.add(client));
  pool.on('remove', (client) => idle.delete(client));
  pool.on('connect', (client) => {
    const ask = client.query.bind(client) as (...words: unknown[]) => unknown;
    const watched = (...words: unknown[]): unknown => {
      const answer = ask(...words);
      if (answer instanceof Promise)
        answer.catch((error: unknown) => {
          if (isUnanswered(error)) for (const one of [client, ...idle]) cut(one, idle.has(one));
        });
      return answer;
    };
    client.query = watched as typeof client.query;
  });
}

/** Without a farewell, which would wait behind what was never answered. */
function cut(client: pg.PoolClient, isIdle: boolean): void {
  // The pool takes an idle connection that fails out at once, and one that is in use when it is given back.
  if (isIdle) client.emit('error', new Error('given up with a connection that nobody answers on'));
  const whole = client as unknown as pg.Client;
  whole.end().catch(() => {});
  whole.connection.stream.destroy();
}
