import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { acceptOne } from '../engines/applicants.ts';
import { startChild } from '../engines/child.ts';
import { officeOn, type BenchOffice } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import type { Context } from '../context.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { atLeast, type Question } from '../question.ts';
import { race, ratios } from '../race.ts';

const TRANSFERS = 200;
const CONNECTIONS = 16;

export const question: Question = {
  id: 'P4',
  question: 'facts accepted by the API per second',
  against: 'bare Express + pg, one statement with the same rows',
  goal: { value: atLeast(0.7) },
  async run(context) {
    const postgres = await benchPostgres(context);
    const office = await officeOn(context, { postgres });
    const ids: string[] = [];
    await closedLoop(8, TRANSFERS, async (no) => {
      ids[no] = await acceptOne(office.api, office.tokens.get('clerk1')!, no);
    });
    const bareUrl = await bareExpress(context, office);
    const load = (url: string) => facts(context, url, ids, office);
    const rates = await race(context, { product: () => load(office.url), bare: () => load(bareUrl) });
    return {
      measures: { value: ratios(rates.product, rates.bare) },
      figures: [
        { name: 'Baton', unit: 'facts/s', values: rates.product },
        { name: 'bare Express + pg', unit: 'facts/s', values: rates.bare },
      ],
    };
  },
};

/** The same tables with the same indexes, without the triggers and foreign keys. */
async function bareExpress(context: Context, { databaseUrl }: BenchOffice): Promise<string> {
  await ask(databaseUrl, 'create schema bare');
  for (const table of ['transfers', 'events', 'outbox']) {
    await ask(databaseUrl, `create table bare.${table} (like public.${table} including all)`);
  }
  await ask(databaseUrl, 'insert into bare.transfers select * from public.transfers');
  const port = await freePort();
  await startChild(context, 'bare-express.ts', [databaseUrl, String(port)]);
  return `http://127.0.0.1:${port}`;
}

/** A call noted on one of the transfers: allowed whatever step is open, and stored like any fact. */
async function facts(context: Context, url: string, ids: readonly string[], office: BenchOffice): Promise<number> {
  const [staff] = await ask<{ id: string }>(office.databaseUrl, `select id from staff where username = 'clerk1'`);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${office.tokens.get('clerk1')!}` };
  const bare = url !== office.url;
  const body = JSON.stringify({ kind: 'counterpartContacted', channel: 'phone', ...(bare && { staffId: staff!.id }) });
  let next = 0;
  const fire = (duration: number) =>
    autocannon({
      url,
      connections: CONNECTIONS,
      duration,
      requests: [
        {
          setupRequest: (request) => ({
            ...request,
            method: 'POST',
            path: `/transfers/${ids[next++ % ids.length]!}/facts`,
            headers: { ...headers, 'Idempotency-Key': randomUUID() },
            body,
          }),
        },
      ],
    });
  await fire(context.size(2, 1));
  const result = await fire(context.size(12, 4));
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed at ${url}`);
  return result['2xx'] / result.duration;
}
