/** The letters of other regions in a month: who asks for whom, what becomes of it, and what the core system knows of the person. */
import { PRACTICE_OFFICE } from '../../domain/staff/practice.ts';
import { accountOf, type PlayedAccount } from '../core/accounts.ts';
import { draws } from '../outside/draws.ts';
import { at, workingDaysOf, type OfficeMs } from '../outside/office-time.ts';
import type { Counterpart } from './counterparts.ts';
import { personOf, type Person } from './people.ts';
import { isFinal, requestFateOf, type RequestFate } from './request-fate.ts';

export interface Request {
  readonly no: number;
  readonly person: Person;
  readonly sender: Counterpart;
  readonly letterNo: string;
  readonly fate: RequestFate;
}

interface RequestMonth {
  readonly seed: number;
  readonly from: string;
  readonly to: string;
}

/** The better letter after the one of this number went back. */
export const AGAIN = 100_000;
/** Nobody of them comes to our counter, too. */
const PERSONS_FROM = 300_000;

export class Requests {
  readonly #month: RequestMonth;
  readonly #offices: readonly Counterpart[];
  readonly #days: readonly string[];
  readonly #known = new Map<number, Request>();
  readonly #accounts = new Map<string, PlayedAccount | undefined>();

  constructor(month: RequestMonth, offices: readonly Counterpart[]) {
    this.#month = month;
    this.#offices = offices;
    this.#days = workingDaysOf(month.from, month.to);
  }

  get seed(): number {
    return this.#month.seed;
  }

  requestOf(no: number): Request {
    const known = this.#known.get(no);
    if (known) return known;
    const made = this.#make(no);
    this.#known.set(no, made);
    return made;
  }

  #make(no: number): Request {
    const { seed } = this.#month;
    const isAgain = no > AGAIN;
    const person = personOf(seed, PERSONS_FROM + (no % AGAIN));
    const sender = draws(seed, 'sender', no % AGAIN).pick('office', this.#offices);
    const letterNo = `${sender.areaCode}转${String(seed)}-${String(no).padStart(5, '0')}`;
    return { no, person, sender, letterNo, fate: requestFateOf(seed, no, isAgain) };
  }

  /** When the first letter comes; of those that come again what happened decides. */
  arrivesAt(no: number): OfficeMs {
    const draw = draws(this.seed, 'letter', no);
    return at(draw.pick('day', this.#days), draw.integer('minute', 9 * 60 + 5, 15 * 60 + 30));
  }

  /** Undefined: the core system knows nobody of that number. Of a year it always says the same. */
  accountOf(no: number, today: string): PlayedAccount | undefined {
    const { idNumber } = this.requestOf(no).person;
    const key = `${idNumber} ${today.slice(0, 4)}`;
    if (!this.#accounts.has(key)) this.#accounts.set(key, accountOf(idNumber, PRACTICE_OFFICE.areaCode, today));
    return this.#accounts.get(key);
  }

  /** Does another letter follow the one that went back for this? */
  comesAgain(no: number, reason: Parameters<typeof isFinal>[0]): boolean {
    return no < AGAIN && !isFinal(reason) && this.requestOf(no).fate.comesAgain;
  }
}
