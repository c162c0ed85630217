/** The worklist of an office, looked at for everybody who waits for a step to be opened. */
import pg from 'pg';

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
