/** What changes in the ledger, told to whoever follows it: one look a second for all of them, none while nobody follows. */
import type { Db } from '../../db/connection/connection.ts';
import { OFFICE, recentChanges } from '../../db/reading/changes.ts';

/** Ids only: what became of them each follower asks with his own rights. */
export interface Changes {
  /** Too much, or it is not known what: all that is shown may be old. */
  readonly everything: boolean;
  readonly transfers: readonly string[];
}

export interface Follower {
  readonly tell: (changes: Changes) => void;
  readonly end: () => void;
}

const LOOK_EVERY_MS = 1_000;
/** Above that their names are longer than what they save. */
const MOST_NAMED = 50;

export class ChangeFeed {
  readonly #db: Db;
  readonly #findOffice: () => Promise<string>;
  readonly #followers = new Set<Follower>();
  /** Found once: a process has one office, and the same for as long as it runs. */
  #officeId: string | undefined;
  #known = new Map<string, number>();
  #looking: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(db: Db, findOffice: () => Promise<string>) {
    this.#db = db;
    this.#findOffice = findOffice;
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** Until what it returns is called, or the feed stops. */
  follow(follower: Follower): () => void {
    if (this.#isStopped) follower.end();
    else this.#followers.add(follower);
    if (this.#followers.size === 1 && !this.#looking) this.#lookSoon();
    return () => this.#followers.delete(follower);
  }

  /** Of the last seconds, whoever followed meanwhile or not. */
  async lately(): Promise<Changes> {
    return named(await this.#recent());
  }

  /** Every stream ends: a server that stops waits for none of them. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#looking);
    for (const { end } of this.#followers) end();
    this.#followers.clear();
  }

  #lookSoon(): void {
    this.#looking = setTimeout(() => void this.#look(), LOOK_EVERY_MS).unref();
  }

  async #look(): Promise<void> {
    const changes = await this.#sinceLastLook().catch(() => ({ everything: true, transfers: [] }));
    this.#looking = undefined;
    if (changes.everything || changes.transfers.length > 0) for (const { tell } of this.#followers) tell(changes);
    if (this.#followers.size > 0 && !this.#isStopped) this.#lookSoon();
  }

  async #recent(): Promise<Map<string, number>> {
    this.#officeId ??= await this.#findOffice();
    return recentChanges(this.#db, this.#officeId);
  }

  async #sinceLastLook(): Promise<Changes> {
    const now = await this.#recent();
    const grown = new Map([...now].filter(([of, newest]) => this.#known.get(of) !== newest));
    this.#known = now;
    return named(grown);
  }
}

function named(changed: ReadonlyMap<string, number>): Changes {
  const transfers = [...changed.keys()].filter((of) => of !== OFFICE);
  const everything = changed.has(OFFICE) || transfers.length > MOST_NAMED;
  return { everything, transfers: everything ? [] : transfers };
}
