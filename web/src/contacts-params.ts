/** What stands behind the question mark of the page of contacts. Pure. */
import type { Schemas } from './api/types.ts';
import { isMonth } from './format/month.ts';
import { oneOf, type Every, type Raw } from './search-values.ts';

export interface ContactsSearch {
  readonly month?: string;
  readonly topic?: string;
  /** What a number of the month counts. */
  readonly figure?: Schemas['ContactFigure'];
  /** Promises that were due in the month, in place of talks; all: whatever became of them. */
  readonly promises?: Schemas['PromiseState'] | 'all';
}

const CONTACT_FIGURES: Every<Schemas['ContactFigure']> = {
  contacts: true,
  consultations: true,
  business: true,
  toSolve: true,
  solvedAtOnce: true,
};
const PROMISE_STATES: Every<Schemas['PromiseState'] | 'all'> = { open: true, kept: true, broken: true, all: true };
const TOPIC = /^[a-z][A-Za-z]{1,39}$/;

export function contactsSearch({ month, topic, figure, promises }: Raw): ContactsSearch {
  const counted = oneOf(CONTACT_FIGURES, figure);
  const state = oneOf(PROMISE_STATES, promises);
  return {
    ...(isMonth(month) && { month }),
    ...(typeof topic === 'string' && TOPIC.test(topic) && { topic }),
    ...(counted && { figure: counted }),
    ...(state && { promises: state }),
  };
}
