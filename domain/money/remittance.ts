/** Money out, one remittance at a time: the states it passes, the place where its fen lie in each, and who has the ball (财社〔2017〕144号). */
import type { Party } from '../procedures/procedure.ts';

export const REMITTANCE_STATES = [
  'planned',
  'appliedFor',
  'funded',
  'released',
  'sent',
  'confirmed',
  'bounced',
  'withdrawn',
] as const;
export type RemittanceState = (typeof REMITTANCE_STATES)[number];

export const MONEY_PLACES = [
  'incomeAccount',
  'fiscalAccount',
  'expenditureAccount',
  'inTransit',
  'counterpart',
] as const;
export type MoneyPlace = (typeof MONEY_PLACES)[number];

/** Where the money lies before anybody has moved it. Out of the income account goes only what was never ours to keep, before the sweep. */
export const REMITTANCE_SOURCES = ['fiscalAccount', 'incomeAccount'] as const;
export type RemittanceSource = (typeof REMITTANCE_SOURCES)[number];

export const REMITTANCE_LIMITS = [
  'remittanceWorkingDays',
  'financeBureauWorkingDays',
  'bankConfirmsWorkingDays',
] as const;
export type RemittanceLimit = (typeof REMITTANCE_LIMITS)[number];

interface StateRule {
  readonly next: readonly RemittanceState[];
  /** Nobody: it is over. */
  readonly ball: Extract<Party, 'own' | 'financeBureau' | 'bank'> | 'nobody';
  readonly limit?: RemittanceLimit;
}

export const REMITTANCE_RULES = {
  planned: { next: ['appliedFor', 'withdrawn'], ball: 'own', limit: 'remittanceWorkingDays' },
  appliedFor: { next: ['funded', 'withdrawn'], ball: 'financeBureau', limit: 'financeBureauWorkingDays' },
  funded: { next: ['released', 'withdrawn'], ball: 'own', limit: 'remittanceWorkingDays' },
  // Whoever finds an error between release and payment stops it alone: nothing leaves by that.
  released: { next: ['sent', 'withdrawn'], ball: 'own', limit: 'remittanceWorkingDays' },
  sent: { next: ['confirmed', 'bounced'], ball: 'bank', limit: 'bankConfirmsWorkingDays' },
  // The bank of the other side gives back days later what ours has long debited.
  confirmed: { next: ['bounced'], ball: 'nobody' },
  // It is paid anew by another remittance, which takes its place.
  bounced: { next: [], ball: 'own', limit: 'remittanceWorkingDays' },
  withdrawn: { next: [], ball: 'nobody' },
} as const satisfies Record<RemittanceState, StateRule>;

const ruleOf = (state: RemittanceState): StateRule => REMITTANCE_RULES[state];

export const mayBecome = (from: RemittanceState, to: RemittanceState): boolean => ruleOf(from).next.includes(to);
export const ballOf = (state: RemittanceState): StateRule['ball'] => ruleOf(state).ball;
export const limitOfState = (state: RemittanceState): RemittanceLimit | undefined => ruleOf(state).limit;

/** The money lies where it is paid from, and nobody pays it: it came back, or was withdrawn when the funds were there. */
export const mayBePaidAnew = (state: RemittanceState, place: MoneyPlace): boolean =>
  state === 'bounced' || (state === 'withdrawn' && (place === 'expenditureAccount' || place === 'incomeAccount'));

/** Money that lies where it is paid from needs no application: what is paid anew lies there, and what is returned before the sweep too. */
export const firstState = (source: RemittanceSource, replaces: boolean): RemittanceState =>
  replaces || source === 'incomeAccount' ? 'funded' : 'planned';

/** Where the fen lie. What is withdrawn stays where it lay. */
export function placeIn(state: Exclude<RemittanceState, 'withdrawn'>, source: RemittanceSource): MoneyPlace {
  switch (state) {
    case 'planned':
    case 'appliedFor':
      return source;
    case 'funded':
    case 'released':
    case 'bounced':
      return source === 'incomeAccount' ? 'incomeAccount' : 'expenditureAccount';
    case 'sent':
      return 'inTransit';
    case 'confirmed':
      return 'counterpart';
  }
}

/** What a person says of a remittance, and the state that it brings. Release is proposed apart; the rest says the bank. */
export const REMITTANCE_FACTS = {
  applied: 'appliedFor',
  funded: 'funded',
  sent: 'sent',
  withdrawn: 'withdrawn',
} as const satisfies Record<string, RemittanceState>;
export type RemittanceFactKind = keyof typeof REMITTANCE_FACTS;

/** Funds come for a month's plan; those of another month need a reason, for the bookkeeping and for whoever releases. */
export const isOfAnotherMonth = (plannedFor: string, fundedFor: string | null): boolean =>
  fundedFor !== null && fundedFor !== plannedFor;
