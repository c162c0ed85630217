/** Starts the hand-written server that keeps the same promises: the same colleagues, signed in, on a database of its own. */
import { createHash, randomUUID } from 'node:crypto';
import { SCHEMA } from '../contestants/same-promises-statements.ts';
import { PRACTICE_ACCOUNTS } from '../../domain/staff/practice.ts';
import type { RunningPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import type { Context } from '../context.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { ApiClient } from './api-client.ts';
import { startChild } from './child.ts';
import { FORM_FEN, type Money } from './money.ts';
import type { Counter } from './office-processes.ts';

export interface SamePromises extends Counter {
  readonly pid: number;
  /** So much money that waits for whoever says whose it is. */
  moneyWaiting(count: number): Promise<Money[]>;
}

export async function samePromises(
  context: Pick<Context, 'atEnd'>,
  postgres: Pick<RunningPostgres, 'createDatabase' | 'url'>,
): Promise<SamePromises> {
  await postgres.createDatabase('same_promises');
  const databaseUrl = postgres.url('same_promises');
  await ask(databaseUrl, SCHEMA);
  const tokens = new Map<string, string>();
  for (const { username, roles } of PRACTICE_ACCOUNTS) {
    const token = randomUUID();
    tokens.set(username, token);
    await ask(
      databaseUrl,
      `with one as (insert into staff (username, role) values ($1, $2) returning id)
        insert into sessions (token_hash, staff_id, expires_at) select $3, id, now() + interval '12 hours' from one`,
      [username, roles[0], createHash('sha256').update(token).digest()],
    );
  }
  const port = await freePort();
  const { pid } = await startChild(context, 'same-promises.ts', [databaseUrl, String(port)]);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    databaseUrl,
    tokens,
    pid,
    api: new ApiClient(url),
    moneyWaiting: (count) =>
      ask<Money>(
        databaseUrl,
        `insert into credits (amount_fen) select $1 from generate_series(1, $2) returning id as "creditId", id as "partId"`,
        [FORM_FEN, count],
      ),
  };
}
