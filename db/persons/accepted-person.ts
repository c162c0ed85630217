/** The person of a case that is accepted: the row that they have already, with what the counter saw today, or a new one. */
import type { Application } from '../../domain/persons/application.ts';
import { normalisePhone } from '../../domain/persons/phone.ts';
import type { Keyring } from '../connection/sealing.ts';
import { rarePart, type Change, type Part } from '../connection/statement-parts.ts';
import type { KnownPerson } from './known-person.ts';
import { sealedText } from './person-rows.ts';
import { newPerson, phoneHashRows } from './persons.ts';

interface Accepting {
  readonly officeId: string;
  readonly transferId: string;
  readonly byStaffId: string;
}

export interface AcceptedPerson {
  readonly id: string;
  readonly mobile: string | null;
  /** The number until today, where another was given. */
  readonly formerMobile: string | null;
  /** Parts of the statement that accepts the case. */
  readonly parts: readonly Part[];
}

export function acceptedPerson(
  keyring: Keyring,
  accepting: Accepting,
  { person, employer, agent }: Application,
  known: KnownPerson | undefined,
): AcceptedPerson {
  if (known) return knownAgain(keyring, accepting, person, known);
  // For the release before, which asks the person's row for them; ours asks what the case said.
  const contact = {
    employer: employer?.name ?? agent?.name ?? null,
    employerPhone: agent?.telephone ?? employer?.telephone ?? null,
  };
  const { id, parts } = newPerson(keyring, accepting.officeId, { ...person, ...contact });
  return { id, mobile: person.mobile ?? null, formerMobile: null, parts };
}

interface Seen {
  readonly mobile?: string | undefined;
  readonly address?: string | undefined;
}

/**
 * The clerk has the person and the ID at the counter: another mobile counts from today. The name stays until two people correct it. Employer
 * and agent are the case's own; what the row has of them belongs to cases of old ledgers, which said nothing themselves.
 */
function knownAgain(
  keyring: Keyring,
  { transferId, byStaffId }: Accepting,
  { mobile, address }: Seen,
  known: KnownPerson,
): AcceptedPerson {
  const { id } = known;
  const given = mobile ? normalisePhone(mobile) : known.mobile;
  const isNew = given !== known.mobile;
  const row: Change = (db) =>
    db
      .updateTable('persons')
      .set({
        ...(isNew && { phone_sealed: keyring.sealText(given) }),
        ...(address && { address_sealed: sealedText(keyring, address) }),
      })
      .where('id', '=', id);
  const changed: Change = (db) =>
    db.insertInto('person_changes').values({
      person_id: id,
      transfer_id: transferId,
      field: 'mobile',
      was_sealed: keyring.sealText(known.mobile),
      becomes_sealed: keyring.sealText(given),
      by_staff_id: byStaffId,
    });
  const parts = isNew || address ? [rarePart('person', row)] : [];
  if (isNew) parts.push(...phoneParts(keyring, id, given), rarePart('person_changed', changed));
  return { id, mobile: given, formerMobile: isNew ? known.mobile : null, parts };
}

/** In one statement nothing can be deleted and written again: what stands under the key of today is written over. */
function phoneParts(keyring: Keyring, personId: string, mobile: string | null): Part[] {
  const rows = phoneHashRows(keyring, personId, mobile);
  const today = rows[0]?.key_version ?? '';
  return [
    rarePart('person_forgotten', (db) =>
      db
        .deleteFrom('person_hashes')
        .where('person_id', '=', personId)
        .where('kind', 'in', ['phone', 'phoneLastFour'])
        .where('key_version', '<>', today),
    ),
    rarePart('person_found', (db) =>
      db
        .insertInto('person_hashes')
        .values(rows)
        .onConflict((oc) =>
          oc.columns(['person_id', 'kind', 'key_version']).doUpdateSet((eb) => ({ hash: eb.ref('excluded.hash') })),
        ),
    ),
  ];
}
