/** From the counter to the desks at the end: a form of the other office and its money are here. */
import type { InfoFormDetail } from '../../domain/facts/new-fact.ts';
import type { TestApi } from '../support/api.ts';
import { letterArrives, sendLetter } from './posted-letter.ts';
import { agreeingMoney, anAcceptedTransfer, aResidentId, walk } from './walk.ts';

interface Come {
  readonly api: Pick<TestApi, 'db' | 'office'>;
  readonly name: string;
}

/** The letter is there, and nothing has come yet. */
export async function letterIsThere({ api: { db, office }, name }: Come): Promise<string> {
  const person = { name, idNumber: aResidentId(), mobile: '13900000000' };
  const id = await anAcceptedTransfer(db, office, { person });
  const the = walk(db, office, id);
  await sendLetter(the);
  await letterArrives(the);
  return id;
}

export async function moneyIsHere(come: Come, totalFen: number): Promise<string> {
  const id = await letterIsThere(come);
  const { db, office } = come.api;
  await walk(db, office, id).say(null, await agreeingMoney(db, office, id, totalFen));
  return id;
}

export async function toBeEntered(come: Come, form: InfoFormDetail): Promise<string> {
  const id = await moneyIsHere(come, form.totalFen);
  await walk(come.api.db, come.api.office, id).say('clerk', { kind: 'infoFormReceived', form });
  return id;
}

export async function toBeReviewed(come: Come, form: InfoFormDetail): Promise<string> {
  const id = await toBeEntered(come, form);
  await walk(come.api.db, come.api.office, id).say('entryClerk', { kind: 'entered' });
  return id;
}
