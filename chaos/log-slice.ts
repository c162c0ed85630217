/** What a log of the office has said since a moment. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @returns what reads the lines since now, as often as it is asked */
export function logSince(dataDir: string, name: string): () => string {
  const file = join(dataDir, 'logs', `${name}.log`);
  const from = existsSync(file) ? statSync(file).size : 0;
  return () => (existsSync(file) ? readFileSync(file).subarray(from).toString() : '');
}
