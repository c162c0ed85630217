/** The packages of bench/package.json: what Baton is compared with is installed at the first run, and never with the product. */
import { join } from 'node:path';
import { ensureInstalled } from '../../scripts/install-guard.mjs';

export async function ensureContestants(): Promise<void> {
  await ensureInstalled(join(import.meta.dirname, '..'), 'the contestants of the benchmark, about 60 MB on disk');
}
