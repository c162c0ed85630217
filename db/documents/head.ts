/** What the office says of itself on its papers. */
import type { OfficeHead } from '../../documents/kind.ts';
import type { Db } from '../connection/connection.ts';

export async function readOfficeHead(db: Db, officeId: string): Promise<OfficeHead> {
  const row = await db
    .selectFrom('offices')
    .select(['name', 'telephone', 'address', 'postcode', 'seal_text', 'logo', 'logo_media_type'])
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  return {
    name: row.name,
    telephone: row.telephone,
    address: row.address,
    postcode: row.postcode,
    sealText: row.seal_text,
    logo: row.logo && {
      mediaType: row.logo_media_type as 'image/png' | 'image/jpeg',
      bytes: new Uint8Array(row.logo),
    },
  };
}
