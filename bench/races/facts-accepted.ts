/** Facts that end a step and open the next one, as fast as sixteen connections can say them: the product beside two hand-written servers. */
import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { freePort } from '../../scripts/servers/ports.ts';
import type { Context } from '../context.ts';
import { acceptOne } from '../engines/applicants.ts';
import { startChild } from '../engines/child.ts';
import { officeOn, type Counter } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { samePromises } from '../engines/same-promises.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { ask } from '../measuring/postgres-figures.ts';
import type { Figure } from '../question.ts';
import { race } from '../race.ts';

const CONNECTIONS = 16;

/** The first three steps, in their order; whoever holds the post may say it. */
const FACTS = [
  { who: 'review1', fact: { kind: 'reviewed', outcome: 'eligible' } },
  { who: 'letter1', fact: { kind: 'letterSent', channel: 'platform' } },
  { who: 'letter1', fact: { kind: 'letterDelivered' } },
] as const;

export interface FactsAccepted {
  readonly perSecond: Readonly<Record<'product' | 'promises' | 'bare', readonly number[]>>;
  readonly figures: readonly Figure[];
}

export function factsAccepted(context: Context): Promise<FactsAccepted> {
  return context.once('facts accepted', async () => {
    const postgres = await benchPostgres(context);
    const office = await officeOn(context, { postgres });
    const promises = await samePromises(context, postgres);
    const bare = await bareExpress(context, office);
    const perSecond = await race(context, {
      product: () => rateOf(context, office),
      promises: () => rateOf(context, promises),
      bare: () => rateOf(context, bare),
    });
    const figures = [
      { name: 'Baton', unit: 'facts/s', values: perSecond.product },
      { name: 'the same promises by hand', unit: 'facts/s', values: perSecond.promises },
      { name: 'bare Express + pg', unit: 'facts/s', values: perSecond.bare },
    ];
    return { perSecond, figures };
  });
}

/** Where transfers are accepted, and where facts about them go: for the bare server the first is the product's. */
type Target = Pick<Counter, 'url' | 'tokens' | 'api'> & { ready?(): Promise<unknown> };

let serial = 0;

async function rateOf(context: Context, target: Target): Promise<number> {
  const ids: string[] = [];
  const count = context.size(1_500, 200);
  await closedLoop(8, count, async () => {
    ids.push(await acceptOne(target.api, target.tokens.get('clerk1')!, serial++));
  });
  await target.ready?.();
  const warmUp = Math.ceil(count / 10);
  await sayAll(target, ids.slice(0, warmUp));
  return sayAll(target, ids.slice(warmUp));
}

/** Round by round: by the time a transfer's next fact comes, its last one has been answered for long. */
async function sayAll({ url, tokens }: Target, ids: readonly string[]): Promise<number> {
  const said = FACTS.flatMap(({ who, fact }) => {
    const body = JSON.stringify(fact);
    return ids.map((id) => ({ path: `/transfers/${id}/facts`, authorization: `Bearer ${tokens.get(who)!}`, body }));
  });
  let next = 0;
  const began = performance.now();
  let last = began;
  const load = autocannon({
    url,
    connections: Math.min(CONNECTIONS, Math.floor(ids.length / 4)),
    amount: said.length,
    requests: [
      {
        setupRequest: (request) => {
          const { path, body, authorization } = said[next++ % said.length]!;
          const headers = { 'content-type': 'application/json', authorization, 'Idempotency-Key': randomUUID() };
          return { ...request, method: 'POST', path, headers, body };
        },
      },
    ],
  });
  // Its own clock ends with a whole second.
  load.on('response', () => {
    last = performance.now();
  });
  const { '2xx': taken, non2xx, errors } = await load;
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} failed at ${url}`);
  return taken / ((last - began) / 1_000);
}

/** The product's tables with the same indexes, without the triggers and foreign keys; the transfers are those that the product has accepted. */
async function bareExpress(context: Context, office: Counter): Promise<Target> {
  const { databaseUrl, tokens, api } = office;
  await ask(databaseUrl, 'create schema bare');
  for (const table of ['transfers', 'events', 'outbox'])
    await ask(databaseUrl, `create table bare.${table} (like public.${table} including all)`);
  const port = await freePort();
  await startChild(context, 'bare-express.ts', [databaseUrl, String(port)]);
  const ready = () =>
    ask(databaseUrl, 'insert into bare.transfers select * from public.transfers on conflict (id) do nothing');
  return { url: `http://127.0.0.1:${port}`, tokens, api, ready };
}
