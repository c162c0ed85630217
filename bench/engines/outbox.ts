/** What the product still has to tell Temporal. */
import { setTimeout as delay } from 'node:timers/promises';
import { ask } from '../measuring/postgres-figures.ts';
import type { Counter } from './office-processes.ts';

/** Fulfilled when nothing waits any more. */
export async function outboxEmpty({ databaseUrl }: Counter): Promise<void> {
  const waiting = 'select 1 from outbox where sent_at is null and not dead limit 1';
  while ((await ask(databaseUrl, waiting)).length > 0) await delay(50);
}

/** Seconds for which the oldest message has been waiting. */
export async function outboxAge({ databaseUrl }: Counter): Promise<number> {
  const [row] = await ask<{ age: number }>(
    databaseUrl,
    `select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as age
      from outbox where sent_at is null and not dead`,
  );
  return row!.age;
}
