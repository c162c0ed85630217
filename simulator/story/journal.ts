/** A log that only grows: one JSON line per happening, on disk before anything relies on it. */
import { open, readFile, truncate, type FileHandle } from 'node:fs/promises';

export class Journal<Line> {
  readonly #file: FileHandle;
  #waiting: { text: string; written: () => void; failed: (error: unknown) => void }[] = [];
  #writing: Promise<void> | undefined;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Gives back what was written before; a last line torn by a kill is cut off, because nobody relied on it. */
  static async open<Line>(path: string): Promise<{ journal: Journal<Line>; lines: Line[] }> {
    const file = await open(path, 'a', 0o600);
    const text = await readFile(path);
    const whole = text.subarray(0, text.lastIndexOf(0x0a) + 1);
    if (whole.length < text.length) await truncate(path, whole.length);
    const lines = whole.toString('utf8').split('\n').filter(Boolean);
    return { journal: new Journal<Line>(file), lines: lines.map((line) => JSON.parse(line) as Line) };
  }

  /** Fulfilled when the line is on disk; lines that come meanwhile share the next write. */
  append(line: Line): Promise<void> {
    const done = new Promise<void>((written, failed) => {
      this.#waiting.push({ text: `${JSON.stringify(line)}\n`, written, failed });
    });
    this.#writing ??= this.#write();
    return done;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  async #write(): Promise<void> {
    // A turn of the event loop gathers what is said at the same moment.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await this.#file.appendFile(batch.map(({ text }) => text).join(''));
        await this.#file.datasync();
        for (const { written } of batch) written();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#writing = undefined;
  }
}
