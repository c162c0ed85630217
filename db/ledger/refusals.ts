/** What is refused in writing has a number of its own: one series for what was not taken up, one for what was not approved. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import { caseNoSeries, nextCaseNo, OTHER_SERIES } from '../office/case-numbers.ts';

export type RefusalKind = 'notTakenUp' | 'notApproved';

/** Letters of the two series: 不予受理, 未通过. */
const LETTERS: Readonly<Record<RefusalKind, string>> = {
  notTakenUp: OTHER_SERIES.notTakenUp,
  notApproved: OTHER_SERIES.notApproved,
};

export interface NewRefusal {
  readonly id: string;
  readonly officeId: string;
  readonly kind: RefusalKind;
  readonly reasonCode: string;
  readonly byStaffId: string | null;
  readonly refusedAt: Date;
  /** Of which the number counts. */
  readonly day: string;
  readonly transferId?: string;
  readonly named?: {
    readonly name_sealed: Buffer;
    readonly id_number_sealed: Buffer | null;
    readonly phone_sealed: Buffer | null;
    readonly counterpart_area_code: string;
    readonly answers: string;
    readonly note_sealed: Buffer | null;
    readonly idempotency_key: string | null;
    readonly body_hash: Buffer | null;
  };
}

/** The number comes from a part of the same statement, which is called `refusal_number`. */
export const refusalNumber = (db: Pick<Db, 'insertInto'>, { officeId, kind, day }: NewRefusal) =>
  nextCaseNo(db, caseNoSeries(officeId, LETTERS[kind], day));

export const refusalInsert = (db: Pick<Db, 'insertInto'>, refusal: NewRefusal) =>
  db.insertInto('refusals').values({
    id: refusal.id,
    office_id: refusal.officeId,
    refusal_no: sql<string>`(select case_no from refusal_number)`,
    kind: refusal.kind,
    reason_code: refusal.reasonCode,
    transfer_id: refusal.transferId ?? null,
    by_staff_id: refusal.byStaffId,
    refused_at: refusal.refusedAt,
    ...refusal.named,
  });

/** It was refused at another instant; its number stays. */
export async function moveRefusal(tx: Tx, transferId: string, at: Date): Promise<void> {
  await tx.updateTable('refusals').set({ refused_at: at }).where('transfer_id', '=', transferId).execute();
}
