import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ClockActivities } from '../activities/clocks.ts';
import { clocksSignal, type ClocksRef } from './messages.ts';

// What a clock does when it rings is done once by the ledger; the activity may be tried again, and one that died is not waited for.
const { attendClocks } = proxyActivities<ClockActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Attends the clocks of one kind of an office, which are rows: sleeps until the next one rings; never ends. */
export async function clockRounds({ officeId, kind }: ClocksRef): Promise<void> {
  let nudged = false;
  setHandler(clocksSignal, () => {
    nudged = true;
  });

  while (!workflowInfo().continueAsNewSuggested) {
    nudged = false;
    const { sleepMs } = await attendClocks({ officeId, kind });
    await condition(() => nudged, sleepMs);
  }
  await continueAsNew<typeof clockRounds>({ officeId, kind });
}
