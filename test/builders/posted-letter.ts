import type { Walk } from './walk.ts';

let last = 7_100_000_000_000;

/** A letter by mail, under a number that no other letter has. */
export const postedLetter = (more: { readonly postedOn?: string } = {}) =>
  ({ kind: 'letterSent', channel: 'ems', waybill: String(++last), ...more }) as const;

/** Reviewed, and its letter is to be sent. */
export async function letterIsToBeSent(the: Walk): Promise<void> {
  await the.open('review');
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.open('liaisonLetter');
}

/** From the counter to the letter that is under way. */
export async function sendLetter(the: Walk): Promise<void> {
  await letterIsToBeSent(the);
  await the.say('letterClerk', postedLetter());
}

/** It has arrived: form and money are awaited. */
export async function letterArrives(the: Walk): Promise<void> {
  await the.open('delivery');
  await the.say(null, { kind: 'letterDelivered' });
  await the.open('formAndFunds');
}
