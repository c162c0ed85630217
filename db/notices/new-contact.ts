/** A number was corrected: the new one hears where it stands, the one before that it is none any more; neither learns whose it is. */
import type { Keyring } from '../connection/sealing.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { OFFICE_COLUMNS } from '../office/office.ts';
import { formerNumberNotice, personNotice, queueSms } from './deciding.ts';

interface NewContact {
  readonly was: string | null;
  readonly becomes: string | null;
}

/** Only by SMS: who stands at the counter knows it, and a stranger's landline is not called. */
export async function tellNewContact(
  ledger: TransferLedger,
  keyring: Keyring,
  { was, becomes }: NewContact,
): Promise<void> {
  const { tx, transfer, now } = ledger;
  const office = await tx
    .selectFrom('offices')
    .select(OFFICE_COLUMNS)
    .where('offices.id', '=', transfer.office_id)
    .executeTakeFirstOrThrow();
  const opening = { office, now, calendar: (await ledger.ruleBook()).calendar };
  const toNew = personNotice('contactChanged', becomes, opening);
  const notices = [toNew, ...formerNumberNotice(keyring, was, opening)]
    .filter(({ channel }) => channel === 'sms')
    // The event that was noted last tells one correction from the next.
    .map((one) => ({ ...one, key: `${one.kind}:${transfer.id}:${String(transfer.last_seq)}:${one.recipient}` }));
  queueSms(ledger, 'contact_told', ...notices);
}
