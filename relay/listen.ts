/** What wakes the relay: the database calls when a message is written. */
import pg from 'pg';

/** Lets the loop sleep until somebody calls or the time is over. */
export class Wake {
  #resolve: (() => void) | undefined;
  #called = false;

  now(): void {
    this.#called = true;
    this.#resolve?.();
  }

  async within(ms: number): Promise<void> {
    if (!this.#called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#called = false;
    this.#resolve = undefined;
  }
}

/** A server that a network has parted from us says nothing at all. */
const SILENCE_MS = 5_000;
const HEARS_EVERY_MS = 10_000;

/** Listens on a connection of its own, and makes a new one when it breaks; polling covers the time between. */
export function listen(databaseUrl: string, onNotify: () => void): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let stopping = false;
  let retry: NodeJS.Timeout | undefined;
  let hearing: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'baton-relay',
      connectionTimeoutMillis: SILENCE_MS,
      query_timeout: SILENCE_MS,
      keepAlive: true,
    });
    fresh.on('notification', onNotify);
    fresh.on('error', () => reopen());
    client = fresh;
    await fresh.connect();
    await fresh.query('listen outbox');
    // Who only listens does not notice that nobody can speak any more.
    hearing = setInterval(() => void fresh.query('select 1').catch(() => reopen()), HEARS_EVERY_MS);
  }
  function reopen(): void {
    clearInterval(hearing);
    client?.removeAllListeners('notification');
    client?.end().catch(() => undefined);
    clearTimeout(retry);
    if (!stopping) retry = setTimeout(() => void open().catch(() => reopen()), 1_000);
  }

  void open().catch(() => reopen());
  return {
    async stop() {
      stopping = true;
      clearTimeout(retry);
      clearInterval(hearing);
      await client?.end().catch(() => undefined);
    },
  };
}
