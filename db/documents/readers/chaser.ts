/** Chaser (催办函): the letter has arrived, and the other office owes the form, the money or both. */
import type { ChaserData } from '../../../documents/kinds/chaser.ts';
import { Refusal, refuseDefects } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import { areaCodeOf } from '../../office/office.ts';
import { sumFunds } from '../../procedure/form-against-money.ts';
import type { DocumentReader } from '../reading.ts';
import { addresseeDefects } from './addressee.ts';
import { readCaseFacts } from './case-facts.ts';
import { numberOfTransferDay } from './day-numbers.ts';
import { lettersSent } from './letter-facts.ts';

/** @throws Refusal not-found; not-due (nothing is owed); invalid (no address) */
export const readChaser: DocumentReader<ChaserData> = async (reading) => {
  const { tx, officeId } = reading;
  const facts = await readCaseFacts(reading);
  const owed = await owedStep(tx, facts.transferId);
  const letter = (await lettersSent(tx, facts.transferId)).at(-1);
  if (!owed || !letter) throw new Refusal('not-due', 'Nothing is awaited from the other office now.');
  refuseDefects(addresseeDefects(facts.counterpart));
  return {
    number: await numberOfTransferDay(reading, { caseNo: facts.caseNo, kind: 'chaser', letters: 'CB' }),
    data: {
      ...owed,
      letter,
      typeName: facts.typeName,
      person: facts.person,
      counterpart: facts.counterpart,
      areaCode: await areaCodeOf(tx, officeId),
      contact: facts.steward,
      awaits: await awaitedOf(tx, facts.transferId),
      contacts: await contactsOf(tx, facts.transferId),
    },
  };
};

/** The open step, when it is the other office that has the ball. */
async function owedStep(tx: Db, transferId: string) {
  const open = await tx
    .selectFrom('steps')
    .select(['procedure', 'step', 'due_on', 'overdue_at'])
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const party = open && proceduresOf(tx).find(open.procedure)?.steps[open.step]?.party;
  return open && party === 'counterpart' ? { dueOn: open.due_on, isOverdue: open.overdue_at !== null } : undefined;
}

async function awaitedOf(tx: Db, transferId: string): Promise<ChaserData['awaits']> {
  const { total, matched, pending } = await sumFunds(tx, transferId);
  if (total === null) return matched + pending > 0 ? 'form' : 'formAndMoney';
  return 'money';
}

const LAST_CONTACTS = 5;

/** When they were asked before, the oldest first. */
async function contactsOf(tx: Db, transferId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('events')
    .select('occurred_at')
    .where('transfer_id', '=', transferId)
    .where('kind', '=', 'counterpartContacted')
    .orderBy('seq', 'desc')
    .limit(LAST_CONTACTS)
    .execute();
  return rows.map((row) => dateOf(row.occurred_at)).reverse();
}
