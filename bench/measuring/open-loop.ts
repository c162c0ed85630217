/** So many a second, whether the earlier ones are done or not: who comes to a counter does not wait until the last one has left. */
import { setTimeout as delay } from 'node:timers/promises';

/** Begins `perSecond` pieces of work for so long; `dueAt` is the moment at which each should have begun, from which its wait counts. */
export async function openLoop(
  perSecond: number,
  seconds: number,
  begin: (dueAt: number) => void,
  isOver: () => boolean = () => false,
): Promise<void> {
  const from = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let no = 0; no < total && !isOver();) {
    const due = Math.min(total, Math.floor(((performance.now() - from) / 1000) * perSecond) + 1);
    for (; no < due; no++) begin(from + (no * 1000) / perSecond);
    await delay(2);
  }
}
