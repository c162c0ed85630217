/** A transfer-in that is booked, and the steps of one that was begun again. */
import { expect } from 'vitest';
import { aKey, type TestApi } from '../support/api.ts';
import { outHand } from './letters-in.ts';
import { letterArrives, postedLetter, sendLetter } from './posted-letter.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk } from './walk.ts';

export const TOTAL = 34_206_44;

/** The form and its money, as the bank brings it. */
export async function formAndMoney(api: TestApi, id: string, totalFen = TOTAL): Promise<void> {
  const the = walk(api.db, api.office, id);
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(totalFen) });
  await the.say(null, await agreeingMoney(api.db, api.office, id, totalFen), { by: { staffId: null, source: 'bank' } });
}

/** By three people. */
export async function fromEntryToBooking(api: TestApi, id: string): Promise<void> {
  const the = outHand(api, id);
  expect(await the.said('entryClerk', { kind: 'entered' })).toBe('secondReview');
  expect(await the.said('reviewer', { kind: 'secondReviewed', outcome: 'approved' })).toBe('booking');
  expect(await the.said('accountClerk', { kind: 'booked' })).toBeNull();
}

export async function completedIn(api: TestApi): Promise<string> {
  const id = await anAcceptedTransfer(api.db, api.office);
  const the = walk(api.db, api.office, id);
  await sendLetter(the);
  await letterArrives(the);
  await formAndMoney(api, id);
  await fromEntryToBooking(api, id);
  return id;
}

/** From the review to the letter that arrived. */
export async function letterOnceMore(api: TestApi, id: string): Promise<void> {
  const the = outHand(api, id);
  expect(await the.said('reviewer', { kind: 'reviewed', outcome: 'eligible' })).toBe('liaisonLetter');
  expect(await the.said('letterClerk', postedLetter())).toBe('delivery');
  expect(await the.said('letterClerk', { kind: 'letterDelivered' })).toBe('formAndFunds');
}

/** Asked for after the closing. */
export const after = (api: TestApi, id: string) => ({
  supplement: async (key = aKey(), body: object = {}) =>
    (await api.as('clerk')).post(`/transfers/${id}/supplements`, body, key),
  reopening: async (key = aKey(), note = '对方补发信息表') =>
    (await api.as('clerk')).post(`/transfers/${id}/reopening`, { note }, key),
  reversal: async (body: object = {}, key = aKey()) =>
    (await api.as('clerk')).post(`/transfers/${id}/reversal`, { note: '转错人', ...body }, key),
});

export const confirm = async (api: TestApi, who: 'reviewer' | 'reviewer2' | 'manager' | 'clerk', id: string) =>
  (await api.as(who)).post(`/approvals/${id}/confirmation`);

/** Reopened by two. @returns the linked transfer */
export async function reopened(api: TestApi, id: string): Promise<string> {
  const proposal = await after(api, id).reopening();
  expect([proposal.status, proposal.text]).toEqual([202, expect.any(String)]);
  const confirmed = await confirm(api, 'manager', proposal.body.id as string);
  expect([confirmed.status, confirmed.body.detail]).toEqual([200, undefined]);
  const { linked } = (await (await api.as('clerk')).get(`/transfers/${id}`)).body;
  return linked.items.at(-1).id as string;
}
