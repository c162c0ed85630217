/** Numbers of papers that are written again and again: which of their kind it is, of the transfer or of the day. */
import { createHash } from 'node:crypto';
import type { DocumentKindName } from '../../../domain/documents/kinds.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { Reading } from '../reading.ts';

/**
 * `IN20260100001-CB`, on a later day `IN20260100001-CB2`: what is written on another day is another paper, and what is written again on
 * the same day takes the place of the first.
 */
export async function numberOfTransferDay(
  { tx, transferId, today }: Reading,
  { caseNo, kind, letters }: { readonly caseNo: string; readonly kind: DocumentKindName; readonly letters: string },
): Promise<string> {
  const { count } = await tx
    .selectFrom('documents')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('transfer_id', '=', transferId)
    .where('kind', '=', kind)
    .where('version', '=', 1)
    .where('made_on', '<', today)
    .executeTakeFirstOrThrow();
  const before = Number(count);
  return `${caseNo}-${letters}${before > 0 ? String(before + 1) : ''}`;
}

/** `DZ20260306-2`: the second of the day; about the same thing on the same day it is the same one. */
export async function numberOfOfficeDay(
  { tx, officeId, subjectId, today }: Reading,
  { kind, letters }: { readonly kind: DocumentKindName; readonly letters: string },
): Promise<string> {
  const made = await tx
    .selectFrom('documents')
    .select(['number', 'subject_id'])
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .where('made_on', '=', today)
    .where('version', '=', 1)
    .execute();
  const same = subjectId === null ? undefined : made.find(({ subject_id: subject }) => subject === subjectId);
  return same?.number ?? `${letters}${today.replaceAll('-', '')}-${String(made.length + 1)}`;
}

/** One id for the same words: whoever prints the same labels twice a day gets the same paper. */
export function subjectOf(data: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** What speaks of many transfers is no paper of one of them. */
export const ofNoTransfer = ({ transferId }: Reading): Defect[] =>
  transferId === null
    ? []
    : [{ field: 'kind', code: 'ofOffice', message: 'This paper is the office’s: it belongs to no single transfer.' }];
