/** Request for correction (更正请求): what is wrong with the other office's form, line by line. */
import type { CorrectionRequestData } from '../../../documents/kinds/correction-request.ts';
import { Refusal, refuseDefects } from '../../../domain/errors.ts';
import { isOpenDefect, type KeptFinding } from '../../../domain/forms/info-form-findings.ts';
import { listInfoForms } from '../../forms/list.ts';
import { areaCodeOf } from '../../office/office.ts';
import type { DocumentReader } from '../reading.ts';
import { addresseeDefects } from './addressee.ts';
import { readCaseFacts } from './case-facts.ts';
import { letterOf } from './letter-facts.ts';
import { whyOf } from './why.ts';

/** @throws Refusal not-found; not-due (no form was sent back); invalid (no address) */
export const readCorrectionRequest: DocumentReader<CorrectionRequestData> = async (reading) => {
  const { tx, keyring, officeId } = reading;
  const facts = await readCaseFacts(reading);
  const { letter } = await letterOf(tx, facts, 'correction');
  const form = (await listInfoForms(tx, keyring, facts.transferId)).findLast(({ state }) => state === 'sentBack');
  if (!form) throw new Refusal('not-due', 'No form of this transfer was sent back.');
  refuseDefects(addresseeDefects(facts.counterpart));
  return {
    number: letter.letterNo,
    data: {
      letterNo: letter.letterNo,
      typeName: facts.typeName,
      person: facts.person,
      counterpart: facts.counterpart,
      areaCode: await areaCodeOf(tx, officeId),
      contact: facts.sender ?? facts.steward,
      form: { formNo: form.formNo, receivedOn: form.receivedOn, totalFen: form.totalFen },
      why: await whyOf(reading, facts.transferId, 'sentBackToCounterpart'),
      findings: form.flags.filter(isForThem),
    },
  };
};

/** What cannot be, and what a person has to look at: what we only did not check is our own business. */
const isForThem = (finding: KeptFinding): boolean => isOpenDefect(finding) || finding.severity === 'flag';
