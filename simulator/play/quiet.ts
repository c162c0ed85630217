/** After the play: everything that was said has arrived, and the checker has looked since. */
import { setTimeout as delay } from 'node:timers/promises';
import { nextWeeklyMessages, type OfficeMs } from '../outside/office-time.ts';
import { operationsOf } from './progress.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 90_000;
/** An office minute in a second: time for the week's messages to go out on their Friday morning. */
const NOTICE_PACE = 60;
/** A leap passes over the moment for which a round sleeps; some seconds later it is woken. */
const STILL_MS = 5000;
const AFTER_MS = 5 * 60_000;

/** Fulfilled with the violations that are left when nothing moves any more. */
export async function untilQuiet(world: World, sendReceipts: () => Promise<void>): Promise<number> {
  const { clock, stop } = world;
  await leapTo(world, nextWeeklyMessages(await clock.now()) + AFTER_MS);
  await clock.steer(NOTICE_PACE);
  await messagesGone(world);
  await clock.steer(1);
  await sendReceipts();
  const since = Date.now();
  for (;;) {
    const { outboxWaiting, openWithoutStep, violations, checkedAt } = await operationsOf(world);
    const quiet = outboxWaiting === 0 && openWithoutStep === 0;
    const checked = checkedAt !== null && Date.parse(checkedAt) > since;
    if ((quiet && checked && violations === 0) || Date.now() - since > PATIENCE_MS) return violations;
    await delay(500, undefined, { signal: stop });
  }
}

async function leapTo({ clock, settings, stop }: World, moment: OfficeMs): Promise<void> {
  const { leap: most, cruise: pace } = settings;
  for (let left = moment - (await clock.now()); left > 0; left = moment - (await clock.now())) {
    await clock.leap(left, { most, pace, stop });
    await delay(50, undefined, { signal: stop });
  }
}

/** No message has come for a while. */
async function messagesGone({ story, stop }: World): Promise<void> {
  for (let count = -1; count !== story.messages.size;) {
    count = story.messages.size;
    await delay(STILL_MS, undefined, { signal: stop });
  }
}
