/** The one armed timer of a run. */
import { CancellationScope, sleep } from '@temporalio/workflow';

/** What is told anew of the same alarm differs by the way of the message; a timer costs two events of the history. */
const EARLIER_MS = 1_000;

export class Alarm {
  #ringsAt: number | undefined;
  #timer: CancellationScope | undefined;

  /** Nothing is armed: it rang, or nobody has said when it should. */
  get isOff(): boolean {
    return this.#ringsAt === undefined;
  }

  /** A later alarm leaves the earlier timer as it is: it rings, and the ledger says how long to sleep on. */
  arm(sleepMs: number): void {
    // The time of the run, which is no clock of the office: it only tells how much of the sleep is left.
    const ringsAt = Date.now() + sleepMs;
    if (this.#ringsAt !== undefined && ringsAt > this.#ringsAt - EARLIER_MS) return;
    this.#timer?.cancel();
    const timer = new CancellationScope();
    this.#timer = timer;
    this.#ringsAt = ringsAt;
    const rang = (): void => {
      if (this.#timer === timer) this.#ringsAt = undefined;
    };
    timer.run(() => sleep(sleepMs)).then(rang, () => undefined);
  }
}
