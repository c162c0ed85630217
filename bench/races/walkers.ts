/** Who takes one transfer from the counter to the booking: the product, or bare Temporal. */
import { transferWorkflowId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type { BareForm } from '../engines/bare-temporal.ts';
import { walkTransfer } from '../engines/clerks.ts';
import { moneyInSuspense, type Money } from '../engines/money.ts';
import type { BenchOffice } from '../engines/office-processes.ts';
import { temporalClient } from '../engines/temporal-client.ts';
import type { BenchTemporal } from '../engines/temporal.ts';
import { Worklist } from '../engines/worklist.ts';

/** One transfer walked, and the wait for the workflow's own end. */
export interface Walker {
  prepare(count: number, atOnce: number): Promise<void>;
  walk(): Promise<string>;
  ended(workflowId: string): Promise<unknown>;
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
    async walk() {
      return transferWorkflowId(await walkTransfer(office, list, serial++, money.pop()!));
    },
    ended: (id) => client.workflow.getHandle(id).result(),
  };
}

export function bareWalker(form: BareForm): Walker {
  return {
    prepare: () => Promise.resolve(),
    async walk() {
      const id = `bare-${process.pid}-${serial++}`;
      await form.walk(id);
      return id;
    },
    ended: (id) => form.client.workflow.getHandle(id).result(),
  };
}
