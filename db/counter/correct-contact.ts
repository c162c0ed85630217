/** A mobile or an address that was wrong, corrected by one clerk who saw the ID; the number before is told too. */
import { refuseDefects } from '../../domain/errors.ts';
import { tidyText } from '../../domain/folded-text.ts';
import { telephoneDefects } from '../../domain/persons/application.ts';
import { normalisePhone } from '../../domain/persons/phone.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { tellNewContact } from '../notices/new-contact.ts';
import { keepChange, type PersonChange } from '../persons/person-changes.ts';
import { writeAddress, writePhone } from '../persons/persons.ts';

export interface ContactCorrection {
  readonly officeId: string;
  readonly transferId: string;
  readonly byStaffId: string;
  /** Absent: stays; empty or null: there is none. */
  readonly mobile?: string | null | undefined;
  readonly address?: string | null | undefined;
}

/** Said again it changes nothing and is noted nowhere. @throws Refusal not-found, invalid */
export function correctContact(db: Db, keyring: Keyring, correction: ContactCorrection): Promise<void> {
  refuseDefects(telephoneDefects('mobile', correction.mobile));
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, correction.transferId, correction.officeId);
    const before = await lockContact(tx, keyring, ledger.transfer.person_id);
    const changes = changesOf(before, correction);
    if (changes.length === 0) return;
    for (const { field, was, becomes } of changes) {
      if (field === 'mobile') await writePhone(tx, keyring, ledger.transfer.person_id, becomes);
      else await writeAddress(tx, keyring, ledger.transfer.person_id, becomes);
      await keepChange(ledger, keyring, { field, was, becomes, byStaffId: correction.byStaffId });
    }
    const fields = changes.map(({ field }) => field);
    const { byStaffId } = correction;
    ledger.note({ kind: 'contactChanged', occurredAt: ledger.now, source: 'staff', byStaffId, payload: { fields } });
    const phone = changes.find(({ field }) => field === 'mobile');
    if (phone) await tellNewContact(ledger, keyring, phone);
    await ledger.write();
  });
}

async function lockContact(tx: Tx, keyring: Keyring, personId: string) {
  const row = await tx
    .selectFrom('persons')
    .select(['phone_sealed', 'address_sealed'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { mobile: keyring.openText(row.phone_sealed), address: keyring.openText(row.address_sealed) };
}

function changesOf(
  before: { readonly mobile: string | null; readonly address: string | null },
  { mobile, address }: ContactCorrection,
): PersonChange[] {
  const said = [
    { field: 'mobile', was: before.mobile, becomes: mobile && normalisePhone(mobile) },
    { field: 'address', was: before.address, becomes: address && tidyText(address) },
  ] as const;
  return said.flatMap(({ field, was, becomes }) =>
    becomes === undefined || (becomes || null) === was ? [] : [{ field, was, becomes: becomes || null }],
  );
}
