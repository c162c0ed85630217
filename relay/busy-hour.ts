/** Whether the hour is busy, seen from the relay: how many messages it took in the last seconds. */

/** Longer than what waits does: while all wait, an hour is not quiet. */
const LOOKS_BACK_MS = 15_000;
/** Ten a second; an office brings one in minutes (docs/decisions/0077). */
const BUSY_FROM = 150;

interface Round {
  readonly at: number;
  readonly taken: number;
}

export class BusyHour {
  #rounds: readonly Round[] = [];

  /** @param at milliseconds of a clock that only goes forward */
  took(taken: number, at = performance.now()): void {
    if (taken > 0) this.#rounds = [...this.#within(at), { at, taken }];
  }

  isNow(at = performance.now()): boolean {
    return this.#within(at).reduce((sum, { taken }) => sum + taken, 0) >= BUSY_FROM;
  }

  #within(now: number): readonly Round[] {
    return this.#rounds.filter(({ at }) => now - at < LOOKS_BACK_MS);
  }
}
