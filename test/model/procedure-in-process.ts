/**
 * The procedure itself, without a Temporal server: the real workflow function runs here, on a stand-in for the few calls that it
 * makes. It comes to rest where a worker would leave it; messages can get lost, come twice or come in another order.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { LedgerActivities, Look } from '../../activities/ledger.ts';
import type { FactNudge } from '../../domain/facts/nudge.ts';
import type { TransferRef } from '../../workflows/messages.ts';

interface Waiting {
  readonly woken: () => boolean;
  readonly go: () => void;
}

interface Running {
  readonly activities: LedgerActivities;
  handler: (nudges: FactNudge[]) => void;
  waiting: Waiting | undefined;
  /** Of the one timer. */
  ring: (() => void) | undefined;
  changed: () => void;
}

const current = new AsyncLocalStorage<Running>();

function running(): Running {
  const found = current.getStore();
  if (!found) throw new Error('this belongs into a workflow');
  return found;
}

/** In place of `@temporalio/workflow`: exactly what the procedure uses. */
export const inPlaceOfTemporal = {
  proxyLocalActivities: () => ({
    look: (run: Look) => running().activities.look(run),
  }),
  proxyActivities: () => ({}),
  defineSignal: (name: string) => ({ name, type: 'signal' }),
  setHandler: (_signal: unknown, handler: Running['handler']) => {
    running().handler = handler;
  },
  sleep: () =>
    new Promise<void>((ring) => {
      running().ring = ring;
    }),
  /** A timer that is cancelled is followed by another one at once. */
  CancellationScope: class {
    run(work: () => Promise<void>): Promise<void> {
      return work();
    }
    cancel(): void {}
  },
  setCurrentDetails: () => {},
  continueAsNew: () => {
    throw new Error('the run and the ledger differ');
  },
  condition: (woken: () => boolean) =>
    new Promise<void>((go) => {
      const run = running();
      run.waiting = { woken, go };
      run.changed();
    }),
};

type Procedure = (transfer: TransferRef) => Promise<string>;

/** One run of the procedure of one transfer. */
export class ProcedureRun {
  #ended: string | undefined;
  #failure: unknown;
  readonly #running: Running;

  constructor(procedure: Procedure, activities: LedgerActivities, transfer: TransferRef) {
    this.#running = { activities, handler: () => {}, waiting: undefined, ring: undefined, changed: () => {} };
    const over = (): void => this.#running.changed();
    void current.run(this.#running, () =>
      procedure(transfer).then(
        (closing) => ((this.#ended = closing), over()),
        (error: unknown) => ((this.#failure = error), over()),
      ),
    );
  }

  /** How it ended; undefined while it waits. */
  get ended(): string | undefined {
    return this.#ended;
  }

  signal(nudges: readonly FactNudge[]): void {
    if (nudges.length > 0) this.#running.handler([...nudges]);
  }

  /** The time that it wanted to sleep is over. */
  async alarm(): Promise<void> {
    await this.rest();
    this.#running.ring?.();
    // The alarm hears it before the run is asked whether it still waits.
    await new Promise(setImmediate);
    await this.rest();
  }

  /** Until it waits for something that has not happened, or has ended. @throws what the procedure threw */
  async rest(): Promise<void> {
    while (this.#ended === undefined) {
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#running.waiting?.woken()) this.#wake();
      else if (this.#running.waiting) return;
      await new Promise<void>((changed) => {
        this.#running.changed = changed;
        // What happened before somebody listened.
        if (this.#running.waiting || this.#ended !== undefined || this.#failure !== undefined) changed();
      });
    }
  }

  #wake(): void {
    const { waiting } = this.#running;
    this.#running.waiting = undefined;
    waiting?.go();
  }
}
