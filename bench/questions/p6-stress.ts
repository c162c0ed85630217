import { BusyCounter } from '../engines/busy-counter.ts';
import { phase, PHASE_COLUMNS, watchLags, type Lags } from '../engines/busy-phase.ts';
import { FLOOD, floodOf } from '../engines/flood.ts';
import { moneyInSuspense } from '../engines/money.ts';
import { officeOn, processesOf } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { Worklist } from '../engines/worklist.ts';
import { answersOf, ms, type Said } from '../measuring/answers.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { openLoop } from '../measuring/open-loop.ts';
import { percentile } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';

const STRESS = 50;
const BURST = 100;
/** Transfers that were begun before: no counter starts its day without any. */
const STANDING = 300;
/** How long the crowd is watched after the burst; to be calm again within a minute is the goal. */
const WATCHED_S = 180;
/** Of a step that was to open. */
const CALM_S = 2;
/** Of a message: at a busy hour the relay itself holds those that can wait for ten seconds (decision 0077). */
const TOLD_WITHIN_S = 12;

export const question: Question = {
  id: 'P6',
  table: 1,
  question:
    '50 facts/s for ten minutes: p99 · refused; 100/s for one minute: without answer · calm again after; 600 at once: without answer',
  against: '–',
  goal: {
    p99: atMost(100, 'ms'),
    refused: atMost(0, ''),
    'burst: without answer': atMost(0, ''),
    'calm again': atMost(60, 's'),
    'flood: without answer': atMost(0, ''),
  },
  async run(context) {
    const postgres = await benchPostgres(context);
    const temporal = await temporalOn(context, postgres);
    const office = await officeOn(context, { postgres, temporal });
    const pids = processesOf(office, temporal.pid, postgres.pid);
    const list = new Worklist(office.databaseUrl, 100);
    context.atEnd(() => list.stop());
    const counter = new BusyCounter(office, list, await moneyInSuspense(office.databaseUrl, context.size(12_000, 600)));
    await closedLoop(16, context.size(STANDING, 60), (no) => counter.standing(no % 5));
    context.say(`  ${context.size(STANDING, 60)} transfers stand in the first steps`);
    const lags = watchLags(counter, office);
    const stress = await phase(context, counter, lags, pids, 'stress', {
      perSecond: STRESS,
      seconds: context.size(600, 15),
    });
    const burst = await phase(context, counter, lags, pids, 'burst', {
      perSecond: BURST,
      seconds: context.size(60, 5),
    });
    const calmAfter = await untilCalm(counter, lags);
    lags.stop();
    const flood = await floodOf(context, office);
    const refused = stress.said.filter(({ status }) => status !== 201 && status !== 200).length;
    const unanswered = (said: readonly Said[]) => said.filter(({ status }) => status === 0).length;
    return {
      measures: {
        p99: [percentile(ms(stress.said), 99)],
        refused: [refused],
        'burst: without answer': [unanswered(burst.said)],
        'calm again': [calmAfter],
        'flood: without answer': [unanswered(flood)],
      },
      table: { columns: PHASE_COLUMNS, rows: [stress.row, burst.row] },
      remarks: [`flood of ${FLOOD} at once: ${answersOf(flood)}`],
    };
  },
};

/** The stress goes on after the burst. Gives back after how many seconds no acknowledged work waited for long, and stayed so for five. */
async function untilCalm(counter: BusyCounter, lags: Lags): Promise<number> {
  const from = performance.now();
  const since = (): number => (performance.now() - from) / 1000;
  let calmFrom: number | undefined;
  const watch = setInterval(() => {
    const isCalm = counter.lagSeconds() < CALM_S && (lags.outbox.at(-1) ?? 0) < TOLD_WITHIN_S;
    calmFrom = isCalm ? (calmFrom ?? since()) : undefined;
  }, 100);
  await openLoop(
    STRESS,
    WATCHED_S,
    (dueAt) => counter.next(dueAt),
    () => calmFrom !== undefined && since() - calmFrom > 5,
  );
  clearInterval(watch);
  return calmFrom ?? since();
}
