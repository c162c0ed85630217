/** What was changed of a person, before and after, sealed: a correction is never the end of what was. */
import type { Keyring } from '../connection/sealing.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface PersonChange {
  readonly field: 'mobile' | 'address' | 'name' | 'idNumber' | 'person';
  readonly was: string | null;
  readonly becomes: string | null;
}

export async function keepChange(
  { tx, transfer }: TransferLedger,
  keyring: Keyring,
  change: PersonChange & { readonly byStaffId: string; readonly confirmedBy?: string },
): Promise<void> {
  await tx
    .insertInto('person_changes')
    .values({
      person_id: transfer.person_id,
      transfer_id: transfer.id,
      field: change.field,
      was_sealed: keyring.sealText(change.was),
      becomes_sealed: keyring.sealText(change.becomes),
      by_staff_id: change.byStaffId,
      confirmed_by: change.confirmedBy ?? null,
    })
    .execute();
}
