/** Numbers of papers: that of the case, letters of the kind, and which of its kind it is. */
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';

/** `ZR20260100001-HZ`, then `ZR20260100001-HZ2`: a further one is no version of the first. */
export async function numberOfTransfer(
  tx: Db,
  {
    transferId,
    kind,
    letters,
  }: { readonly transferId: string; readonly kind: DocumentKindName; readonly letters: string },
): Promise<string> {
  const row = await tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .select('c.case_no')
    .select((eb) =>
      eb
        .selectFrom('documents as d')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('d.transfer_id', '=', 't.id')
        .where('d.kind', '=', kind)
        .where('d.version', '=', 1)
        .as('before'),
    )
    .where('t.id', '=', transferId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  const ordinal = Number(row.before) + 1;
  return `${row.case_no}-${letters}${ordinal > 1 ? ordinal : ''}`;
}
