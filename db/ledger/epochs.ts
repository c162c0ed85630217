/** Which ledger this is: the installed one, or the one that a restore made of it. Workflows carry the epoch they were started in. */
import type { Db } from '../connection/connection.ts';

export interface LedgerEpochs {
  readonly current: string;
  /** Of workflows that were started before they carried one. */
  readonly first: string;
}

export async function readEpochs(db: Db): Promise<LedgerEpochs> {
  const rows = await db.selectFrom('ledger_epochs').select('epoch').orderBy('no').execute();
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) throw new Error('the ledger has no epoch');
  return { current: last.epoch, first: first.epoch };
}

/** From here on, whatever runs was started for another ledger than this one. */
export async function beginEpoch(db: Db): Promise<void> {
  await db.insertInto('ledger_epochs').values({ why: 'restored' }).execute();
}
