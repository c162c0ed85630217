/** One notice decision per closed transfer, in the transaction that closes it; the acceptance SMS is queued at the counter. */
import { nextOfficeInstant } from '../../domain/time/office-hours.ts';
import type { WorkingCalendar } from '../../domain/time/working-days.ts';
import { channelOf, completionInstant, recipientsOf, type Recipient } from '../../domain/notices/notice-times.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Db } from '../connection/connection.ts';
import { OFFICE_COLUMNS, officeHours, noticeHabits, type Office } from '../office/office.ts';
import { noticeRoundInsert } from '../ledger/outbox.ts';
import type { Keyring } from '../connection/sealing.ts';
import { openTask } from '../holding/tasks.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

/** Queued with the acceptance itself, in the statement that makes the transfer. */
export function acceptanceNotice(
  phone: string | null | undefined,
  { office, now, calendar }: { readonly office: Office; readonly now: Date; readonly calendar: WorkingCalendar },
): NoticeToQueue {
  const notBefore = new Date(nextOfficeInstant(now, officeHours(office), calendar));
  return { kind: 'acceptance', recipient: 'person', channel: channelOf(phone ?? null), notBefore };
}

export async function decideNotice(
  ledger: TransferLedger,
  keyring: Keyring,
  { closing, at, source }: { closing: Closing; at: Date; source: EventSource },
): Promise<void> {
  const { transfer } = ledger;
  const { office, phones } = await readRecipients(ledger);
  // History was told, or not, long ago; what our own office closes is told, whatever book it began in.
  const silent = source === 'import' ? 'imported' : closing === 'completed' ? undefined : `${closing}: told by task`;
  ledger.change('notice_decided', (db) =>
    db.insertInto('notice_decisions').values({
      transfer_id: transfer.id,
      office_id: transfer.office_id,
      decision: silent ? 'notSent' : 'send',
      reason: silent ?? '',
      mode: silent ? null : office.notice_mode,
      decided_at: ledger.now,
    }),
  );
  ledger.note({
    kind: 'noticeDecided',
    occurredAt: at,
    source: 'system',
    payload: silent ? { decision: 'notSent', reason: silent } : { decision: 'send', mode: office.notice_mode },
  });
  if (silent) return;
  const notBefore = completionInstant(noticeHabits(office), ledger.now, (await ledger.ruleBook()).calendar);
  const reachable = { person: Boolean(phones.person), agent: Boolean(phones.agent) };
  for (const recipient of recipientsOf(office.notice_to, reachable)) {
    const channel = channelOf(keyring.openText(phones[recipient]));
    await queueNotice(ledger, { kind: 'completion', recipient, channel, notBefore });
  }
}

/** The office's habits, and where the person of the transfer can be told. */
async function readRecipients({ tx, transfer }: TransferLedger) {
  const { person, agent, ...office } = await tx
    .selectFrom('offices')
    .leftJoin('persons', (join) => join.on('persons.id', '=', transfer.person_id))
    .select(OFFICE_COLUMNS)
    .select(['persons.phone_sealed as person', 'persons.employer_phone_sealed as agent'])
    .where('offices.id', '=', transfer.office_id)
    .executeTakeFirstOrThrow();
  return { office, phones: { person, agent } };
}

interface NoticeToQueue {
  readonly kind: 'acceptance' | 'completion';
  readonly recipient: Recipient;
  readonly channel: 'sms' | 'phone';
  readonly notBefore: Date;
}

/** Part of the statement that makes the transfer, or one of its own. */
export function noticeInsert(
  db: Pick<Db, 'insertInto'>,
  transfer: { readonly id: string; readonly office_id: string },
  { kind, recipient, channel, notBefore }: NoticeToQueue,
) {
  return db.insertInto('notices').values({
    office_id: transfer.office_id,
    transfer_id: transfer.id,
    notice_key: `${kind}:${transfer.id}:${recipient}`,
    kind,
    recipient,
    channel,
    state: channel === 'sms' ? 'queued' : 'notSent',
    failure: channel === 'sms' ? '' : 'takesNoSms',
    not_before: notBefore,
  });
}

async function queueNotice(ledger: TransferLedger, notice: NoticeToQueue): Promise<void> {
  const { transfer } = ledger;
  const queued = (db: Pick<Db, 'insertInto'>) =>
    noticeInsert(db, transfer, notice).onConflict((oc) => oc.column('notice_key').doNothing());
  if (notice.channel === 'sms') {
    ledger.change(`told_${notice.recipient}`, queued);
    ledger.change('rounds_woken', (db) => noticeRoundInsert(db, transfer.office_id));
    return;
  }
  const row = await queued(ledger.tx).returning('id').executeTakeFirst();
  if (row) await openPhoneTask(ledger, row.id);
}

/** A number that takes no SMS is called by hand. (At the acceptance the person has the slip in hand.) */
async function openPhoneTask(ledger: TransferLedger, noticeId: string): Promise<void> {
  await openTask(ledger, {
    kind: 'phoneNotice',
    owner: { role: 'clerk', prefer: [ledger.transfer.steward_id] },
    about: { noticeId },
    naturalKey: `phoneNotice:${noticeId}`,
  });
}
