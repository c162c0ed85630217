/** Batches: made under one lock, so that no form stands in two; then told, and what came of it noted. */
import { sql } from 'kysely';
import type { CoreBatch, CoreForm } from '../../domain/core/core-system.ts';
import { keyReused, Refusal } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import { lockCore } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';
import { caseNoSeries, nextCaseNo, OTHER_SERIES } from '../office/case-numbers.ts';
import { readNow } from '../office/clock.ts';
import { staffRef } from '../office/staff.ts';
import { waitingForms } from './waiting-forms.ts';

export type CoreBatchState = 'made' | 'sent' | 'handed' | 'refused' | 'unknown';

interface NewBatch {
  readonly officeId: string;
  readonly staffId: string;
  readonly idempotencyKey: string;
}

/** @returns its id; the same one for the same key @throws Refusal not-due (no form waits) */
export function makeBatch(db: Db, { officeId, staffId, idempotencyKey }: NewBatch): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await lockCore(tx);
    const before = await tx
      .selectFrom('core_batches')
      .select(['id', 'made_by'])
      .where('office_id', '=', officeId)
      .where('idempotency_key', '=', idempotencyKey)
      .executeTakeFirst();
    if (before && before.made_by !== staffId) throw keyReused();
    if (before) return before.id;
    const forms = await waitingForms(tx, officeId);
    if (forms.length === 0) throw new Refusal('not-due', 'No entered form waits for a batch.');
    const { id } = await insertBatch(tx, { officeId, staffId, idempotencyKey });
    await insertMany(
      tx,
      'core_batch_lines',
      forms.map(({ infoFormId, transferId, amountFen }, index) => ({
        batch_id: id,
        position: index + 1,
        transfer_id: transferId,
        info_form_id: infoFormId,
        amount_fen: amountFen,
      })),
    );
    return id;
  });
}

async function insertBatch(tx: Tx, { officeId, staffId, idempotencyKey }: NewBatch) {
  const { today } = await readNow(tx);
  const { case_no: number } = await nextCaseNo(
    tx,
    caseNoSeries(officeId, OTHER_SERIES.coreBatch, today),
  ).executeTakeFirstOrThrow();
  return tx
    .insertInto('core_batches')
    .values({ office_id: officeId, number, made_by: staffId, idempotency_key: idempotencyKey })
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** What the core system is told, and of which transfers. @throws Refusal not-found */
export async function readBatchMessage(
  db: Db,
  keyring: Keyring,
  officeId: string,
  id: string,
): Promise<CoreBatch & { readonly transferIds: readonly string[] }> {
  const batch = await db
    .selectFrom('core_batches')
    .select('number')
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!batch) throw new Refusal('not-found', 'There is no such batch.');
  const lines = await db
    .selectFrom('core_batch_lines as l')
    .innerJoin('info_forms as f', 'f.id', 'l.info_form_id')
    .innerJoin('transfers as t', 't.id', 'l.transfer_id')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .select(['f.id', 'l.transfer_id', 'c.case_no', 'p.name_sealed', 'p.id_number_sealed'])
    .select(['f.personal_before_1998_fen', 'f.account_until_last_year_fen', 'f.account_this_year_fen'])
    .select(['f.account_total_fen', 'f.pooled_fund_fen', 'f.total_fen'])
    .select((eb) =>
      eb
        .selectFrom('info_form_years as y')
        .select(sql<number>`coalesce(sum(y.months), 0)::integer`.as('months'))
        .whereRef('y.info_form_id', '=', 'f.id')
        .as('months'),
    )
    .where('l.batch_id', '=', id)
    .orderBy('l.position')
    .execute();
  const asForm = (row: (typeof lines)[number]): CoreForm => ({
    infoFormId: row.id,
    caseNo: row.case_no,
    person: { idNumber: keyring.openText(row.id_number_sealed) ?? '', name: keyring.openText(row.name_sealed) ?? '' },
    amounts: {
      personalBefore1998Fen: row.personal_before_1998_fen,
      accountUntilLastYearFen: row.account_until_last_year_fen,
      accountThisYearFen: row.account_this_year_fen,
      accountTotalFen: row.account_total_fen,
      pooledFundFen: row.pooled_fund_fen,
      totalFen: row.total_fen,
    },
    months: row.months ?? 0,
  });
  return { number: batch.number, forms: lines.map(asForm), transferIds: lines.map((line) => line.transfer_id) };
}

export async function noteBatchTold(
  db: Db,
  id: string,
  { state, reason }: { readonly state: CoreBatchState; readonly reason: string },
): Promise<void> {
  await db
    .updateTable('core_batches')
    .set({ state, reason, told_at: sql`office_now()` })
    .where('id', '=', id)
    .where('state', 'in', ['made', 'unknown'])
    .execute();
}

const selectBatches = (db: Db, officeId: string) =>
  db
    .selectFrom('core_batches as b')
    .innerJoin('staff as s', 's.id', 'b.made_by')
    .select(['b.id', 'b.number', 'b.state', 'b.reason', 'b.made_at', 'b.made_by', 's.display_name', 's.post'])
    .select((eb) => [
      eb
        .selectFrom('core_batch_lines as l')
        .select(sql<number>`count(*)::integer`.as('forms'))
        .whereRef('l.batch_id', '=', 'b.id')
        .as('forms'),
      eb
        .selectFrom('core_batch_lines as l')
        .select(sql<number>`coalesce(sum(l.amount_fen), 0)::bigint`.as('amount'))
        .whereRef('l.batch_id', '=', 'b.id')
        .as('amount_fen'),
    ])
    .where('b.office_id', '=', officeId);

const asView = (row: Awaited<ReturnType<ReturnType<typeof selectBatches>['execute']>>[number]) => ({
  id: row.id,
  number: row.number,
  state: row.state as CoreBatchState,
  reason: row.reason,
  forms: row.forms ?? 0,
  amountFen: Number(row.amount_fen ?? 0),
  madeBy: staffRef(row.made_by, row.display_name, row.post),
  madeAt: row.made_at.toISOString(),
});

const MOST_LISTED = 100;

/** Newest first. */
export async function listBatches(db: Db, officeId: string) {
  const rows = await selectBatches(db, officeId)
    .orderBy('b.made_at', 'desc')
    .orderBy('b.id')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(asView);
}

/** @throws Refusal not-found */
export async function readBatch(db: Db, officeId: string, id: string) {
  const row = await selectBatches(db, officeId).where('b.id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such batch.');
  return asView(row);
}

/** Made, or told without an answer: told again under their numbers, the core system takes them once. */
export async function untoldBatches(db: Db, officeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('core_batches')
    .select('id')
    .where('office_id', '=', officeId)
    .where('state', 'in', ['made', 'unknown'])
    .orderBy('made_at')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ id }) => id);
}
