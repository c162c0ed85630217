import type { Client } from '@temporalio/client';
import { setTimeout as delay } from 'node:timers/promises';
import { transferWorkflowId } from '../../domain/ids.ts';
import { acceptOne } from '../engines/applicants.ts';
import { endStep } from '../engines/clerks.ts';
import { NO_MONEY } from '../engines/money.ts';
import { Worklist, type OpenStep } from '../engines/worklist.ts';
import { officeOn, type BenchOffice } from '../engines/office-processes.ts';
import { outboxEmpty } from '../engines/outbox.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalClient } from '../engines/temporal-client.ts';
import { temporalOn } from '../engines/temporal.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { median, percentile, warm } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';

/** Events of a signal that was taken: it came, its task was scheduled, begun and completed. */
const TAKEN = 4;

export const question: Question = {
  id: 'P7',
  table: 1,
  question: 'a fact on a transfer that no worker remembers, until its workflow has taken it, p99',
  against: 'on one that the worker has in its cache',
  goal: { value: atMost(3) },
  async run(context) {
    const postgres = await benchPostgres(context);
    const temporal = await temporalOn(context, postgres);
    const office = await officeOn(context, { postgres, temporal });
    const client = await temporalClient(context, temporal);
    const list = new Worklist(office.databaseUrl, 1);
    context.atEnd(() => list.stop());
    const count = context.size(120, 20);
    const warmP99: number[] = [];
    const coldP99: number[] = [];
    const p50: number[][] = [[], []];
    for (let repetition = 0; repetition < context.repetitions; repetition++) {
      const open = await waitingTransfers(office, list, 2 * count, repetition * 10_000);
      const inCache = await sayAll(office, client, open.slice(0, count));
      // A worker that has just started remembers nobody: each of these has to be walked over again.
      await office.restartWorker();
      const evicted = await sayAll(office, client, open.slice(count));
      warmP99.push(percentile(inCache, 99));
      coldP99.push(percentile(evicted, 99));
      p50[0]!.push(median(inCache));
      p50[1]!.push(median(evicted));
    }
    return {
      measures: { value: coldP99.map((cold, at) => cold / warmP99[at]!) },
      figures: [
        { name: 'in the cache, p99', unit: 'ms', values: warmP99 },
        { name: 'not in the cache, p99', unit: 'ms', values: coldP99 },
        { name: 'in the cache, p50', unit: 'ms', values: p50[0]! },
        { name: 'not in the cache, p50', unit: 'ms', values: p50[1]! },
      ],
    };
  },
};

/** Each stands in its second step, and its workflow has heard of the first. */
async function waitingTransfers(office: BenchOffice, list: Worklist, count: number, first: number) {
  const open: OpenStep[] = [];
  await closedLoop(8, count, async (no) => {
    const transferId = await acceptOne(office.api, office.tokens.get('clerk1')!, first + no);
    const review = await list.opened(transferId, 0);
    await endStep(office, review, NO_MONEY);
    open.push(await list.opened(transferId, review.ordinal));
  });
  await outboxEmpty(office);
  return open;
}

/** One after the other, so that only the transfer itself is waited for. */
async function sayAll(office: BenchOffice, client: Client, open: readonly OpenStep[]): Promise<number[]> {
  const took: number[] = [];
  for (const one of open) {
    const run = client.workflow.getHandle(transferWorkflowId(one.transferId));
    const { historyLength } = await run.describe();
    const began = performance.now();
    await endStep(office, one, NO_MONEY);
    while ((await run.describe()).historyLength < historyLength + TAKEN) await delay(1);
    took.push(performance.now() - began);
  }
  return warm(took);
}
