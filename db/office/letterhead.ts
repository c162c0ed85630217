/** What stands on every paper of the office beside its name. */
import type { Letterhead, LogoShape } from '../../domain/documents/letterhead.ts';
import type { Db, Tx } from '../connection/connection.ts';

export interface Logo {
  readonly mediaType: LogoShape['mediaType'];
  readonly bytes: Buffer;
}

export async function readLetterhead(db: Db, officeId: string): Promise<Letterhead & { logo: Logo | null }> {
  const row = await db
    .selectFrom('offices')
    .select(['address', 'postcode', 'seal_text', 'logo', 'logo_media_type'])
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  return {
    address: row.address,
    postcode: row.postcode,
    sealText: row.seal_text,
    logo: row.logo && { mediaType: row.logo_media_type as Logo['mediaType'], bytes: row.logo },
  };
}

export async function updateLetterhead(
  tx: Tx,
  officeId: string,
  { address, postcode, sealText }: Letterhead,
): Promise<void> {
  await tx.updateTable('offices').set({ address, postcode, seal_text: sealText }).where('id', '=', officeId).execute();
}

export async function updateLogo(tx: Tx, officeId: string, logo: Logo | null): Promise<void> {
  await tx
    .updateTable('offices')
    .set({ logo: logo?.bytes ?? null, logo_media_type: logo?.mediaType ?? null })
    .where('id', '=', officeId)
    .execute();
}
