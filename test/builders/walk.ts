import { expect } from 'vitest';
import { acceptTransfer, type Acceptance } from '../../db/counter/accept-transfer.ts';
import type { Db } from '../../db/connection/connection.ts';
import { recordFact } from '../../db/counter/record-fact.ts';
import type { RecordedFact } from '../../db/facts/fact.ts';
import { checkDigitOf } from '../../domain/persons/resident-id.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { testKeyring, type TestOffice } from './office.ts';

let serial = 0;

/** A number with a right check digit that no other test of this process uses. */
export function aResidentId(): string {
  serial += 1;
  // Three digits tell those of one birthday apart; the next thousand is born a day later.
  const born = addDays('1990-01-01', Math.floor(serial / 1000)).replaceAll('-', '');
  const first17 = `110102${born}${String(serial % 1000).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
}

export async function anAcceptedTransfer(
  db: Db,
  office: TestOffice,
  change: Partial<Acceptance> = {},
): Promise<string> {
  const { transferId } = await acceptTransfer(db, testKeyring, {
    officeId: office.officeId,
    byStaffId: office.staff.clerk,
    person: { name: '样例甲', idNumber: aResidentId(), mobile: '13900000000' },
    counterpartAreaCode: '310000',
    localHukou: true,
    approvedMove: false,
    ...change,
  });
  return transferId;
}

/** Whoever is least loaded becomes the steward; a test that needs to know says who. */
export async function stewardedBy(db: Db, staffId: string, ...transferIds: readonly string[]): Promise<void> {
  await db.updateTable('transfers').set({ steward_id: staffId }).where('id', 'in', transferIds).execute();
}

/** As if he had owned the open step from its beginning. */
export async function heldBy(db: Db, staffId: string, ...transferIds: readonly string[]): Promise<void> {
  await db.updateTable('steps').set({ owner_id: staffId }).where('transfer_id', 'in', transferIds).execute();
  await db
    .updateTable('responsibilities')
    .set({ staff_id: staffId })
    .where('transfer_id', 'in', transferIds)
    .where('kind', '=', 'step')
    .execute();
}

/** Walks one transfer by hand: records facts as the API would, and sees to it that each step is there when its turn comes. */
export function walk(db: Db, office: TestOffice, transferId: string) {
  let ordinal = 0;
  const thereIs = async (step: string, attempt: number): Promise<{ outcome: string | null }> => {
    const row = await db
      .selectFrom('steps')
      .select(['step', 'attempt', 'outcome'])
      .where('transfer_id', '=', transferId)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    expect(row, `step ${String(ordinal)} of ${transferId}`).toMatchObject({ step, attempt });
    return { outcome: row!.outcome };
  };
  return {
    open: (step: string, attempt = 1) => ((ordinal += 1), thereIs(step, attempt)),
    again: (step: string, attempt = 1) => thereIs(step, attempt),
    ordinal: () => ordinal,
    say: (who: keyof TestOffice['staff'] | null, detail: NewFactDetail, more: object = {}): Promise<RecordedFact> =>
      recordFact(db, testKeyring, {
        transferId,
        officeId: office.officeId,
        detail,
        by: who ? { staffId: office.staff[who], source: 'staff' } : { staffId: null, source: 'courier' },
        ...more,
      }),
  };
}

export type Walk = ReturnType<typeof walk>;

export { aForm } from '../../simulator/plan/sample-form.ts';

/** Money of the transfer as the bank import would store it: one credit with one part. */
export async function money(
  db: Db,
  office: TestOffice,
  transferId: string,
  amountFen: number,
  part: { state: 'matched' | 'proposed'; reason: string } = { state: 'matched', reason: '' },
): Promise<{ creditId: string; partId: string }> {
  serial += 1;
  return db.transaction().execute(async (tx) => {
    const { id: creditId } = await tx
      .insertInto('credits')
      .values({
        office_id: office.officeId,
        serial: `S${String(serial)}`,
        booked_on: '2026-06-01',
        amount_fen: amountFen,
        verdict: part.state === 'matched' ? 'match' : 'amountDiffers',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: partId } = await tx
      .insertInto('credit_parts')
      .values({
        credit_id: creditId,
        office_id: office.officeId,
        amount_fen: amountFen,
        transfer_id: transferId,
        owner_id: office.staff.finance,
        ...part,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { creditId, partId };
  });
}

/** What the bank import says of money that is what the form says. */
export async function agreeingMoney(db: Db, office: TestOffice, transferId: string, amountFen: number) {
  const part = await money(db, office, transferId, amountFen);
  return { kind: 'fundReceived', ...part, amountFen, verdict: 'match' } as const;
}
