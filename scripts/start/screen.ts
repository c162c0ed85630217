import { appendFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Where a person, or a log, reads what the starter says. */
export type Screen = {
  /** A sentence that stays, also in the log. */
  say: (sentence: string) => void;
  /** A sentence for the eyes only: passwords are in no log. */
  show: (sentence: string) => void;
  /** Redraws the live part below everything that was said; without a terminal only `oneLine` is printed. */
  draw: (lines: string[], oneLine: string) => void;
};

type Output = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

const PLAIN_EVERY_MS = 10_000;

/** A terminal gets a part that is redrawn; anything else gets plain lines, the live one every ten seconds at most. */
export function openScreen(logFile: string, output: Output = process.stdout): Screen {
  let drawn: string[] = [];
  let lastPlain = '';
  let lastPlainAt = 0;

  return {
    say: (sentence) => {
      appendFileSync(logFile, `${new Date().toISOString()} ${stripVTControlCharacters(sentence)}\n`, { mode: 0o600 });
      writeAbove(sentence);
    },
    show: writeAbove,
    draw: (lines, oneLine) => {
      if (output.isTTY) {
        erase();
        paint(lines);
      } else if (oneLine && oneLine !== lastPlain && Date.now() - lastPlainAt >= PLAIN_EVERY_MS) {
        output.write(`${oneLine}\n`);
        lastPlain = oneLine;
        lastPlainAt = Date.now();
      }
    },
  };

  function writeAbove(sentence: string): void {
    const again = drawn;
    erase();
    output.write(`${sentence}\n`);
    paint(again);
  }

  function erase(): void {
    if (drawn.length > 0) output.write(`\x1b[${drawn.length}A\x1b[0J`);
    drawn = [];
  }

  /** A line that the terminal would break counts as two when it is to be erased. */
  function fitted(line: string): string {
    const plain = stripVTControlCharacters(line);
    return plain.length < (output.columns ?? 80) ? line : plain.slice(0, (output.columns ?? 80) - 1);
  }

  function paint(lines: string[]): void {
    if (!output.isTTY || lines.length === 0) return;
    output.write(`${lines.map(fitted).join('\n')}\n`);
    drawn = lines;
  }
}
