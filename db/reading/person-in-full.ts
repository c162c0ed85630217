/** The numbers of a person as they are, for who has work with them or gave a reason. Everybody else reads them masked. */
import { bornOnOf } from '../../domain/persons/resident-id.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

/** Undefined when the office has no such transfer. */
export async function readPersonInFull(db: Db, keyring: Keyring, officeId: string, transferId: string) {
  const row = await db
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .leftJoin('applications as a', 'a.case_id', 'c.id')
    .select(['p.id_number_sealed', 'p.phone_sealed', 'p.passport_of', 'p.birth_month', 'p.employer_phone_sealed'])
    .select(['a.case_id as application_case', 'a.old_id_number_sealed', 'a.agent_phone_sealed'])
    .select('a.employer_phone_sealed as said_employer_phone')
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) return undefined;
  const idNumber = keyring.openText(row.id_number_sealed);
  const employerPhone = row.application_case === null ? row.employer_phone_sealed : row.said_employer_phone;
  return {
    idNumber,
    mobile: keyring.openText(row.phone_sealed),
    // A passport tells no birthday; of what was said only the month is kept.
    born: (row.passport_of === null && idNumber !== null ? bornOnOf(idNumber) : null) ?? row.birth_month,
    oldIdNumber: keyring.openText(row.old_id_number_sealed),
    agentTelephone: keyring.openText(row.agent_phone_sealed),
    employerTelephone: keyring.openText(employerPhone),
  };
}
