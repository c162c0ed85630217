/** What Temporal did not take as a message it may take as a look at the ledger; what it does not take either needs a person. */
import {
  askAboutGivenUp,
  givenUpMessages,
  settleGivenUp,
  type GivenUpMessages,
} from '../db/upkeep/given-up-messages.ts';
import { isRefusal, reasonOf } from '../relay/refusal.ts';
import { clockKindOf, nudgeClocks, nudgeNotices, tellEnding } from '../relay/procedures.ts';
import { look, noted, type RepairDependencies } from './repair.ts';

/** Number of workflows that know again what they had missed. */
export async function passOnGivenUp(dependencies: RepairDependencies): Promise<number> {
  const { db, events } = dependencies;
  let passedOn = 0;
  for (const messages of await givenUpMessages(db)) {
    try {
      await passOn(dependencies, messages);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      events.relayFailed({ count: messages.messageIds.length, reason: reasonOf(error) });
      await askAboutGivenUp(db, messages);
      continue;
    }
    await settleGivenUp(db, messages);
    if (messages.transferId) await noted(dependencies, messages.transferId, 'deadLetter', 'message was given up');
    passedOn += 1;
  }
  return passedOn;
}

async function passOn(
  { db, client }: RepairDependencies,
  { officeId, transferId, factSeq, closing, topic, payload }: GivenUpMessages,
): Promise<void> {
  if (topic === 'clocks') return nudgeClocks(client, { officeId, kind: clockKindOf({ payload }) });
  if (!transferId) return nudgeNotices(client, officeId);
  if (!closing) return look({ db, client }, { id: transferId, factSeq });
  await tellEnding(client, { id: transferId, factSeq, closing });
}
