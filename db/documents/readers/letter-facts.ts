/** Which letter of a transfer is meant: the one that is to be sent now, else the last that was sent. */
import { closedBy } from '../../../domain/procedures/rules.ts';
import { Refusal } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';

export type LetterKind = 'liaison' | 'correction';

export interface LetterFacts {
  readonly letterNo: string;
  readonly kind: LetterKind;
  readonly attempt: number;
  /** Null while it is to be sent. */
  readonly postedOn: string | null;
  readonly waybill: string | null;
  readonly deliveredOn: string | null;
}

/** In the order in which they were sent. */
export async function lettersSent(tx: Db, transferId: string): Promise<LetterFacts[]> {
  const rows = await tx
    .selectFrom('letters')
    .select(['letter_no', 'kind', 'attempt', 'posted_on', 'waybill', 'state', 'state_since'])
    .where('transfer_id', '=', transferId)
    .orderBy('sent_by_fact_seq')
    .execute();
  return rows.map((row) => ({
    letterNo: row.letter_no,
    kind: row.kind as LetterKind,
    attempt: row.attempt,
    postedOn: row.posted_on,
    waybill: row.waybill,
    deliveredOn: row.state === 'delivered' ? dateOf(row.state_since) : null,
  }));
}

/** Under the number that it will have; undefined when the open step sends none. */
export async function letterAhead(
  tx: Db,
  { transferId, caseNo }: { readonly transferId: string; readonly caseNo: string },
): Promise<LetterFacts | undefined> {
  const open = await tx
    .selectFrom('steps')
    .select(['procedure', 'step', 'attempt'])
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const procedure = open && proceduresOf(tx).find(open.procedure);
  if (!procedure || closedBy(procedure, 'letterSent', open.step).length === 0) return undefined;
  const sentBack = await tx
    .selectFrom('info_forms')
    .select('id')
    .where('transfer_id', '=', transferId)
    .where('state', '=', 'sentBack')
    .executeTakeFirst();
  return {
    letterNo: `${caseNo}-${String(open.attempt)}-1`,
    kind: sentBack ? 'correction' : 'liaison',
    attempt: open.attempt,
    postedOn: null,
    waybill: null,
    deliveredOn: null,
  };
}

/** @throws Refusal step-not-open, when none of the kind is to be sent and none was */
export async function letterOf(
  tx: Db,
  transfer: { readonly transferId: string; readonly caseNo: string },
  kind: LetterKind,
): Promise<{ readonly letter: LetterFacts; readonly earlier: readonly LetterFacts[] }> {
  const sent = await lettersSent(tx, transfer.transferId);
  const ahead = await letterAhead(tx, transfer);
  if (ahead?.kind === kind) return { letter: ahead, earlier: sent };
  const letter = sent.findLast((one) => one.kind === kind);
  if (!letter) throw new Refusal('not-due', 'No such letter is to be sent now, and none was sent.');
  return { letter, earlier: sent.slice(0, sent.indexOf(letter)) };
}
