/** Liaison letter (联系函, 66号 Art. 8): asks the original place for the relation and the money. */
import { refuseDefects } from '../../../domain/errors.ts';
import type { Tx } from '../../connection/connection.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { listBankAccounts } from '../../office/bank-accounts.ts';
import { areaCodeOf } from '../../office/office.ts';
import { addresseeDefects } from './addressee.ts';
import { readCaseFacts, type OfTransfer } from './case-facts.ts';
import { letterOf } from './letter-facts.ts';

/** @throws Refusal not-found, step-not-open, invalid (no address) */
export async function readLiaisonLetter(tx: Tx, keyring: Keyring, asked: OfTransfer) {
  const facts = await readCaseFacts(tx, keyring, asked);
  const { letter, earlier } = await letterOf(tx, facts, 'liaison');
  refuseDefects(addresseeDefects(facts.counterpart));
  return {
    areaCode: await areaCodeOf(tx, asked.officeId),
    accounts: await listBankAccounts(tx, asked.officeId),
    letterNo: letter.letterNo,
    day: letter.postedOn ?? facts.today,
    caseNo: facts.caseNo,
    typeName: facts.typeName,
    person: facts.person,
    agent: facts.agent,
    counterpart: facts.counterpart,
    contact: facts.sender ?? facts.steward,
    reviewedBy: await reviewerOf(tx, facts.transferId),
    earlier: earlier.map(({ letterNo, postedOn }) => ({ letterNo, postedOn: postedOn ?? '' })),
  };
}
export type LiaisonLetterFacts = Awaited<ReturnType<typeof readLiaisonLetter>>;

/** Who found the person eligible; null where an old ledger does not say. */
async function reviewerOf(tx: Tx, transferId: string): Promise<string | null> {
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
