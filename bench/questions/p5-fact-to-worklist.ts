import pg from 'pg';
import type { Context } from '../context.ts';
import { walkTransfer, watchedWalk } from '../engines/clerks.ts';
import { moneyInSuspense, type Money } from '../engines/money.ts';
import { Worklist } from '../engines/worklist.ts';
import { officeOn, type BenchOffice } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { median, percentile, warm } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';

/** Transfers that others walk at the same time when the machine is full. */
const CROWD = 32;

export const question: Question = {
  id: 'P5',
  question: 'from the fact to the next step in its owner’s worklist, p50',
  against: 'one bare SQL commit at the same time',
  goal: { idle: atMost(5), saturated: atMost(20) },
  async run(context) {
    const postgres = await benchPostgres(context);
    const office = await officeOn(context, { postgres, temporal: await temporalOn(context, postgres) });
    const idle: Reading[] = [];
    const saturated: Reading[] = [];
    const walker = await walkerOf(context, office);
    for (let repetition = 1; repetition <= context.repetitions; repetition++) {
      idle.push(await reading(context, walker));
      saturated.push(await amongCrowd(walker, () => reading(context, walker)));
    }
    const ratio = (readings: Reading[]) => readings.map(({ factMs, commitMs }) => factMs / commitMs);
    const of = (readings: Reading[], key: keyof Reading) => readings.map((one) => one[key]);
    return {
      measures: { idle: ratio(idle), saturated: ratio(saturated) },
      figures: [
        { name: 'fact to worklist, idle, p50', unit: 'ms', values: of(idle, 'factMs') },
        { name: 'fact to worklist, idle, p99', unit: 'ms', values: of(idle, 'factP99Ms') },
        { name: 'bare commit, idle, p50', unit: 'ms', values: of(idle, 'commitMs') },
        { name: 'fact to worklist, saturated, p50', unit: 'ms', values: of(saturated, 'factMs') },
        { name: 'bare commit, saturated, p50', unit: 'ms', values: of(saturated, 'commitMs') },
      ],
    };
  },
};

interface Reading {
  readonly factMs: number;
  readonly factP99Ms: number;
  readonly commitMs: number;
}

interface Walker {
  walk(list: Worklist): Promise<void>;
  /** Milliseconds of each fact of one transfer until its next step was open. */
  watched(): Promise<number[]>;
  readonly office: BenchOffice;
}

async function walkerOf(context: Context, office: BenchOffice): Promise<Walker> {
  const money: Money[] = await moneyInSuspense(office.databaseUrl, context.size(2_000, 300));
  const quick = new Worklist(office.databaseUrl, 1);
  context.atEnd(() => quick.stop());
  let serial = 0;
  const next = () => [serial++, money.pop()!] as const;
  return {
    office,
    walk: async (list) => void (await walkTransfer(office, list, ...next())),
    watched: () => watchedWalk(office, quick, ...next()),
  };
}

/** Facts one after the other, and a commit of one row between any two. */
async function reading(context: Context, walker: Walker): Promise<Reading> {
  const client = new pg.Client({ connectionString: walker.office.databaseUrl });
  await client.connect();
  try {
    await client.query('create table if not exists bare_commits (id bigint generated always as identity, note text)');
    const facts: number[] = [];
    const commits: number[] = [];
    for (let transfer = 0; transfer < context.size(8, 3); transfer++) {
      facts.push(...(await walker.watched()));
      for (let no = 0; no < 10; no++) commits.push(await timed(() => client.query(INSERT)));
    }
    return { factMs: median(warm(facts)), factP99Ms: percentile(warm(facts), 99), commitMs: median(warm(commits)) };
  } finally {
    await client.end();
  }
}

const INSERT = { name: 'insert', text: `insert into bare_commits (note) values ('one row')` };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Read twice: the crowd has spread over the steps when it counts. */
async function amongCrowd(walker: Walker, read: () => Promise<Reading>): Promise<Reading> {
  const list = new Worklist(walker.office.databaseUrl, 20);
  let open = true;
  const one = async (): Promise<void> => {
    while (open) await walker.walk(list);
  };
  const crowd = Promise.all(Array.from({ length: CROWD }, one));
  try {
    return await Promise.race([crowd.then(() => Promise.reject(new Error('the crowd went home'))), read().then(read)]);
  } finally {
    open = false;
    await crowd.catch(() => {});
    await list.stop();
  }
}
