import { STEPS } from '../contestants/facts-schema.ts';
import { bareTemporal } from '../engines/bare-temporal.ts';
import { dbos, graphileWorker, plainSql } from '../engines/job-contestants.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import type { Question } from '../question.ts';
import { race } from '../race.ts';

const AT_ONCE = 64;

export const question: Question = {
  id: 'contestants',
  question: `the same small job on other engines: ${STEPS} facts a transfer, each with a deadline, 64 at once`,
  against: 'each other: what raw speed is to be had, without procedure, owner, proof or counter',
  goal: {},
  async run(context) {
    const postgres = await benchPostgres(context);
    const engines = {
      'plain SQL (Node + pg)': { engine: await plainSql(context, postgres), count: context.size(6_000, 400) },
      'graphile-worker': { engine: await graphileWorker(context, postgres), count: context.size(1_200, 100) },
      DBOS: { engine: await dbos(context, postgres), count: context.size(600, 80) },
    };
    const temporal = await temporalOn(context, postgres);
    const local = await bareTemporal(context, temporal, 'localForm', STEPS);
    const bare = { engine: local, count: context.size(200, 20) };
    let serial = 0;
    const lap = async ({ engine, count }: { engine: { walk(id: string): Promise<void> }; count: number }) => {
      const run = (total: number) => closedLoop(AT_ONCE, total, () => engine.walk(`job-${process.pid}-${serial++}`));
      await run(Math.ceil(count / 10));
      const began = performance.now();
      await run(count);
      return (count / (performance.now() - began)) * 1000;
    };
    const all = { ...engines, 'bare Temporal, local activity per step': bare };
    const names = Object.keys(all) as (keyof typeof all)[];
    const rates = await race(
      context,
      Object.fromEntries(names.map((name) => [name, () => lap(all[name])])) as Record<
        keyof typeof all,
        () => Promise<number>
      >,
    );
    return {
      measures: {},
      figures: names.flatMap((name) => [
        { name, unit: 'transfers/s', values: rates[name] },
        { name, unit: 'facts/s', values: rates[name].map((one) => one * STEPS) },
      ]),
    };
  },
};
