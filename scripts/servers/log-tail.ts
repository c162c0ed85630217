import { readFileSync } from 'node:fs';

/** The last lines of a log, for a person who must learn why something did not start. */
export function tailOf(file: string, lines = 12): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '(no log was written)';
  }
}
