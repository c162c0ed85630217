/** Return of a letter (退回函): why it is not answered. */
import type { LetterReturnData } from '../../../documents/kinds/letter-return.ts';
import { Refusal, refuseDefects } from '../../../domain/errors.ts';
import { areaCodeOf } from '../../office/office.ts';
import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader } from '../reading.ts';
import { addresseeDefects } from './addressee.ts';
import { readCaseFacts } from './case-facts.ts';
import { letterThatCame } from './letter-that-came.ts';
import { whyOf } from './why.ts';

/** @throws Refusal not-found; not-due (its letter did not go back); invalid (no address) */
export const readLetterReturn: DocumentReader<LetterReturnData> = async (reading) => {
  const { tx, officeId } = reading;
  const facts = await readCaseFacts(reading);
  const { transferId } = facts;
  const letter = await letterThatCame(tx, facts);
  const why = await whyOf(reading, transferId, 'letterSentBack');
  if (!why) throw new Refusal('not-due', 'The letter of this transfer did not go back.');
  refuseDefects(addresseeDefects(facts.counterpart));
  return {
    number: await numberOfTransfer(tx, { transferId, kind: 'letterReturn', letters: 'TH' }),
    data: {
      caseNo: facts.caseNo,
      typeName: facts.typeName,
      person: facts.person,
      counterpart: facts.counterpart,
      areaCode: await areaCodeOf(tx, officeId),
      contact: facts.steward,
      letter,
      why,
    },
  };
};
