/** What was broken when, and how long it took to work again. */
import type { Fault } from './faults/fault.ts';
import type { Recovery } from './recovery.ts';

export interface StruckFault {
  readonly number: number;
  readonly name: string;
  readonly rhythm: Fault['rhythm'];
  /** Seconds since the beginning, as all that follow. */
  readonly at: number;
  what: string;
  healedAt: number | null;
  /** Promised; undefined: nothing is. */
  readonly backWithinSeconds: number | undefined;
  /** When /readyz said yes and no fact waited; null when that never came. */
  recoveredAt: number | null;
  /** What this kind tells beside. */
  figures?: Readonly<Record<string, number>>;
}

export class Timeline {
  readonly faults: StruckFault[] = [];
  readonly #began = performance.now();
  readonly #say: (sentence: string) => void;

  constructor(say: (sentence: string) => void) {
    this.#say = say;
  }

  note(sentence: string): void {
    this.#say(`${this.#now().toFixed(1).padStart(7)} s  ${sentence}`);
  }

  begun({ name, rhythm, backWithinSeconds }: Pick<Fault, 'name' | 'rhythm' | 'backWithinSeconds'>): StruckFault {
    const number = this.faults.length + 1;
    const fault = {
      number,
      name,
      rhythm,
      backWithinSeconds,
      at: this.#now(),
      what: name,
      healedAt: null,
      recoveredAt: null,
    };
    this.faults.push(fault);
    return fault;
  }

  struck(fault: StruckFault, what: string, lastsMs: number): void {
    fault.what = what;
    this.note(`fault ${fault.number}: ${what}${lastsMs === 0 ? '' : ` for ${(lastsMs / 1000).toFixed(1)} s`}`);
  }

  /** @returns the moment, of `performance.now()` */
  healed(fault: StruckFault): number {
    fault.healedAt = this.#now();
    return performance.now();
  }

  recovered(fault: StruckFault, recovery: Recovery): void {
    const { number, name } = fault;
    if ('missing' in recovery) return this.note(`fault ${number}: NOT RECOVERED from ${name}: ${recovery.missing}`);
    fault.recoveredAt = this.#now();
    this.note(`fault ${number}: works again ${(recovery.ms / 1000).toFixed(1)} s after ${name}`);
  }

  told(fault: StruckFault, figures: Readonly<Record<string, number>>): void {
    fault.figures = figures;
    const said = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
    this.note(`fault ${fault.number}, ${fault.name}: ${said.join(', ')}`);
  }

  #now(): number {
    return Math.round((performance.now() - this.#began) / 100) / 10;
  }
}
