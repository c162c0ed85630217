/** A changed head counts for whatever is printed next; what was printed stays as it is. */
import type { Letterhead } from '../../domain/documents/letterhead.ts';
import type { Db } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { updateLetterhead, updateLogo, type Logo } from '../office/letterhead.ts';

interface By {
  readonly officeId: string;
  readonly byStaffId: string;
}

export const changeLetterhead = (db: Db, letterhead: Letterhead, by: By): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await updateLetterhead(tx, by.officeId, letterhead);
    await appendOfficeEvent(tx, { ...by, kind: 'letterheadChanged', payload: { ...letterhead } });
  });

export const changeLogo = (db: Db, logo: Logo | null, by: By): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await updateLogo(tx, by.officeId, logo);
    await appendOfficeEvent(tx, { ...by, kind: 'logoChanged', payload: { byteLength: logo?.bytes.length ?? 0 } });
  });
