/** Chaser (催办函): the letter has arrived, and the other office owes the form, the money or both. */
import { Refusal, refuseDefects } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Tx } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { sumFunds } from '../../procedure/form-against-money.ts';
import { addresseeDefects } from './addressee.ts';
import { readCaseFacts, type OfTransfer } from './case-facts.ts';
import { lettersSent } from './letter-facts.ts';
import { areaCodeOf } from '../../office/office.ts';

export type Owed = 'formAndMoney' | 'form' | 'money';

/** @throws Refusal not-found, step-not-open (nothing is owed), invalid (no address) */
export async function readChaser(tx: Tx, keyring: Keyring, asked: OfTransfer) {
  const facts = await readCaseFacts(tx, keyring, asked);
  const open = await owedStep(tx, facts.transferId);
  const letter = (await lettersSent(tx, facts.transferId)).at(-1);
  if (!open || !letter) throw new Refusal('step-not-open', 'Nothing is awaited from the other office now.');
  refuseDefects(addresseeDefects(facts.counterpart));
  return {
    areaCode: await areaCodeOf(tx, asked.officeId),
    day: facts.today,
    caseNo: facts.caseNo,
    typeName: facts.typeName,
    person: facts.person,
    counterpart: facts.counterpart,
    contact: facts.steward,
    letter,
    dueOn: open.dueOn,
    isOverdue: open.isOverdue,
    awaits: await awaitedOf(tx, facts.transferId),
    contacts: await contactsOf(tx, facts.transferId),
  };
}
export type ChaserFacts = Awaited<ReturnType<typeof readChaser>>;

/** The open step, when it is the other office that has the ball. */
async function owedStep(tx: Tx, transferId: string) {
  const open = await tx
    .selectFrom('steps')
    .select(['procedure', 'step', 'due_on', 'overdue_at'])
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const party = open && proceduresOf(tx).find(open.procedure)?.steps[open.step]?.party;
  return open && party === 'counterpart' ? { dueOn: open.due_on, isOverdue: open.overdue_at !== null } : undefined;
}

async function awaitedOf(tx: Tx, transferId: string): Promise<Owed> {
  const { total, matched, pending } = await sumFunds(tx, transferId);
  if (total === null) return matched + pending > 0 ? 'form' : 'formAndMoney';
  return 'money';
}

const LAST_CONTACTS = 5;

/** When they were asked before, the oldest first. */
async function contactsOf(tx: Tx, transferId: string): Promise<string[]> {
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
