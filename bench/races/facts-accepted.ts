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
import { CpuMeter } from '../measuring/cpu.ts';
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
    const said = await race(context, {
      product: () => rateOf(context, office, { server: office.pids.api, PostgreSQL: postgres.pid }),
      promises: () => rateOf(context, promises, { server: promises.pid, PostgreSQL: postgres.pid }),
      bare: () => rateOf(context, bare, { server: bare.pid, PostgreSQL: postgres.pid }),
    });
    const ratesOf = (name: Said) => said[name].map(({ perSecond }) => perSecond);
    return {
      perSecond: { product: ratesOf('product'), promises: ratesOf('promises'), bare: ratesOf('bare') },
      figures: SAID.flatMap((name) => [
        { name: NAMES[name], unit: 'facts/s', values: ratesOf(name) },
        ...costFigures(NAMES[name], said[name]),
      ]),
    };
  });
}

const NAMES = { product: 'Baton', promises: 'the same promises by hand', bare: 'bare Express + pg' } as const;
type Said = keyof typeof NAMES;
const SAID = Object.keys(NAMES) as Said[];

interface Rate {
  readonly perSecond: number;
  /** CPU milliseconds of a fact, by process. */
  readonly cpuMs: Readonly<Record<string, number>>;
}

const costFigures = (who: string, rates: readonly Rate[]): Figure[] =>
  Object.keys(rates[0]!.cpuMs).map((process) => ({
    name: `${who}: ${process}, CPU of a fact`,
    unit: 'ms',
    values: rates.map(({ cpuMs }) => cpuMs[process]!),
  }));

/** Where transfers are accepted, and where facts about them go: for the bare server the first is the product's. */
type Target = Pick<Counter, 'url' | 'tokens' | 'api'> & { ready?(): Promise<unknown> };

let serial = 0;

async function rateOf(context: Context, target: Target, pids: Record<string, number>): Promise<Rate> {
  const ids: string[] = [];
  const count = context.size(1_500, 200);
  await closedLoop(8, count, async () => {
    ids.push(await acceptOne(target.api, target.tokens.get('clerk1')!, serial++));
  });
  await target.ready?.();
  const warmUp = Math.ceil(count / 10);
  await sayAll(target, ids.slice(0, warmUp));
  const meter = new CpuMeter(pids);
  const own = process.cpuUsage();
  const perSecond = await sayAll(target, ids.slice(warmUp));
  const { user, system } = process.cpuUsage(own);
  const whole = { ...meter.read().byProcess, client: (user + system) / 1_000 };
  const facts = (count - warmUp) * FACTS.length;
  return { perSecond, cpuMs: Object.fromEntries(Object.entries(whole).map(([name, ms]) => [name, ms / facts])) };
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
async function bareExpress(context: Context, office: Counter): Promise<Target & { readonly pid: number }> {
  const { databaseUrl, tokens, api } = office;
  await ask(databaseUrl, 'create schema bare');
  for (const table of ['transfers', 'events', 'outbox'])
    await ask(databaseUrl, `create table bare.${table} (like public.${table} including all)`);
  const port = await freePort();
  const { pid } = await startChild(context, 'bare-express.ts', [databaseUrl, String(port)]);
  const ready = () =>
    ask(databaseUrl, 'insert into bare.transfers select * from public.transfers on conflict (id) do nothing');
  return { url: `http://127.0.0.1:${port}`, pid, tokens, api, ready };
}
