/** Remittance slip (基金划转单): what is to leave now, else what left last. */
import type { RemittanceSlipData } from '../../../documents/kinds/remittance-slip.ts';
import { Refusal } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Db } from '../../connection/connection.ts';
import { paymentFen } from '../../ledger/paid-out.ts';
import { readAgencyAccount } from '../../office/counterparts.ts';
import { areaCodeOf } from '../../office/office.ts';
import { readOurAnswer, type OurAnswer } from '../../reading/our-answer.ts';
import type { DocumentReader } from '../reading.ts';
import { readCaseFacts } from './case-facts.ts';
import { letterThatCame } from './letter-that-came.ts';

/** @throws Refusal not-found; not-due (no form was made out, or nothing is to be paid) */
export const readRemittanceSlip: DocumentReader<RemittanceSlipData> = async (reading) => {
  const { tx, keyring, officeId, today } = reading;
  const facts = await readCaseFacts(reading);
  const { transferId, counterpart } = facts;
  const letter = await letterThatCame(tx, facts);
  const answer = await readOurAnswer(tx, transferId);
  const payment = answer && (await paymentOf(tx, transferId, answer));
  if (!answer || !payment) throw new Refusal('not-due', 'Nothing is to be paid, and nothing was.');
  const { ordinal, ...paid } = payment;
  return {
    number: `${facts.caseNo}-HK${ordinal > 1 ? String(ordinal) : ''}`,
    data: {
      caseNo: facts.caseNo,
      typeName: facts.typeName,
      person: facts.person,
      counterpart,
      areaCode: await areaCodeOf(tx, officeId),
      contact: facts.steward,
      letter,
      account: (await readAgencyAccount(tx, keyring, counterpart.areaCode, today)) ?? null,
      form: {
        formNo: answer.formNo ?? '',
        accountTotalFen: answer.accountTotalFen,
        pooledFundFen: answer.pooledFundFen,
        totalFen: answer.totalFen,
      },
      ...paid,
    },
  };
};

type Payment = Pick<RemittanceSlipData, 'beforeFen' | 'amountFen' | 'sentOn'> & {
  /** Which of the transfer it is: after a dispute what lacks leaves as another. */
  readonly ordinal: number;
};

/** Null where the form leaves nothing to pay and nothing has left. */
async function paymentOf(tx: Db, transferId: string, { dueFen, sentFen }: OurAnswer): Promise<Payment | null> {
  const sent = await tx
    .selectFrom('events')
    .select(['occurred_at', paymentFen.as('fen')])
    .where('transfer_id', '=', transferId)
    .where('kind', '=', 'fundSent')
    .orderBy('seq')
    .execute();
  if (dueFen > 0) return { ordinal: sent.length + 1, beforeFen: sentFen, amountFen: dueFen, sentOn: null };
  const last = sent.at(-1);
  if (!last) return null;
  const amountFen = last.fen ?? 0;
  return { ordinal: sent.length, beforeFen: sentFen - amountFen, amountFen, sentOn: dateOf(last.occurred_at) };
}
