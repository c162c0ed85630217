/** A letter that nobody scans is work: the letter clerk asks the courier. One task per silence; a scan or a fact ends it. */
import { sql, type SqlBool } from 'kysely';
import { WITH_COURIER } from '../../domain/letters/letter-state.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { openTask } from '../holding/tasks.ts';
import { quietToday } from '../office/quiet-today.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

/** A letter that was heard of on this day or before is silent. */
export const lettersQuietToday = (db: Db): Promise<string> => quietToday(db, 'silentAfterWorkingDays');

const heardOn = sql`coalesce(office_date(l.last_scan_at), l.posted_on)`;

/** `isSilent` of the domain as a condition over letters `l`. */
export const silentSince = (quiet: string) =>
  sql<SqlBool>`(l.channel = 'ems' and l.state in (${sql.join(WITH_COURIER.map((state) => sql.lit(state)))})
    and ${heardOn} <= ${quiet}::date)`;

interface SilentLetter {
  readonly id: string;
  readonly transferId: string;
  readonly heardOn: string;
}

/** Number of tasks that were opened. Several workers may look at once: the same silence is one task. */
export async function openSilenceTasks(db: Db): Promise<number> {
  const quiet = await lettersQuietToday(db);
  let opened = 0;
  for (const { transferId } of await selectSilent(db, quiet)) {
    opened += await db.transaction().execute((tx) => openTasksOf(tx, transferId, quiet));
  }
  return opened;
}

/** Of an attempt whose delivery is awaited, whoever recorded the letter; imported ones too. */
async function selectSilent(db: Db, quiet: string, transferId?: string): Promise<SilentLetter[]> {
  const { rows } = await sql<SilentLetter>`
    select l.id, l.transfer_id as "transferId", heard.day::text as "heardOn"
    from steps s join procedure_steps awaits on awaits.procedure = s.procedure and awaits.step = s.step
      and awaits.decided_by = 'answer'
    join letters l on l.transfer_id = s.transfer_id and l.attempt = s.attempt
    cross join lateral (select ${heardOn} as day) heard
    where s.closed_at is null and (${transferId ?? null}::uuid is null or s.transfer_id = ${transferId ?? null}::uuid)
      and ${silentSince(quiet)}
      and not exists (select from tasks where tasks.office_id = l.office_id
        and tasks.natural_key = 'silentLetter:' || l.id || ':' || heard.day)
    order by l.transfer_id limit 500`.execute(db);
  return rows;
}

async function openTasksOf(tx: Tx, transferId: string, quiet: string): Promise<number> {
  const ledger = await TransferLedger.open(tx, transferId);
  // A scan may have come while nobody held the transfer.
  const letters = await selectSilent(tx, quiet, transferId);
  for (const letter of letters) await openSilenceTask(ledger, letter);
  await ledger.write();
  return letters.length;
}

async function openSilenceTask(ledger: TransferLedger, { id: letterId, heardOn }: SilentLetter): Promise<void> {
  const { letter_sender_id: sender } = ledger.transfer;
  await openTask(ledger, {
    kind: 'silentLetter',
    owner: { role: 'letterClerk', prefer: sender ? [sender] : [] },
    naturalKey: `silentLetter:${letterId}:${heardOn}`,
    about: { letterId, heardOn },
  });
}
