/** Liaison letter (联系函, 66号 Art. 8): asks the original place for the relation and the money. */
import type { LiaisonLetterData } from '../../../documents/kinds/liaison-letter.ts';
import { refuseDefects } from '../../../domain/errors.ts';
import type { Db } from '../../connection/connection.ts';
import { listBankAccounts } from '../../office/bank-accounts.ts';
import { areaCodeOf } from '../../office/office.ts';
import type { DocumentReader } from '../reading.ts';
import { addresseeDefects } from './addressee.ts';
import { readCaseFacts } from './case-facts.ts';
import { letterOf } from './letter-facts.ts';

/** @throws Refusal not-found; not-due (no such letter); invalid (no address) */
export const readLiaisonLetter: DocumentReader<LiaisonLetterData> = async (reading) => {
  const { tx, officeId } = reading;
  const facts = await readCaseFacts(reading);
  const { letter, earlier } = await letterOf(tx, facts, 'liaison');
  refuseDefects(addresseeDefects(facts.counterpart));
  return {
    number: letter.letterNo,
    data: {
      letterNo: letter.letterNo,
      typeName: facts.typeName,
      person: facts.person,
      agent: facts.agent,
      counterpart: facts.counterpart,
      areaCode: await areaCodeOf(tx, officeId),
      accounts: (await listBankAccounts(tx, officeId)).filter(({ onLetters }) => onLetters),
      contact: facts.sender ?? facts.steward,
      reviewedBy: await reviewerOf(tx, facts.transferId),
      earlier: earlier.map(({ letterNo, postedOn }) => ({ letterNo, postedOn: postedOn ?? '' })),
    },
  };
};

/** Who found the person eligible; null where an old ledger does not say. */
async function reviewerOf(tx: Db, transferId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('events')
    .innerJoin('staff', 'staff.id', 'events.by_staff_id')
    .select('staff.display_name')
    .where('transfer_id', '=', transferId)
    .where('kind', '=', 'reviewed')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.display_name ?? null;
}
