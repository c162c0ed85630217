/** A process that has too little memory ends in the middle of whatever it does, again and again, until it has enough. */
import { PROGRAMS } from '../variables.ts';
import type { Fault } from './fault.ts';
import { isBack, killed } from './lost-part.ts';

export const heapLimit: Fault = {
  name: 'heap-limit',
  rhythm: 'seldom',
  lastsMs: [8_000, 20_000],
  async strike(ground, chance) {
    const program = PROGRAMS[chance.integer(0, 1)]!;
    // The smaller ones die while they start, the larger ones at work.
    const mebibytes = chance.integer(24, 64);
    const lift = ground.variables.give(program, { NODE_OPTIONS: `--max-old-space-size=${mebibytes}` });
    let was = await killed(ground, program);
    return {
      what: `kill -9 ${program} (process ${was.pid}), to start with ${mebibytes} MiB`,
      async heal() {
        lift();
        // One that just manages has its limit until its next start.
        was = await killed(ground, program);
      },
      isBack: () => isBack(ground, program, was),
    };
  },
};
