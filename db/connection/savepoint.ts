import { sql } from 'kysely';
import type { Tx } from './connection.ts';

/** What fails is taken back, and what the transaction did before it stays. Not one within another. */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx);
  try {
    return await work();
  } catch (error) {
    // A lost connection has taken back everything already; its own error is the one to tell.
    await sql`rollback to savepoint part`.execute(tx).catch(() => undefined);
    throw error;
  } finally {
    await sql`release savepoint part`.execute(tx).catch(() => undefined);
  }
}
