/** A backup counts when it was restored once: this does so in a database that is dropped afterwards. */
import type { NamedKey } from '../db/connection/sealing.ts';
import { createScratch, dropDatabase } from './databases.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';

export async function tryRestore(file: string, keys: readonly NamedKey[], databaseUrl: string): Promise<Rebuilt> {
  const scratch = await createScratch(databaseUrl);
  try {
    return await rebuild(file, keys, scratch);
  } finally {
    await dropDatabase(scratch);
  }
}
