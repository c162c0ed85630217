/** The rules of the hand-written server that keeps the same promises: the procedure, what a fact must say, deadlines. */

export type Json = Record<string, unknown>;
/** By step: who has completed it. */
export type DoneBy = Readonly<Record<string, readonly string[]>>;

export interface Step {
  readonly role: string;
  readonly workingDays: number;
  readonly next: Readonly<Record<string, string | null>>;
  readonly apartFrom?: readonly string[];
}
export const STEPS: Readonly<Record<string, Step>> = {
  review: {
    role: 'reviewer',
    workingDays: 15,
    next: { 'reviewed eligible': 'liaisonLetter', 'reviewed refused': null },
  },
  liaisonLetter: { role: 'letterClerk', workingDays: 15, next: { letterSent: 'delivery' } },
  delivery: {
    role: 'letterClerk',
    workingDays: 10,
    next: { letterDelivered: 'formAndFunds', letterReturned: 'liaisonLetter', letterLost: 'liaisonLetter' },
  },
  formAndFunds: { role: 'clerk', workingDays: 15, next: { agreed: 'entry', returnedByCounterpart: 'liaisonLetter' } },
  entry: {
    role: 'entryClerk',
    workingDays: 15,
    next: { entered: 'secondReview', sentBackToCounterpart: 'liaisonLetter' },
  },
  secondReview: {
    role: 'reviewer',
    workingDays: 15,
    next: { 'secondReviewed approved': 'booking', 'secondReviewed sentBack': 'entry' },
    apartFrom: ['entry'],
  },
  booking: { role: 'accountClerk', workingDays: 15, next: { booked: null }, apartFrom: ['entry', 'secondReview'] },
};

export const matches = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value);
export const isUuid = matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const isCode = matches(/^[A-Z]\d{2}$/);
const isFen = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
type Check = (value: unknown) => boolean;
/** What each kind of fact must say. */
export const WORDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  reviewed: { outcome: matches(/^(eligible|refused)$/) },
  letterSent: { channel: matches(/^(ems|platform)$/) },
  letterDelivered: {},
  letterReturned: { reasonCode: isCode },
  letterLost: {},
  infoFormReceived: { form: isForm },
  returnedByCounterpart: { reasonCode: isCode },
  entered: {},
  sentBackToCounterpart: { reasonCode: isCode },
  secondReviewed: {
    outcome: matches(/^(approved|sentBack)$/),
    reasonCode: (value) => value === undefined || isCode(value),
  },
  booked: {},
};

export class Refusal extends Error {
  readonly status: number;
  readonly fields: readonly string[];
  constructor(status: number, type: string, fields: readonly string[] = []) {
    super(type);
    this.status = status;
    this.fields = fields;
  }
}

export function barred({ apartFrom = [] }: Step, doneBy: DoneBy): string[] {
  return apartFrom.flatMap((step) => doneBy[step] ?? []);
}

export function agreed(formFen: number | string | null, moneyFen: number | string | null): string | undefined {
  return formFen !== null && moneyFen !== null && Number(formFen) === Number(moneyFen) ? 'agreed' : undefined;
}

/** The day itself does not count; weekends and special days as the calendar has them. */
export function dueAfter(now: Date, workingDays: number, special: ReadonlyMap<string, boolean>): string {
  const day = new Date(`${dayOf(now)}T00:00:00Z`);
  for (let left = workingDays; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (special.get(day.toISOString().slice(0, 10)) ?? day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** In Shanghai. */
export function dayOf(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** @throws with every word that is wrong, missing or unknown */
export function refuseDefects(said: Json, words: Readonly<Record<string, Check>>, known = Object.keys(words)): void {
  const wrong = Object.keys(words).filter((word) => !words[word]!(said[word]));
  const unknown = Object.keys(said).filter((word) => !known.includes(word));
  if (wrong.length + unknown.length > 0) throw new Refusal(422, 'invalid-request', [...wrong, ...unknown]);
}

function isForm(value: unknown): boolean {
  const { years, totalFen, accountTotalFen, pooledFundFen } = (value ?? {}) as Json;
  if (![totalFen, accountTotalFen, pooledFundFen].every(isFen) || !Array.isArray(years)) return false;
  const addsUp = (accountTotalFen as number) + (pooledFundFen as number) === totalFen;
  return addsUp && (years as Json[]).every(({ months, baseFen }) => isFen(baseFen) && Number(months) <= 12);
}

export function isResidentId(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{17}[\dX]$/.test(value)) return false;
  const sum = [...value.slice(0, 17)].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return '10X98765432'[sum % 11] === value[17];
}
