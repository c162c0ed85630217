/** The daily comparison: batches that nobody has heard of are told again, receipts are asked for, and what is missing is said. */
import { sql } from 'kysely';
import type { CoreSystem } from '../../domain/core/core-system.ts';
import { Refusal } from '../../domain/errors.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { readNow } from '../office/clock.ts';
import { quietToday } from '../office/quiet-today.ts';
import { untoldBatches } from './batches.ts';
import { endDifferences, openDifference } from './differences.ts';
import { notKeptYet, receiveReceipt } from './receipts.ts';
import { tellBatch } from './tell.ts';

/** Receipts are asked for over so many days again: one that came late is not missed. */
const ASKED_AGAIN_DAYS = 30;

export interface Compared {
  /** That came now. */
  readonly receipts: number;
  readonly open: number;
}

/** Without a core system the receipts that files and people bring are compared all the same. */
export async function compareWithCore(
  db: Db,
  keyring: Keyring,
  core: CoreSystem | undefined,
  officeId: string,
): Promise<Compared> {
  if (core) for (const id of await untoldBatches(db, officeId)) await tellBatch(db, keyring, core, { officeId, id });
  const receipts = core ? await takeReceipts(db, core, officeId) : 0;
  await db.transaction().execute((tx) => compareReceipts(tx, officeId));
  const { rows } = await sql<{ open: number }>`select count(*)::integer as open from core_differences
    where office_id = ${officeId} and settled_at is null`.execute(db);
  return { receipts, open: rows[0]!.open };
}

async function takeReceipts(db: Db, core: CoreSystem, officeId: string): Promise<number> {
  const { today } = await readNow(db);
  const answer = await core.fetchReceipts(addDays(today, -ASKED_AGAIN_DAYS));
  if (!answer.ok) return 0;
  let fresh = 0;
  for (const receipt of await notKeptYet(db, officeId, answer.value)) {
    const kept = await db
      .transaction()
      .execute((tx) => receiveReceipt(tx, { ...receipt, officeId, source: 'core' }))
      // A serial that says something else now is its own error; what came first stands.
      .catch((error: unknown) => {
        if (error instanceof Refusal) return undefined;
        throw error;
      });
    if (kept?.isNew) fresh += 1;
  }
  return fresh;
}

interface MissingReceipt {
  readonly infoFormId: string;
  readonly transferId: string;
  readonly batchNumber: string;
  readonly amountFen: number;
}

async function compareReceipts(tx: Tx, officeId: string): Promise<void> {
  const { today } = await readNow(tx);
  const missing = await missingReceipts(tx, officeId, await quietToday(tx, 'coreReceiptAfterWorkingDays'));
  const keyed = missing.map((one) => ({ ...one, naturalKey: `missing:${one.infoFormId}` }));
  for (const { naturalKey, transferId, batchNumber, amountFen } of keyed) {
    const about = { batchNumber, amountFen };
    await openDifference(tx, { officeId, kind: 'receiptMissing', naturalKey, transferId, about, today });
  }
  const besides = keyed.map(({ naturalKey }) => naturalKey);
  await endDifferences(tx, { officeId, kinds: ['receiptMissing'], besides });
  await endDifferences(tx, { officeId, kinds: ['receiptPart'], besides: await openParts(tx, officeId) });
}

/** Of forms that hold: what was sent back since then is no longer expected. */
async function missingReceipts(tx: Tx, officeId: string, quiet: string): Promise<MissingReceipt[]> {
  const { rows } = await sql<MissingReceipt>`
    select distinct on (f.id) f.id as "infoFormId", f.transfer_id as "transferId", b.number as "batchNumber",
      l.amount_fen as "amountFen"
    from core_batch_lines l join core_batches b on b.id = l.batch_id join info_forms f on f.id = l.info_form_id
    where b.office_id = ${officeId} and b.state in ('sent', 'handed') and office_date(b.told_at) <= ${quiet}::date
      and f.state = 'received'
      and not exists (select from core_receipts r where r.info_form_id = f.id and r.verdict = 'whole')
    order by f.id, b.told_at desc`.execute(tx);
  return rows;
}

/** A part that no later receipt has completed. */
async function openParts(tx: Tx, officeId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select 'receipt:' || r.serial as key from core_receipts r
    where r.office_id = ${officeId} and r.verdict = 'part' and not exists (select from core_receipts whole
      where whole.info_form_id = r.info_form_id and whole.verdict = 'whole')`.execute(tx);
  return rows.map(({ key }) => key);
}
