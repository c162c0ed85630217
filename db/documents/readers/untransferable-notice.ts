/** Notice of what cannot move (不予转移告知书): to the person, within ten working days of the letter. */
import type { UntransferableNoticeData } from '../../../documents/kinds/untransferable-notice.ts';
import { Refusal } from '../../../domain/errors.ts';
import { readContributionsOf } from '../../contributions/of-transfer.ts';
import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader } from '../reading.ts';
import { readCaseFacts } from './case-facts.ts';
import { letterThatCame } from './letter-that-came.ts';
import { whyOf } from './why.ts';

/** @throws Refusal not-found; not-due (everything moves, or nobody has checked the letter) */
export const readUntransferableNotice: DocumentReader<UntransferableNoticeData> = async (reading) => {
  const { tx, keyring, officeId, today } = reading;
  const facts = await readCaseFacts(reading);
  const { transferId } = facts;
  const { arrivedOn } = await letterThatCame(tx, facts);
  const why = await whyOf(reading, transferId, 'letterChecked');
  if (!why || why.words === '') throw new Refusal('not-due', 'Nobody has said that something of it stays here.');
  const account = await readContributionsOf(tx, keyring, officeId, transferId, { transferredOn: today });
  return {
    number: await numberOfTransfer(tx, { transferId, kind: 'untransferableNotice', letters: 'BZ' }),
    data: {
      caseNo: facts.caseNo,
      person: facts.person,
      counterpartName: facts.counterpart.name,
      arrivedOn,
      why,
      staying: (account?.notTransferable ?? []).map(({ paidOn, months, paidFen, reasons }) => ({
        paidOn,
        months,
        paidFen,
        reasons: [...reasons],
      })),
      contact: facts.steward,
    },
  };
};
