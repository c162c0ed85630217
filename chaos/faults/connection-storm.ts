/** Strangers hold every connection that PostgreSQL has: the counter says so with a time to come back, and goes on when they are gone. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { installationIn } from '../../invariants/installation.ts';
import { askLedger } from '../ledger.ts';
import type { Fault, Ground } from './fault.ts';
import { finding } from './finding.ts';

const AGAIN_EVERY_MS = 500;
/** Who takes all of them takes the office's own as well. */
const TAKE_AWAY = `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'baton-%'`;
const ANSWERS_WITHIN_MS = 20_000;

export const connectionStorm: Fault = {
  name: 'connection-storm',
  rhythm: 'seldom',
  lastsMs: [5_000, 20_000],
  async strike(ground) {
    const over = new AbortController();
    const strangers: pg.Client[] = [];
    const wrong: string[] = [];
    const { dataDir } = ground.office;
    await askLedger(dataDir, TAKE_AWAY).catch(() => {});
    const storming = Promise.all([storm(dataDir, strangers, over.signal), listen(ground, wrong, over.signal)]);
    return {
      what: 'strangers take every connection of PostgreSQL',
      async heal() {
        over.abort();
        await storming;
        await Promise.all(strangers.map((stranger) => stranger.end().catch(() => {})));
      },
      findings: () =>
        Promise.resolve(
          finding('told-when-full', 'without a connection the answer is a 503 that says when to come back', wrong),
        ),
    };
  },
};

async function storm(dataDir: string, strangers: pg.Client[], over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const url = installationIn(dataDir)?.databaseUrl;
    if (url === undefined || !(await oneMore(url, strangers)))
      await delay(AGAIN_EVERY_MS, undefined, { signal: over }).catch(() => {});
  }
}

/** False when there is none left, or no server. */
async function oneMore(connectionString: string, strangers: pg.Client[]): Promise<boolean> {
  const stranger = new pg.Client({ connectionString, application_name: 'stranger', connectionTimeoutMillis: 2_000 });
  stranger.on('error', () => {});
  try {
    await stranger.connect();
    strangers.push(stranger);
    return true;
  } catch {
    return false;
  }
}

/** Asks all the time; whoever is being started again says nothing, which is no answer either way. */
async function listen({ office }: Ground, wrong: string[], over: AbortSignal): Promise<void> {
  for (; !over.aborted; await delay(AGAIN_EVERY_MS)) {
    try {
      const { status, headers } = await fetch(`${office.url}/practice/accounts`, {
        signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
      });
      if (status >= 500 && (status !== 503 || !headers.has('retry-after'))) wrong.push(`status ${status}`);
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') wrong.push(`no answer in ${ANSWERS_WITHIN_MS / 1000} s`);
    }
  }
}
