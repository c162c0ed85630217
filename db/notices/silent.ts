/** A message that the gateway took and never spoke of again is work: a clerk asks, or telephones. The receipt ends it. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { quietToday } from '../office/quiet-today.ts';
import { noticeTask } from './history.ts';
import { openTask } from '../holding/tasks.ts';

interface SilentNotice {
  readonly id: string;
  readonly transferId: string;
}

/** Number of tasks that were opened. Several workers may look at once: the same silence is one task. */
export async function openSilentNoticeTasks(db: Db): Promise<number> {
  const quiet = await quietToday(db, 'silentNoticeAfterWorkingDays');
  const { rows } = await sql<SilentNotice>`
    select n.id, n.transfer_id as "transferId" from notices n
    where n.state = 'sent' and n.awaits_receipt and office_date(n.sent_at) <= ${quiet}::date
      and not exists (select from tasks where tasks.office_id = n.office_id
        and tasks.natural_key = 'silentNotice:' || n.id)
    order by n.sent_at limit 500`.execute(db);
  let opened = 0;
  for (const notice of rows) if (await openSilenceTask(db, notice)) opened += 1;
  return opened;
}

function openSilenceTask(db: Db, { id, transferId }: SilentNotice): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, transferId);
    // The receipt may have come while nobody held the transfer.
    const { rows } = await sql`select from notices where id = ${id} and state = 'sent'`.execute(tx);
    if (rows.length === 0) return false;
    const opened = await openTask(ledger, noticeTask(ledger, id, 'silentNotice'));
    await ledger.write();
    return opened !== undefined;
  });
}
