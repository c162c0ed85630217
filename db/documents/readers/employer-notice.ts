/** Notice to the employer (经办条例 Art. 16): how the transfer of one of its people ended, or where it stands. No amounts. */
import type { EmployerNoticeData } from '../../../documents/kinds/employer-notice.ts';
import { refuseDefects } from '../../../domain/errors.ts';
import { maskResidentId } from '../../../domain/persons/resident-id.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { DocumentReader } from '../reading.ts';
import { readCaseFacts, type CaseFacts } from './case-facts.ts';
import { numberOfTransferDay } from './day-numbers.ts';

/** @throws Refusal not-found; invalid (no employer is known) */
export const readEmployerNotice: DocumentReader<EmployerNoticeData> = async (reading) => {
  const facts = await readCaseFacts(reading);
  const employer = facts.employer?.trim() ?? '';
  const message = 'No employer of this person is recorded.';
  refuseDefects(employer === '' ? [{ field: 'employer', code: 'noEmployer', message }] : []);
  return {
    number: await numberOfTransferDay(reading, { caseNo: facts.caseNo, kind: 'employerNotice', letters: 'DW' }),
    data: {
      caseNo: facts.caseNo,
      typeName: facts.typeName,
      employer,
      person: { name: facts.person.name, idNumberMasked: maskResidentId(facts.person.idNumber) },
      counterpartName: facts.counterpart.name,
      acceptedOn: facts.acceptedOn,
      closedOn: facts.closedOn,
      closing: facts.closing,
      closingReason: facts.closingReason,
      stands: await whereItStands(reading.tx, facts),
      contact: facts.steward,
    },
  };
};

/** The open step in the words for people outside, and its day; null between two steps, and once it is closed. */
async function whereItStands(tx: Db, { transferId, procedure }: CaseFacts) {
  const open = await tx
    .selectFrom('steps')
    .select(['step', 'due_on', 'provisional'])
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!open) return null;
  const words = proceduresOf(tx).find(procedure)?.words['zh-CN'];
  return { stepName: words?.stepsForPerson[open.step] ?? open.step, dueOn: open.due_on, provisional: open.provisional };
}
