/** Name and telephone of the office, also while the database does not answer: the page that asks for a code needs nothing else. */
import type { Db } from '../../../db/connection/connection.ts';
import { theOffice } from '../../../db/office/office.ts';
import type { Contact } from './told.ts';

const FRESH_MS = 60_000;
/** Nobody waits longer for two lines at the end of a page. */
const PATIENCE_MS = 500;

export function keepOfficeContact(db: Db): () => Promise<Contact | undefined> {
  let known: Contact | undefined;
  let readAt = -Infinity;
  const read = async (): Promise<void> => {
    readAt = Date.now();
    const { name, telephone } = await theOffice(db);
    known = { office: name, telephone };
  };
  return async () => {
    if (Date.now() - readAt < FRESH_MS && known) return known;
    const reading = read().catch(() => undefined);
    if (!known) await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    return known;
  };
}
