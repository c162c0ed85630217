import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { transferWorkflowId } from '../../domain/ids.ts';
import type { EmployeeStep } from '../../domain/procedures/in-employee.ts';
import type { EmployeeOutStep } from '../../domain/procedures/out-employee.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { FactNudge } from '../../domain/facts/nudge.ts';
import { factsSignal } from '../../workflows/messages.ts';
import type { transfer } from '../../workflows/index.ts';
import { FakeLedger } from '../fakes/ledger.ts';
import { eventually } from '../support/eventually.ts';
import { isRecordingHistories } from '../support/recording.ts';
import { workflowBundle } from '../support/servers.ts';
import { connectToTemporal, type TestTemporal } from '../support/temporal.ts';
import { passDays, startWithVirtualTime } from '../support/virtual-time.ts';

type Step = EmployeeStep | EmployeeOutStep;

/** One transfer in a real Temporal server with a clock of its own; the ledger is a fake. */
export interface FollowedTransfer {
  readonly ledger: FakeLedger;
  readonly handle: WorkflowHandle<typeof transfer>;
  /** Waits until this step is the open one, and the run knows it. */
  standsIn(step: Step): Promise<void>;
  say(...facts: FactNudge[]): Promise<void>;
  /** Waits for the step and closes it with the outcome. */
  pass(step: Step, outcome: string): Promise<void>;
  days(count: number): Promise<void>;
  ending(): Promise<string>;
}

export interface TestOffice {
  /** From its acceptance on; or, with steps that have gone before, as the reconciler starts a lost run again. */
  follow(prepare?: (ledger: FakeLedger) => void, procedure?: Procedure): Promise<FollowedTransfer>;
  close(): Promise<void>;
}

export async function openTestOffice(): Promise<TestOffice> {
  const temporal = await connectToTemporal();
  const bundle = await workflowBundle();
  const closing: (() => Promise<void>)[] = [];
  return {
    async follow(prepare, procedure) {
      const ledger = new FakeLedger(procedure);
      prepare?.(ledger);
      const taskQueue = `test-${randomUUID()}`;
      // The message that begins a run is there before a worker takes it up.
      const transfer = await followed(temporal, ledger, taskQueue);
      const { activities } = ledger;
      const worker = await Worker.create({
        connection: temporal.native,
        taskQueue,
        workflowBundle: bundle,
        activities,
      });
      const running = worker.run();
      closing.push(async () => {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await running;
      });
      return transfer;
    },
    async close() {
      await Promise.all(closing.map((stop) => stop()));
      await temporal.close();
    },
  };
}

async function followed({ client }: TestTemporal, ledger: FakeLedger, taskQueue: string): Promise<FollowedTransfer> {
  const transferId = randomUUID();
  const workflowId = transferWorkflowId(transferId);
  const handle = await startWithVirtualTime<typeof transfer>(client, 'transfer', {
    workflowId,
    taskQueue,
    args: [{ transferId, procedure: ledger.procedure.key }],
  });
  const standsIn = async (step: Step) => {
    await eventually(async () => ledger.open()?.step === step && (await detailsOf(handle)).startsWith(`${step} `), {
      withinMs: 15_000,
    });
  };
  const say = (...facts: FactNudge[]) => handle.signal(factsSignal, facts);
  await say(ledger.steps.length === 0 ? ledger.accept() : { factSeq: ledger.factSeq, kind: 'look', rearms: true });
  return {
    ledger,
    handle,
    standsIn,
    say,
    pass: async (step, outcome) => {
      await standsIn(step);
      await say(ledger.close(outcome));
    },
    days: (count) => passDays(client, workflowId, count),
    ending: () => handle.result(),
  };
}

/** What Temporal’s own web page says of it. */
export async function detailsOf(handle: WorkflowHandle): Promise<string> {
  const { currentDetails } = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return currentDetails ?? '';
}

/** With RECORD_HISTORIES set the path's history becomes a file that every later version must be able to replay. */
export async function keepHistory(name: string, { handle }: FollowedTransfer): Promise<void> {
  if (!isRecordingHistories()) return;
  const { historyToJSON } = await import('@temporalio/common/lib/proto-utils.js');
  const folder = fileURLToPath(new URL('../histories/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const history = await handle.fetchHistory();
  const json = historyToJSON(history) as unknown;
  writeFileSync(`${folder}${name}.json`, typeof json === 'string' ? json : JSON.stringify(json));
}
