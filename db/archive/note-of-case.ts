/** What happens to a case as a whole stands in the history of each of its transfers. */
import type { Tx } from '../connection/connection.ts';
import { appendEvent } from '../ledger/append-event.ts';
import type { NewText } from '../texts/sealed-texts.ts';

interface Noted {
  readonly kind: 'putInBox' | 'takenOutOfBox';
  readonly byStaffId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, NewText>>;
}

/** In the order of their ids, so that two who lock several never wait for each other. */
export async function noteOfCase(tx: Tx, caseId: string, noted: Noted): Promise<void> {
  const transfers = await tx.selectFrom('transfers').select('id').where('case_id', '=', caseId).orderBy('id').execute();
  for (const { id } of transfers) await appendEvent(tx, id, { ...noted, source: 'staff' });
}
