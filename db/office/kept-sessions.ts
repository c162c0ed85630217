/** Sessions as this process has read them: most requests of an hour come from the same few people. */
import type { Db } from '../connection/connection.ts';
import { listen } from '../connection/listen.ts';
import { findSession } from './sessions.ts';

type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>;

const KEPT_MS = 5_000;
const MOST = 10_000;

/**
 * Each is kept for five seconds at most, and only while this process hears of whatever ends or changes one (sign-out, a closed account,
 * other roles, another password). Who cannot hear keeps nothing, and asks every time.
 */
export class KeptSessions {
  readonly #kept = new Map<string, { readonly session: Session; readonly until: number }>();
  readonly #keptMs: number;
  #hears = false;
  #forgotten = 0;

  constructor(keptMs = KEPT_MS) {
    this.#keptMs = keptMs;
  }

  async find(db: Db, tokenHash: Buffer): Promise<Session | undefined> {
    const key = tokenHash.toString('base64');
    const asked = performance.now();
    const kept = this.#kept.get(key);
    if (kept && asked < kept.until) return kept.session;
    const forgotten = this.#forgotten;
    const session = await findSession(db, tokenHash);
    // What was forgotten while it was being read may be this very session.
    if (session && this.#hears && forgotten === this.#forgotten) this.#keep(key, session, asked + this.#keptMs);
    return session;
  }

  /** For the process that has just ended one itself: it need not wait to hear of it. */
  forget(): void {
    this.#forgotten += 1;
    this.#kept.clear();
  }

  startListening(databaseUrl: string): { stop(): Promise<void> } {
    const setHearing = (hears: boolean): void => {
      this.#hears = hears;
      this.forget();
    };
    return listen(databaseUrl, {
      channel: 'sessions',
      applicationName: 'baton-api-sessions',
      onNotify: () => this.forget(),
      onListening: () => setHearing(true),
      onLost: () => setHearing(false),
    });
  }

  #keep(key: string, session: Session, until: number): void {
    if (this.#kept.size >= MOST) this.#kept.clear();
    this.#kept.set(key, { session, until });
  }
}
