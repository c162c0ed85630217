import { afterAll } from 'vitest';
import { anOffice } from '../builders/office.ts';
import { freshDatabase } from './database.ts';

/** An office in a database of its own, for all tests of the file that calls this at its top; the database goes with the last of them. */
export async function ownOffice() {
  const { url, db, drop } = await freshDatabase();
  afterAll(drop);
  return { url, db, office: await anOffice(db) };
}
