/** Signs that come faster than anybody types: a scanner that plays a keyboard. Pure. */

const LONGEST_GAP_MS = 60;
/** Two words of an input method come at once, too. */
const SHORTEST = 15;

export class KeyBurst {
  #text = '';
  #last = Number.NEGATIVE_INFINITY;

  get text(): string {
    return this.#text;
  }

  /** @returns whether it is the first of a new burst */
  add(signs: string, atMs: number): boolean {
    const isNew = atMs - this.#last > LONGEST_GAP_MS;
    this.#text = isNew ? signs : this.#text + signs;
    this.#last = atMs;
    return isNew;
  }

  /** Nobody has typed so much so fast, and it is not over yet. */
  isFast(atMs: number): boolean {
    return this.#text.length >= SHORTEST && atMs - this.#last <= LONGEST_GAP_MS;
  }

  end(): void {
    this.#text = '';
    this.#last = Number.NEGATIVE_INFINITY;
  }
}
