/** What was broken when, and how long it took to work again. */
import type { Target } from './schedule.ts';

export interface Fault {
  readonly target: Target;
  /** Seconds since the beginning. */
  readonly at: number;
  readonly pid: number | undefined;
  /** Until /readyz said yes and no fact waited; null when that never came. Faults that followed are in it. */
  recoverySeconds: number | null;
}

export class Timeline {
  readonly faults: Fault[] = [];
  readonly #began = performance.now();
  readonly #say: (sentence: string) => void;
  readonly #watched: Promise<void>[] = [];

  constructor(say: (sentence: string) => void) {
    this.#say = say;
  }

  note(sentence: string): void {
    this.#say(`${this.#now().toFixed(1).padStart(7)} s  ${sentence}`);
  }

  /** `recovery` is fulfilled with milliseconds, or with undefined when it never came. */
  struck(target: Target, pid: number | undefined, recovery: Promise<number | undefined>): void {
    const fault: Fault = { target, at: seconds(this.#now() * 1000), pid, recoverySeconds: null };
    this.faults.push(fault);
    const number = this.faults.length;
    this.note(`fault ${number}: kill -9 ${target}${pid === undefined ? '' : ` (process ${pid})`}`);
    this.#watched.push(
      recovery
        .catch(() => undefined)
        .then((ms) => {
          if (ms === undefined) return this.note(`fault ${number}: NOT RECOVERED from the loss of ${target}`);
          fault.recoverySeconds = seconds(ms);
          this.note(`fault ${number}: works again ${seconds(ms).toFixed(1)} s after the loss of ${target}`);
        }),
    );
  }

  /** Fulfilled when each fault has been recovered from, or given up. */
  async settled(): Promise<void> {
    await Promise.all(this.#watched);
  }

  #now(): number {
    return (performance.now() - this.#began) / 1000;
  }
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;
