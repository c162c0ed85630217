/** Many statements that read one moment of the ledger, whatever is written meanwhile; nothing can be written through it. */
import type { Db, Tx } from './connection.ts';

export const inSnapshot = <Result>(db: Db, read: (tx: Tx) => Promise<Result>): Promise<Result> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
