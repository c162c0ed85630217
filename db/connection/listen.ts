/** Hears what the database says to all (`notify`), on a connection of its own; makes a new one when that breaks. */
import pg from 'pg';

export interface Listening {
  readonly channel: string;
  readonly applicationName: string;
  readonly onNotify: () => void;
  /** From here on nothing is missed. */
  readonly onListening?: () => void;
  /** What is said meanwhile is not heard. */
  readonly onLost?: () => void;
}

/** A server that a network has parted from us says nothing at all. */
const SILENCE_MS = 5_000;
const HEARS_EVERY_MS = 10_000;

export function listen(
  databaseUrl: string,
  { channel, applicationName, onNotify, onListening, onLost }: Listening,
): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let stopping = false;
  let retry: NodeJS.Timeout | undefined;
  let hearing: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      application_name: applicationName,
      connectionTimeoutMillis: SILENCE_MS,
      query_timeout: SILENCE_MS,
      keepAlive: true,
    });
    client = fresh;
    fresh.on('notification', onNotify);
    fresh.on('error', () => reopen(fresh));
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
    } catch {
      return reopen(fresh);
    }
    // Broken in the meantime: another one is on its way.
    if (client !== fresh) return;
    onListening?.();
    // Who only listens does not notice that nobody can speak any more.
    hearing = setInterval(() => void fresh.query('select 1').catch(() => reopen(fresh)), HEARS_EVERY_MS);
  }
  /** It may say more than once that it is broken. */
  function reopen(broken: pg.Client): void {
    if (broken !== client) return;
    client = undefined;
    onLost?.();
    clearInterval(hearing);
    broken.removeAllListeners('notification');
    broken.end().catch(() => undefined);
    if (!stopping) retry = setTimeout(() => void open(), 1_000);
  }

  void open();
  return {
    async stop() {
      stopping = true;
      clearTimeout(retry);
      clearInterval(hearing);
      await client?.end().catch(() => undefined);
    },
  };
}
