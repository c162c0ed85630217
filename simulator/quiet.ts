/** After the play: everything that was said has arrived, and the checker has looked since. */
import { setTimeout as delay } from 'node:timers/promises';
import { operationsOf } from './progress.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 90_000;

/** Fulfilled with the violations that are left when nothing moves any more. */
export async function untilQuiet(world: World, sendReceipts: () => Promise<void>): Promise<number> {
  const { clock, stop } = world;
  // A week of office time lets the last weekly notices go out; then the day stands nearly still.
  await clock.steer(NOTICE_PACE);
  const until = (await clock.now()) + 8 * 86_400_000;
  while ((await clock.now()) < until) await delay(200, undefined, { signal: stop });
  await clock.steer(1);
  await sendReceipts();
  const since = Date.now();
  for (;;) {
    const { outboxWaiting, openWithoutStep, violations, checkedAt } = await operationsOf(world);
    const quiet = outboxWaiting === 0 && openWithoutStep === 0;
    const checked = checkedAt !== null && Date.parse(checkedAt) > since;
    if ((quiet && checked && violations === 0) || Date.now() - since > PATIENCE_MS) return violations;
    await delay(1000, undefined, { signal: stop });
  }
}

const NOTICE_PACE = 60_000;
