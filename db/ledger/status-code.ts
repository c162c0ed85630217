import { randomBytes } from 'node:crypto';
import { statusCode } from '../../domain/ids.ts';
import type { TransferLedger } from './transfer-ledger.ts';

/** Under lock; the code before opens nothing from now on. */
export async function renewStatusCode({ tx, transfer }: TransferLedger): Promise<void> {
  const code = statusCode(randomBytes(13));
  await tx.updateTable('transfers').set({ status_code: code }).where('id', '=', transfer.id).execute();
}
