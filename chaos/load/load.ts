/** A load beside the month, of which every acknowledgement is remembered. */
import { setTimeout as delay } from 'node:timers/promises';
import { chanceOf } from '../chance.ts';
import { Memory } from './acknowledged.ts';
import { Counter } from './counter.ts';
import { OwnCases } from './own-cases.ts';
import { visit } from './visitor.ts';

export interface Load {
  readonly memory: Memory;
  /** At the same counter, for faults that need a case of their own. */
  readonly cases: OwnCases;
  /** No more visitors; fulfilled when those who are there have ended. @throws after `patienceMs` */
  finish(patienceMs: number): Promise<void>;
}

const AT_ONCE = 2;
const SAID_AGAIN = 30;

export function startLoad(url: () => string, seed: number, stopped: AbortSignal): Load {
  const memory = new Memory();
  const late = new AbortController();
  const stop = AbortSignal.any([stopped, late.signal]);
  const counter = new Counter(url, memory, stop);
  let nextNo = 1;
  let open = true;
  const running = Promise.all(Array.from({ length: AT_ONCE }, queue));
  // Whoever waits for the end is told; until then it is nobody's.
  running.catch(() => {});
  return {
    memory,
    cases: new OwnCases(counter, seed),
    async finish(patienceMs) {
      open = false;
      const timer = setTimeout(() => late.abort(new Error('the counter gave no answer any more')), patienceMs);
      await running.then(() => counter.sayAgain(SAID_AGAIN)).finally(() => clearTimeout(timer));
    },
  };

  async function queue(): Promise<void> {
    while (open) {
      const no = nextNo++;
      const chance = chanceOf(seed, no);
      const pause = () => delay(chance.between(50, 600), undefined, { signal: stop });
      await visit({ seed, no, counter, chance, pause });
      await pause();
    }
  }
}
