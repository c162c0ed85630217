import type { Context } from '../context.ts';
import { acceptOne } from '../engines/applicants.ts';
import { bareTemporal } from '../engines/bare-temporal.ts';
import { endStep } from '../engines/clerks.ts';
import { NO_MONEY } from '../engines/money.ts';
import { Worklist } from '../engines/worklist.ts';
import { officeOn, type BenchOffice } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { tableSizes } from '../measuring/postgres-figures.ts';
import { atMost, type Question } from '../question.ts';
import { race, ratios } from '../race.ts';

/** Both have ended three steps and wait in the fourth. */
const ENDED_STEPS = 3;

export const question: Question = {
  id: 'P8',
  table: 1,
  question: 'bytes of an open transfer, visibility apart: Temporal’s history and state · our ledger',
  against: 'stock Temporal, remote form, history and state alone',
  goal: { history: atMost(0.7), ledger: atMost(0.9) },
  async run(context) {
    const postgres = await benchPostgres(context);
    const temporal = await temporalOn(context, postgres);
    if (temporal.databaseUrl === undefined) throw new Error('bytes are counted in PostgreSQL; this needs Go');
    const urls = { ledger: postgres.url('baton'), history: temporal.databaseUrl };
    const office = await officeOn(context, { postgres, temporal });
    const bare = await bareTemporal(context, temporal, 'remoteForm');
    const count = context.size(300, 40);
    let serial = 0;
    const bytes = await race(context, {
      product: () => grown(urls, count, () => openTransfers(context, office, count, (serial += count))),
      remote: () =>
        grown(urls, count, () =>
          closedLoop(8, count, async () => {
            const id = `bytes-${serial++}`;
            await bare.open(id);
            for (let step = 1; step <= ENDED_STEPS; step++) {
              const next = bare.opened(id, step + 1);
              await bare.say(id, step);
              await next;
            }
          }),
        ),
    });
    const product = bytes.product;
    const remote = bytes.remote.map(({ history }) => history);
    return {
      measures: {
        history: ratios(
          product.map(({ history }) => history),
          remote,
        ),
        ledger: ratios(
          product.map(({ ledger }) => ledger),
          remote,
        ),
      },
      figures: [
        { name: 'Baton: Temporal’s history and state', unit: 'bytes', values: product.map(({ history }) => history) },
        { name: 'Baton: ledger', unit: 'bytes', values: product.map(({ ledger }) => ledger) },
        { name: 'stock Temporal, remote form', unit: 'bytes', values: remote },
      ],
      remarks: [await largestTables(urls.ledger, count * context.repetitions)],
    };
  },
};

/** Bytes of each of `count` that the databases have grown by, with everything dead taken out. */
async function grown<Name extends string>(
  urls: Readonly<Record<Name, string>>,
  count: number,
  work: () => Promise<unknown>,
): Promise<Record<Name, number>> {
  const before = await totals(urls);
  await work();
  const after = await totals(urls);
  const names = Object.keys(urls) as Name[];
  return Object.fromEntries(names.map((name) => [name, (after[name] - before[name]) / count])) as Record<Name, number>;
}

async function totals<Name extends string>(urls: Readonly<Record<Name, string>>): Promise<Record<Name, number>> {
  const sums = {} as Record<Name, number>;
  for (const [name, url] of Object.entries<string>(urls)) {
    sums[name as Name] = (await tableSizes(url)).map(({ bytes }) => bytes).reduce((sum, one) => sum + one, 0);
  }
  return sums;
}

/** Where the ledger's bytes are, indexes included. */
async function largestTables(url: string, transfers: number): Promise<string> {
  const sizes = (await tableSizes(url)).sort((one, other) => other.bytes - one.bytes).slice(0, 8);
  const each = sizes.map(({ name, bytes }) => `${name} ${Math.round(bytes / transfers).toLocaleString('en')}`);
  return `ledger by table, bytes of a transfer: ${each.join(', ')}`;
}

async function openTransfers(context: Context, office: BenchOffice, count: number, first: number): Promise<void> {
  const list = new Worklist(office.databaseUrl, 20);
  await closedLoop(8, count, async (no) => {
    const transferId = await acceptOne(office.api, office.tokens.get('clerk1')!, first + no);
    for (let ended = 0; ended < ENDED_STEPS; ended++) {
      await endStep(office, await list.opened(transferId, ended), NO_MONEY);
    }
    await list.opened(transferId, ENDED_STEPS);
  });
  await list.stop();
}
