import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { NoticeActivities } from '../activities/notices.ts';
import { noticesSignal, type OfficeRef } from './messages.ts';

// At most once per notice is the ledger's work; the activity may be tried again. A round whose worker died, or that never reached one
// because Temporal was taken away, is silent, and is not waited for until its time is over.
const { sendDueNotices } = proxyActivities<NoticeActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** After-care of an office: sends what is due to be told, in office hours, at once or in the weekly batch; never ends. */
export async function noticeRounds({ officeId }: OfficeRef): Promise<void> {
  let nudged = false;
  setHandler(noticesSignal, () => {
    nudged = true;
  });

  while (!workflowInfo().continueAsNewSuggested) {
    nudged = false;
    const { sleepMs } = await sendDueNotices({ officeId });
    await condition(() => nudged, sleepMs);
  }
  await continueAsNew<typeof noticeRounds>({ officeId });
}
