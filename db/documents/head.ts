/** What the office says of itself on its papers. */
import type { OfficeHead } from '../../documents/kind.ts';
import type { Letterhead } from '../../domain/documents/letterhead.ts';
import type { Db } from '../connection/connection.ts';
import { letterheadInForce } from './letterhead.ts';
import { findLogo } from './logos.ts';

/** As of today; or as it would be with another letterhead. */
export async function readOfficeHead(db: Db, officeId: string, proposed?: Letterhead): Promise<OfficeHead> {
  const { name, telephone } = await db
    .selectFrom('offices')
    .select(['name', 'telephone'])
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  const { logoId, ...said } = proposed ?? (await letterheadInForce(db, officeId));
  const logo = logoId === null ? null : await findLogo(db, officeId, logoId);
  return {
    name,
    telephone,
    ...said,
    logo: logo && { mediaType: logo.mediaType, bytes: new Uint8Array(logo.bytes) },
  };
}
