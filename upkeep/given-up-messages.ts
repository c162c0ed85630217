/** What Temporal did not take as a message it may take as a look at the ledger; what it does not take either needs a person. */
import {
  askAboutDeadLetters,
  deadLetters,
  settleDeadLetters,
  type DeadLetters,
} from '../db/upkeep/given-up-messages.ts';
import { isRefusal, reasonOf } from '../relay/refusal.ts';
import { nudgeNotices, tellEnding } from '../relay/procedures.ts';
import { look, noted, type RepairDependencies } from './repair.ts';

/** Number of workflows that know again what they had missed. */
export async function passOnDeadLetters(dependencies: RepairDependencies): Promise<number> {
  const { db, events } = dependencies;
  let passedOn = 0;
  for (const letters of await deadLetters(db)) {
    try {
      await passOn(dependencies, letters);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      events.relayFailed({ count: letters.messageIds.length, reason: reasonOf(error) });
      await askAboutDeadLetters(db, letters);
      continue;
    }
    await settleDeadLetters(db, letters);
    if (letters.transferId) await noted(dependencies, letters.transferId, 'deadLetter', 'message was given up');
    passedOn += 1;
  }
  return passedOn;
}

async function passOn(
  { db, client }: RepairDependencies,
  { officeId, transferId, factSeq, closing }: DeadLetters,
): Promise<void> {
  if (!transferId) return nudgeNotices(client, officeId);
  if (!closing) return look({ db, client }, { id: transferId, factSeq });
  await tellEnding(client, { id: transferId, factSeq, closing });
}
