/** Signs that come one upon the other: a scanner that plays a keyboard. Pure. */

/** A busy machine lets even a scanner wait; a hand that has typed needs longer to lay down a card. */
const LONGEST_GAP_MS = 1_000;
/** Nobody types so fast for long. */
const MACHINE_GAP_MS = 60;
/** Two words of an input method come at once, too. */
const SHORTEST = 15;

export class KeyBurst {
  #text = '';
  #last = Number.NEGATIVE_INFINITY;
  #slowestMs = 0;

  get text(): string {
    return this.#text;
  }

  /** @returns whether it is the first of a new burst */
  add(signs: string, atMs: number): boolean {
    const gapMs = atMs - this.#last;
    const isNew = gapMs > LONGEST_GAP_MS;
    this.#text = isNew ? signs : this.#text + signs;
    this.#slowestMs = isNew ? 0 : Math.max(this.#slowestMs, gapMs);
    this.#last = atMs;
    return isNew;
  }

  /** It may be a line of a scanner, and is not over yet. */
  isLine(atMs: number): boolean {
    return this.#text.length >= SHORTEST && atMs - this.#last <= LONGEST_GAP_MS;
  }

  /** No hand has typed it. */
  get isOfMachine(): boolean {
    return this.#text.length > 4 && this.#slowestMs <= MACHINE_GAP_MS;
  }

  end(): void {
    this.#text = '';
    this.#last = Number.NEGATIVE_INFINITY;
    this.#slowestMs = 0;
  }
}
