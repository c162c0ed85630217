/** What wakes the relay: the database calls when a message is written. */

/** Lets the loop sleep until somebody calls or the time is over. */
export class Wake {
  #resolve: (() => void) | undefined;
  #called = false;

  now(): void {
    this.#called = true;
    this.#resolve?.();
  }

  async within(ms: number): Promise<void> {
    if (!this.#called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#called = false;
    this.#resolve = undefined;
  }
}
