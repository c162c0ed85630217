import { sleep } from '@temporalio/workflow';

/** A wrong edit of the procedure: it waits a day before the review is opened. */
export async function transferIn(): Promise<string> {
  await sleep('1 day');
  return 'completed';
}
