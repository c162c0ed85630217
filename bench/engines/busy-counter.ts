/** A counter that never waits: at every call the next fact of a working office is said, on whichever transfer is ready for it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Said } from '../measuring/answers.ts';
import type { Counter } from './office-processes.ts';
import { acceptOne, applicationOf } from './applicants.ts';
import type { Reply } from './api-client.ts';
import { endStep, factOf } from './clerks.ts';
import { NO_MONEY, type Money } from './money.ts';
import type { OpenStep, Worklist } from './worklist.ts';

/** From the acceptance to the booking there are eleven requests. */
const REQUESTS = 11;
/** Longer than anybody waits at a counter. */
const UNANSWERED_MS = 10_000;

interface Ready {
  readonly open: OpenStep;
  /** What is to be matched, when the form is in and the money is not: the same one however often it is tried. */
  readonly money?: Money;
}

export class BusyCounter {
  readonly said: Said[] = [];
  /** From the moment at which a request should have been sent until the step that it opened was seen, in milliseconds. */
  readonly opened: number[] = [];
  readonly #office: Counter;
  readonly #list: Worklist;
  readonly #money: Money[];
  readonly #ready: Ready[] = [];
  /** When the fact was acknowledged of which the next step is not open yet; the oldest comes first. */
  readonly #unacted = new Map<string, number>();
  #calls = 0;
  #sent = 0;
  #serial: number;

  /** `serial`: the number of the next person who applies; nobody is accepted twice. */
  constructor(office: Counter, list: Worklist, money: Money[], serial = 0) {
    this.#serial = serial;
    this.#office = office;
    this.#list = list;
    this.#money = money;
  }

  /** Seconds since the oldest acknowledged fact that nobody has acted on. */
  lagSeconds(): number {
    const [oldest] = this.#unacted.values();
    return oldest === undefined ? 0 : (performance.now() - oldest) / 1000;
  }

  get serial(): number {
    return this.#serial;
  }

  /** Fulfilled when nobody waits for an answer or for a step any more, or ten seconds have passed. */
  async answered(): Promise<void> {
    for (let tenth = 0; tenth < 100 && (this.#unacted.size > 0 || this.said.length < this.#sent); tenth++)
      await delay(100);
  }

  /** A transfer that stands in one of the first steps, as those stand that were begun before the day. Nothing is measured yet: a refusal is repeated. */
  async standing(steps: number): Promise<void> {
    const no = this.#serial++;
    const transferId = await insist(() => acceptOne(this.#office.api, this.#token('clerk1'), no));
    let open = await this.#list.opened(transferId, 0);
    for (let ended = 0; ended < steps && open.step !== 'formAndFunds'; ended++) {
      const ending = open;
      await insist(() => endStep(this.#office, ending, NO_MONEY));
      open = await this.#list.opened(transferId, open.ordinal);
    }
    this.#ready.push({ open });
  }

  /** One of eleven is a new transfer; so is any for which nobody is ready. */
  next(dueAt: number): void {
    const ready = this.#calls++ % REQUESTS === 0 ? undefined : this.#ready.shift();
    if (!ready) this.#accept(dueAt);
    else if (ready.money) this.#match(dueAt, ready.open, ready.money);
    else this.#record(dueAt, ready.open);
  }

  #accept(dueAt: number): void {
    const no = this.#serial++;
    const sent = this.#send(dueAt, '/transfers', applicationOf(no), 'clerk1', `bench-accepted-${no}`);
    void sent.then((body) => {
      if (body) this.#waitFor(dueAt, (body as { transfer: { id: string } }).transfer.id, 0);
    });
  }

  #record(dueAt: number, open: OpenStep): void {
    const { transferId, ordinal, step, owner } = open;
    const path = `/transfers/${transferId}/facts`;
    void this.#send(dueAt, path, factOf(open), owner, `bench-${transferId}-${ordinal}`).then((body) => {
      if (!body) this.#ready.push({ open });
      else if (step === 'formAndFunds') this.#ready.push({ open, money: this.#someMoney() });
      else if (step !== 'booking') this.#waitFor(dueAt, transferId, ordinal);
    });
  }

  #someMoney(): Money {
    const money = this.#money.pop();
    if (!money) throw new Error('there is no money left to match');
    return money;
  }

  #match(dueAt: number, open: OpenStep, money: Money): void {
    const { transferId, ordinal } = open;
    const path = `/credits/${money.creditId}/matches`;
    const body = { partId: money.partId, decision: 'match', transferId };
    void this.#send(dueAt, path, body, 'finance1', `bench-money-${transferId}`).then((answer) => {
      if (answer) this.#waitFor(dueAt, transferId, ordinal);
      else this.#ready.push({ open, money });
    });
  }

  #waitFor(dueAt: number, transferId: string, ordinal: number): void {
    this.#unacted.set(transferId, performance.now());
    void this.#list.opened(transferId, ordinal).then((open) => {
      this.#unacted.delete(transferId);
      this.opened.push(performance.now() - dueAt);
      this.#ready.push({ open });
    });
  }

  /** The body of a 201; undefined when it was refused or not answered. */
  async #send(dueAt: number, path: string, body: object, who: string, key: string): Promise<unknown> {
    this.#sent += 1;
    const late = new Promise<Reply>((resolve) => {
      setTimeout(resolve, UNANSWERED_MS, { status: 0, body: undefined, retryAfter: undefined }).unref();
    });
    const asked = this.#office.api.post(path, body, { token: this.#token(who), key });
    const broken: Reply = { status: 0, body: undefined, retryAfter: undefined };
    const { status, retryAfter, body: told } = await Promise.race([asked.catch(() => broken), late]);
    this.said.push({ ms: performance.now() - dueAt, status, retryAfter });
    return status === 201 || status === 200 ? told : undefined;
  }

  #token(who: string): string {
    return this.#office.tokens.get(who)!;
  }
}

/** Every request has a key: the same words again are the same fact. */
async function insist<T>(work: () => Promise<T>, times = 5): Promise<T> {
  for (let time = 1; ; time++) {
    try {
      return await work();
    } catch (error) {
      if (time === times) throw error;
      await delay(1_000 * time);
    }
  }
}
