import { sleep } from '@temporalio/workflow';

/** A wrong edit of the procedure: it waits a day before it hears of anything. */
export async function transfer(): Promise<string> {
  await sleep('1 day');
  return 'completed';
}
