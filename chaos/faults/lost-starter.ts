/** As if the session of whoever started the office had died: the player dies with it, and both are started again by hand. */
import type { Fault } from './fault.ts';

export const lostStarter: Fault = {
  name: 'starter',
  rhythm: 'rare',
  async strike({ office, month }) {
    const pid = office.starterPid;
    await Promise.all([office.killStarter(), month.kill()]);
    await office.startAgain();
    month.goOn();
    return { what: `kill -9 starter (process ${pid ?? 'unknown'}), and started again` };
  },
};
