/** Which letter of a transfer is to be sent now, as a kind of paper. */
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import { letterAhead, type LetterKind } from './readers/letter-facts.ts';

const PAPERS: Readonly<Record<LetterKind, DocumentKindName>> = {
  liaison: 'liaisonLetter',
  correction: 'correctionRequest',
};

/** @throws Refusal not-found; not-due, when the open step sends none */
export async function letterToPrint(db: Db, officeId: string, transferId: string): Promise<DocumentKindName> {
  const row = await db
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .select('c.case_no')
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  const letter = await letterAhead(db, { transferId, caseNo: row.case_no });
  if (!letter) throw new Refusal('not-due', 'No letter of this transfer is to be sent now.');
  return PAPERS[letter.kind];
}
