/** Drives the bare workflows: starts one, answers each opened step with a signal, as a clerk answers a worklist. */
import type { Client } from '@temporalio/client';
import { setTimeout as delay } from 'node:timers/promises';
import { factSignal } from '../contestants/bare-temporal-workflows.ts';
import type { Context } from '../context.ts';
import { startChild } from './child.ts';
import { openings } from './openings.ts';
import { temporalClient } from './temporal-client.ts';
import type { BenchTemporal } from './temporal.ts';

export const BARE_STEPS = 9;

export interface BareForm {
  readonly pid: number;
  readonly client: Client;
  /** From the start to the acknowledged signal of the last step; each is answered so long after it has opened. */
  walk(transferId: string, pauseMs?: number): Promise<void>;
  /** Only begun: its first step is open. */
  open(transferId: string): Promise<void>;
  /** Answers the open step `step`. */
  say(transferId: string, step: number): Promise<void>;
  /** Fulfilled when the step has been opened. */
  opened(transferId: string, step: number): Promise<void>;
  stop(): Promise<void>;
}

export async function bareTemporal(
  context: Context,
  temporal: BenchTemporal,
  form: 'remoteForm' | 'localForm',
  steps = BARE_STEPS,
): Promise<BareForm> {
  const client = await temporalClient(context, temporal);
  const taskQueue = `bare-${form}`;
  const child = await startChild(context, 'bare-temporal.ts', [temporal.address, taskQueue]);
  const opened = openings(child);
  const start = (transferId: string) =>
    client.workflow.start(form, { workflowId: transferId, taskQueue, args: [{ transferId, steps }] });
  const say = (transferId: string, step: number) =>
    client.workflow.getHandle(transferId).signal(factSignal, { step, outcome: 'done' });
  return {
    pid: child.pid,
    client,
    opened,
    say,
    stop: () => child.stop(),
    async open(transferId) {
      const first = opened(transferId, 1);
      await start(transferId);
      await first;
    },
    async walk(transferId, pauseMs = 0) {
      let isOpen = opened(transferId, 1);
      await start(transferId);
      for (let step = 1; step <= steps; step++) {
        await isOpen;
        await delay(pauseMs);
        if (step < steps) isOpen = opened(transferId, step + 1);
        await say(transferId, step);
      }
    },
  };
}
