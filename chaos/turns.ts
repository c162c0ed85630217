/** Whoever needs something for himself alone takes his turn. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Fulfilled when everybody before has given it back. @returns what gives it back */
  async take(): Promise<() => void> {
    const before = this.#last;
    let giveBack = (): void => undefined;
    this.#last = new Promise((resolve) => (giveBack = resolve));
    await before;
    return giveBack;
  }
}
