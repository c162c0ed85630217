/** Who takes one transfer from the counter to the booking: the product, or bare Temporal. */
import { transferWorkflowId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type { BareForm } from '../engines/bare-temporal.ts';
import { walkTransfer } from '../engines/clerks.ts';
import { moneyInSuspense, type Money } from '../engines/money.ts';
import type { BenchOffice } from '../engines/office-processes.ts';
import { outboxEmpty } from '../engines/outbox.ts';
import { temporalClient } from '../engines/temporal-client.ts';
import type { BenchTemporal } from '../engines/temporal.ts';
import { Worklist } from '../engines/worklist.ts';

/** One transfer walked, and the wait for the workflow's own end. */
export interface Walker {
  prepare(count: number, atOnce: number): Promise<void>;
  /** `pauseMs` from the opening of a step to its answer. */
  walk(pauseMs: number): Promise<string>;
  ended(workflowId: string): Promise<unknown>;
  /** Fulfilled when nothing is left to be sent. */
  settled(): Promise<void>;
}

let serial = 0;

export async function productWalker(context: Context, office: BenchOffice, temporal: BenchTemporal): Promise<Walker> {
  const client = await temporalClient(context, temporal);
  let list = new Worklist(office.databaseUrl, 5);
  context.atEnd(() => list.stop());
  let money: Money[] = [];
  return {
    async prepare(count, atOnce) {
      money = await moneyInSuspense(office.databaseUrl, count);
      await list.stop();
      list = new Worklist(office.databaseUrl, atOnce === 1 ? 3 : 20);
    },
    async walk(pauseMs) {
      return transferWorkflowId(await walkTransfer(office, list, { no: serial++, money: money.pop()!, pauseMs }));
    },
    ended: (id) => client.workflow.getHandle(id).result(),
    settled: () => outboxEmpty(office),
  };
}

export function bareWalker(form: BareForm): Walker {
  return {
    prepare: () => Promise.resolve(),
    async walk(pauseMs) {
      const id = `bare-${process.pid}-${serial++}`;
      await form.walk(id, pauseMs);
      return id;
    },
    ended: (id) => form.client.workflow.getHandle(id).result(),
    settled: () => Promise.resolve(),
  };
}
