/** Takes a backup's text apart again: lines, and between them the rows of a table as they come. */
import { BackupRefused } from './refused.ts';

const END_OF_ROWS = Buffer.from('\n\\.\n');

export class Sections {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Undefined at the end. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#rest.indexOf('\n');
      if (end >= 0) {
        const text = this.#rest.subarray(0, end).toString('utf8');
        this.#rest = this.#rest.subarray(end + 1);
        return text;
      }
      if (!(await this.#more())) {
        if (this.#rest.length > 0) throw endsTooEarly();
        return undefined;
      }
    }
  }

  /** Up to the line that ends them, which is taken too. A row's text never holds it: a backslash in it is doubled. */
  async *rows(): AsyncGenerator<Buffer> {
    // The line before ended with a newline; without rows the end follows at once.
    this.#rest = Buffer.concat([Buffer.from('\n'), this.#rest]);
    let isFirst = true;
    for (;;) {
      const end = this.#rest.indexOf(END_OF_ROWS);
      const upTo = end >= 0 ? end + 1 : Math.max(this.#rest.length - END_OF_ROWS.length, 0);
      const rows = this.#rest.subarray(isFirst ? 1 : 0, upTo);
      if (upTo > 0) isFirst = false;
      if (rows.length > 0) yield rows;
      this.#rest = this.#rest.subarray(end >= 0 ? end + END_OF_ROWS.length : upTo);
      if (end >= 0) return;
      if (!(await this.#more())) throw endsTooEarly();
    }
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#source.next();
    if (done) return false;
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return true;
  }
}

const endsTooEarly = (): BackupRefused => new BackupRefused('This backup ends too early.');
