import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { playMonth } from '../../chaos/month.ts';
import { startOffice } from '../../chaos/office.ts';
import { runningPart } from '../../chaos/parts.ts';
import { processMemoryBytes } from '../measuring/cpu.ts';
import { slope } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';

const WATCHED = ['api', 'worker'] as const;
/** Until caches and pools are full, and the compiler has seen everything. */
const WARM_SHARE = 1 / 3;

export const question: Question = {
  id: 'memory',
  question:
    'memory of API and worker while a busy month is played for half an hour: growth after the first ten minutes',
  against: '–',
  goal: { api: atMost(60, 'MiB/h'), worker: atMost(60, 'MiB/h') },
  onlyWhenNamed: true,
  async run(context) {
    const minutes = context.size(30, 1.5);
    const office = await startOffice(join(context.folder, 'office'));
    context.atEnd(() => office.stop());
    // More than can be played in that time: the clock is held back, and the office is never out of work.
    const month = playMonth(office, { seed: 1, transfers: 6_000 });
    context.atEnd(() => month.kill());
    const seen = { api: [] as [number, number][], worker: [] as [number, number][] };
    const began = performance.now();
    const hours = (): number => (performance.now() - began) / 3_600_000;
    for (let told = 0; hours() * 60 < minutes;) {
      for (const part of WATCHED) {
        const pid = runningPart(office.dataDir, part)?.pid;
        if (pid === undefined) throw new Error(`${part} is away`);
        seen[part].push([hours(), processMemoryBytes(pid) / 2 ** 20]);
      }
      if (Math.floor(hours() * 60) > told) {
        told = Math.floor(hours() * 60);
        context.say(
          `  ${told} minutes: ${WATCHED.map((part) => `${part} ${seen[part].at(-1)![1].toFixed(0)} MiB`).join(', ')}`,
        );
      }
      await delay(5_000);
    }
    const later = WATCHED.map((part) => seen[part].slice(Math.floor(seen[part].length * WARM_SHARE)));
    return {
      measures: Object.fromEntries(WATCHED.map((part, at) => [part, [slope(later[at]!)]])),
      figures: WATCHED.flatMap((part, at) => [
        { name: `${part}, at the beginning`, unit: 'MiB', values: [seen[part][0]![1]] },
        { name: `${part}, after warming up`, unit: 'MiB', values: [later[at]![0]![1]] },
        { name: `${part}, at the end`, unit: 'MiB', values: [later[at]!.at(-1)![1]] },
      ]),
      remarks: [`${minutes} minutes, a look every five seconds; the slope is that of the least squares`],
    };
  },
};
