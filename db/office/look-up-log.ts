/**
 * What was looked at is noted after the answer, all of a second in one statement: no request waits for it. Killed with -9, a process
 * takes the notes of its last second with it; when it is stopped, none.
 */
import type { Db } from '../connection/connection.ts';
import { recordLookUps, type LookUp } from './looked-at.ts';

interface Options {
  readonly everyMs?: number;
  /** While the database is away; then the oldest go. */
  readonly keepAtMost?: number;
  /** Of notes that could not be written: whether they wait, and how many were given up for newer ones. */
  readonly onFailure?: (error: Error, lost: number) => void;
}

const ONE_LOOK_MS = 10 * 60_000;

export class LookUpLog {
  readonly #db: Db;
  readonly #everyMs: number;
  readonly #keepAtMost: number;
  readonly #onFailure: (error: Error, lost: number) => void;
  #waiting: LookUp[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #stopped = false;
  readonly #noted = new Map<string, number>();

  constructor(db: Db, { everyMs = 1_000, keepAtMost = 20_000, onFailure = () => undefined }: Options = {}) {
    this.#db = db;
    this.#everyMs = everyMs;
    this.#keepAtMost = keepAtMost;
    this.#onFailure = onFailure;
  }

  /** A page that stays open is asked for again and again: the same within some minutes is one look. */
  noteOnce(lookUp: Omit<LookUp, 'at'>): void {
    const now = Date.now();
    const { staffId, kind, transferIds } = lookUp;
    const key = [staffId, kind, ...transferIds].join(' ');
    const before = this.#noted.get(key);
    if (before !== undefined && now - before < ONE_LOOK_MS) return;
    // In the order in which they were noted: the oldest are over first.
    for (const [old, at] of this.#noted) {
      if (now - at < ONE_LOOK_MS) break;
      this.#noted.delete(old);
    }
    this.#noted.delete(key);
    this.#noted.set(key, now);
    this.note(lookUp);
  }

  note(lookUp: Omit<LookUp, 'at'>): void {
    this.#waiting.push({ ...lookUp, at: new Date() });
    this.#timer ??= setTimeout(() => void this.flush(), this.#everyMs).unref();
  }

  /** The last of them, when nothing is shown any more: what cannot be written now is not tried again. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.flush();
  }

  /** Writes what waits; one statement after the other. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    try {
      await recordLookUps(this.#db, batch);
    } catch (error) {
      const all = [...batch, ...this.#waiting];
      this.#waiting = all.slice(-this.#keepAtMost);
      this.#onFailure(error as Error, all.length - this.#waiting.length);
      if (!this.#stopped) this.#timer ??= setTimeout(() => void this.flush(), this.#everyMs).unref();
    }
  }
}
