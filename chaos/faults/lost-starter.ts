/** As if the session of whoever started the office had died: the player dies with it, and both are started again by hand. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault, Ground } from './fault.ts';

const PATIENCE_MS = 240_000;
const AGAIN_MS = 2_000;

export const lostStarter: Fault = {
  name: 'starter',
  rhythm: 'rare',
  async strike(ground) {
    const { office, month } = ground;
    const pid = office.starterPid;
    await Promise.all([office.killStarter(), month.kill()]);
    await startedAgain(ground);
    month.goOn();
    return { what: `kill -9 starter (process ${pid ?? 'unknown'}), and started again` };
  },
};

/** Another fault may keep a part from starting until it is healed: whoever starts by hand tries again. */
async function startedAgain({ office, stop }: Ground): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; ; await delay(AGAIN_MS, undefined, { signal: stop })) {
    try {
      return await office.startAgain();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
