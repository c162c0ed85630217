import type { Context } from '../context.ts';
import { BusyCounter } from '../engines/busy-counter.ts';
import { watchedWalk } from '../engines/clerks.ts';
import { moneyInSuspense, type Money } from '../engines/money.ts';
import { officeOn, type Counter } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { samePromises } from '../engines/same-promises.ts';
import { temporalOn } from '../engines/temporal.ts';
import { Worklist } from '../engines/worklist.ts';
import { answersOf } from '../measuring/answers.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { openLoop } from '../measuring/open-loop.ts';
import { median, percentile, warm } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';
import { race, ratios } from '../race.ts';

const PER_SECOND = 50;
/** Transfers that were begun before: no counter starts its day without any. */
const STANDING = 60;

export const question: Question = {
  id: 'P5',
  table: 1,
  question: `from the fact to the next step in its owner’s worklist, p50: at rest · at ${PER_SECOND} facts/s`,
  against: 'the same promises by hand, at the same pace',
  goal: { 'at rest': atMost(1.7), 'at 50 facts/s': atMost(1.7) },
  async run(context) {
    const postgres = await benchPostgres(context);
    const office = await officeOn(context, { postgres, temporal: await temporalOn(context, postgres) });
    const promises = await samePromises(context, postgres);
    const reading = {
      product: reader(context, office, (count) => moneyInSuspense(office.databaseUrl, count)),
      promises: reader(context, promises, (count) => promises.moneyWaiting(count)),
    };
    const { product, promises: byHand } = await race(context, reading);
    const p50 = (readings: readonly Reading[], key: keyof Reading) => readings.map((one) => median(warm(one[key])));
    const p99 = (readings: readonly Reading[], key: keyof Reading) =>
      readings.map((one) => percentile(warm(one[key]), 99));
    const figures = (name: string, readings: readonly Reading[]) => [
      { name: `${name}, at rest, p50`, unit: 'ms', values: p50(readings, 'rest') },
      { name: `${name}, at rest, p99`, unit: 'ms', values: p99(readings, 'rest') },
      { name: `${name}, at ${PER_SECOND} facts/s, p50`, unit: 'ms', values: p50(readings, 'busy') },
      { name: `${name}, at ${PER_SECOND} facts/s, p99`, unit: 'ms', values: p99(readings, 'busy') },
    ];
    return {
      measures: {
        'at rest': ratios(p50(product, 'rest'), p50(byHand, 'rest')),
        'at 50 facts/s': ratios(p50(product, 'busy'), p50(byHand, 'busy')),
      },
      figures: [...figures('Baton', product), ...figures('the same promises by hand', byHand)],
    };
  },
};

/** Milliseconds of each fact until the step that it opened was seen. */
interface Reading {
  readonly rest: readonly number[];
  readonly busy: readonly number[];
}

/** What was accepted once is refused a second time: numbers go on from lap to lap. */
const FROM_REST = 1_000_000;

function reader(context: Context, counter: Counter, moneyOf: (count: number) => Promise<Money[]>) {
  const list = new Worklist(counter.databaseUrl, 1);
  context.atEnd(() => list.stop());
  const seconds = context.size(60, 5);
  let no = FROM_REST;
  let busy: BusyCounter | undefined;
  return async (): Promise<Reading> => {
    const rest: number[] = [];
    for (const money of await moneyOf(context.size(12, 3)))
      rest.push(...(await watchedWalk(counter, list, no++, money)));
    const money = await moneyOf(PER_SECOND * seconds);
    busy = new BusyCounter(counter, list, money, busy?.serial ?? 0);
    const standing = busy;
    await closedLoop(8, context.size(STANDING, 20), (at) => standing.standing(at % 5));
    await openLoop(PER_SECOND, seconds, (dueAt) => standing.next(dueAt));
    await standing.answered();
    context.say(`  ${answersOf(standing.said)}`);
    return { rest, busy: standing.opened };
  };
}
