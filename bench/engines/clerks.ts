/** Clerks who work off the worklist of an office: whoever owns the open step says the fact that ends it. */
import pg from 'pg';
import { aForm } from '../../simulator/plan/sample-form.ts';
import type { BenchOffice } from './office-processes.ts';
import { acceptOne } from './applicants.ts';
import type { Reply } from './api-client.ts';

export interface OpenStep {
  readonly transferId: string;
  readonly ordinal: number;
  readonly step: string;
  readonly owner: string;
}

/** One look for everybody who waits: the list that a console would show, at the price of one look-up each. */
const OPEN = {
  name: 'open-steps',
  text: `select transfer_id as "transferId", ordinal, step, username as owner
    from steps join staff on staff.id = owner_id where closed_at is null and transfer_id = any($1::uuid[])`,
};

/** Those who have waited longest: a look stays short when many wait. */
const AT_A_LOOK = 500;

export class Worklist {
  readonly #pool: pg.Pool;
  readonly #everyMs: number;
  readonly #waiting = new Map<string, { after: number; resolve: (open: OpenStep) => void }>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(databaseUrl: string, everyMs: number) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    this.#everyMs = everyMs;
  }

  /** Those who wait for a step. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** The first step of the transfer that is open and has a higher ordinal. */
  opened(transferId: string, after: number): Promise<OpenStep> {
    return new Promise((resolve) => {
      this.#waiting.set(transferId, { after, resolve });
      this.#timer ??= setTimeout(() => this.#lookAgain(), this.#everyMs);
    });
  }

  /** Whoever stops the list in the middle of a look wants nothing more of it. */
  #lookAgain(): void {
    this.#look().catch((error: unknown) => {
      if (!this.#stopped) throw error;
    });
  }

  async #look(): Promise<void> {
    if (this.#stopped) return;
    const { rows } = await this.#pool.query<OpenStep>({
      ...OPEN,
      values: [[...this.#waiting.keys()].slice(0, AT_A_LOOK)],
    });
    for (const open of rows) {
      const found = this.#waiting.get(open.transferId);
      if (!found || open.ordinal <= found.after) continue;
      this.#waiting.delete(open.transferId);
      found.resolve(open);
    }
    if (this.#stopped) return;
    this.#timer = this.#waiting.size > 0 ? setTimeout(() => this.#lookAgain(), this.#everyMs) : undefined;
  }

  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#pool.end();
  }
}

const FORM_FEN = 3_420_644;
const FORM = aForm(FORM_FEN);

/** Money that has arrived and waits in suspense until finance says whose it is. */
export interface Money {
  readonly creditId: string;
  readonly partId: string;
}

/** The fact that ends a step, in the nine steps of a transfer whose entry is sent back once. */
export function factOf({ step, ordinal }: OpenStep): object {
  switch (step) {
    case 'review':
      return { kind: 'reviewed', outcome: 'eligible' };
    case 'liaisonLetter':
      return { kind: 'letterSent', channel: 'platform' };
    case 'delivery':
      return { kind: 'letterDelivered' };
    case 'formAndFunds':
      return { kind: 'infoFormReceived', form: FORM };
    case 'entry':
      return { kind: 'entered' };
    case 'secondReview':
      return ordinal < 7
        ? { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: 'S01' }
        : { kind: 'secondReviewed', outcome: 'approved' };
    case 'booking':
      return { kind: 'booked' };
    default:
      throw new Error(`nobody here ends ${step}`);
  }
}

/** From the counter to the booking; eleven requests, nine steps. Gives back the transfer's id. */
export async function walkTransfer(office: BenchOffice, list: Worklist, no: number, money: Money): Promise<string> {
  const transferId = await acceptOne(office.api, office.tokens.get('clerk1')!, no);
  for (let ordinal = 0; ; ordinal++) {
    const open = await list.opened(transferId, ordinal);
    await endStep(office, open, money);
    if (open.step === 'booking') return transferId;
  }
}

/** The same, with the milliseconds from the request that ended each step until the next one was to be seen. */
export async function watchedWalk(office: BenchOffice, list: Worklist, no: number, money: Money): Promise<number[]> {
  const transferId = await acceptOne(office.api, office.tokens.get('clerk1')!, no);
  const took: number[] = [];
  let open = await list.opened(transferId, 0);
  while (open.step !== 'booking') {
    const began = performance.now();
    const next = list.opened(transferId, open.ordinal);
    await endStep(office, open, money);
    const opened = await next;
    // Form and money are two requests: no single fact to be timed.
    if (open.step !== 'formAndFunds') took.push(performance.now() - began);
    open = opened;
  }
  await endStep(office, open, money);
  return took;
}

/** What ends the open step is said by its owner; form and money are two requests. */
export async function endStep(office: BenchOffice, open: OpenStep, money: Money): Promise<void> {
  await record(office, open, factOf(open), `bench-${open.transferId}-${open.ordinal}`);
  if (open.step === 'formAndFunds') await matchMoney(office, open.transferId, money);
}

export async function record(office: BenchOffice, open: OpenStep, fact: object, key: string): Promise<void> {
  const token = office.tokens.get(open.owner)!;
  accepted(await office.api.post(`/transfers/${open.transferId}/facts`, fact, { token, key }));
}

async function matchMoney(office: BenchOffice, transferId: string, { creditId, partId }: Money) {
  const token = office.tokens.get('finance1')!;
  const body = { partId, decision: 'match', transferId };
  accepted(await office.api.post(`/credits/${creditId}/matches`, body, { token, key: `bench-money-${transferId}` }));
}

function accepted({ status, body }: Reply): void {
  // 200: it was recorded before, and the answer was lost.
  if (status !== 201 && status !== 200) throw new Error(`the office answered ${status}: ${JSON.stringify(body)}`);
}

/** So much money in suspense, as the import of a bank file without purposes leaves it. */
export async function moneyInSuspense(databaseUrl: string, count: number): Promise<Money[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Money>(
      `with credit as (
        insert into credits (office_id, serial, booked_on, amount_fen, verdict)
        select offices.id, 'B' || gen_random_uuid(), current_date, $1, 'suspense' from offices, generate_series(1, $2)
        returning id, office_id
      )
      insert into credit_parts (credit_id, office_id, amount_fen, state, owner_id, reason)
      select credit.id, credit.office_id, $1, 'suspense', staff.id, '' from credit join staff on username = 'finance1'
      returning credit_id as "creditId", id as "partId"`,
      [FORM_FEN, count],
    );
    return rows;
  } finally {
    await client.end();
  }
}
