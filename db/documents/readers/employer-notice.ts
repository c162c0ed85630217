/** Notice to the employer (经办条例 Art. 16): how the transfer of one of its people ended, or where it stands. No amounts. */
import { refuseDefects } from '../../../domain/errors.ts';
import { maskResidentId } from '../../../domain/persons/resident-id.ts';
import type { Tx } from '../../connection/connection.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { readCaseFacts, type OfTransfer } from './case-facts.ts';
import { whereItStands } from './where-it-stands.ts';

/** @throws Refusal not-found, invalid (no employer is known) */
export async function readEmployerNotice(tx: Tx, keyring: Keyring, asked: OfTransfer) {
  const facts = await readCaseFacts(tx, keyring, asked);
  const employer = facts.employer?.trim() ?? '';
  const message = 'No employer of this person is recorded.';
  refuseDefects(employer === '' ? [{ field: 'employer', code: 'missing', message }] : []);
  return {
    day: facts.today,
    caseNo: facts.caseNo,
    typeName: facts.typeName,
    employer,
    person: { name: facts.person.name, idNumberMasked: maskResidentId(facts.person.idNumber) },
    counterpartName: facts.counterpart.name,
    acceptedOn: facts.acceptedOn,
    closedOn: facts.closedOn,
    closing: facts.closing,
    closingReason: facts.closingReason,
    stands: facts.closing === null ? await whereItStands(tx, facts) : null,
    contact: facts.steward,
  };
}
export type EmployerNoticeFacts = Awaited<ReturnType<typeof readEmployerNotice>>;
