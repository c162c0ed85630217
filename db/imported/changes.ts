/** A later row of an old ledger about a transfer that is here already: newer facts are appended as facts, nothing is rewritten. */
import { sql } from 'kysely';
import { lastFourDigits, normalisePhone } from '../../domain/persons/phone.ts';
import type { Step } from '../../domain/procedures/steps.ts';
import type { Tx } from '../connection/connection.ts';
import type { PersonData } from '../counter/persons.ts';
import type { Keyring } from '../connection/sealing.ts';
import { openStepIn } from '../procedure/steps.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface StandingStep {
  readonly ordinal: number;
  readonly step: string;
  readonly attempt: number;
  /** Null while it is open. */
  readonly outcome: string | null;
}

/** The last step that was opened. */
export async function lastStep(tx: Tx, transferId: string): Promise<StandingStep | undefined> {
  return tx
    .selectFrom('steps')
    .select(['ordinal', 'step', 'attempt', 'outcome'])
    .where('transfer_id', '=', transferId)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst();
}

export async function openNext(
  tx: Tx,
  transferId: string,
  next: { ordinal: number; step: Step; attempt: number },
): Promise<void> {
  const ledger = await TransferLedger.open(tx, transferId);
  await openStepIn(ledger, { transferId, ...next }, 'import');
  await ledger.write();
}

/** Was such a fact recorded here on that day already, by whomever? */
export async function isRecorded(tx: Tx, transferId: string, kind: string, on: string): Promise<boolean> {
  const { rows } = await sql`select 1 from events where transfer_id = ${transferId} and kind = ${kind}
    and office_date(occurred_at) = ${on}::date and corrects_seq is null limit 1`.execute(tx);
  return rows.length > 0;
}

/** How the person can be reached may change; who it is may not. */
export async function updateContact(tx: Tx, keyring: Keyring, transferId: string, person: PersonData): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`update persons set phone_sealed = ${keyring.sealText(person.mobile && normalisePhone(person.mobile))},
      employer_sealed = ${keyring.sealText(person.employer)}, employer_phone_sealed = ${keyring.sealText(person.employerPhone)}
    where id = (select person_id from cases join transfers on transfers.case_id = cases.id where transfers.id = ${transferId})
    returning id`.execute(tx);
  const personId = rows[0]!.id;
  await sql`delete from person_hashes where person_id = ${personId} and kind in ('phone', 'phoneLastFour')`.execute(tx);
  if (!person.mobile) return;
  const hashes = [
    { kind: 'phone', ...keyring.hash('phone', normalisePhone(person.mobile)) },
    { kind: 'phoneLastFour', ...keyring.hash('phoneLastFour', lastFourDigits(person.mobile)) },
  ];
  await tx
    .insertInto('person_hashes')
    .values(hashes.map(({ kind, keyVersion, hash }) => ({ person_id: personId, kind, key_version: keyVersion, hash })))
    .execute();
}
