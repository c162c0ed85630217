/** One notice decision per closed transfer, in the transaction that closes it; the acceptance SMS is queued at the counter. */
import { nextOfficeInstant } from '../../domain/time/office-hours.ts';
import type { WorkingCalendar } from '../../domain/time/working-days.ts';
import { channelOf, completionInstant, recipientsOf, type Recipient } from '../../domain/notices/notice-times.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { officeHours, noticeHabits, theOffice } from '../office/office.ts';
import { enqueueNoticeRound } from '../ledger/outbox.ts';
import type { Keyring } from '../connection/sealing.ts';
import { openTask } from '../holding/tasks.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

/** Queued with the acceptance itself, in the statement that makes the transfer; the rounds are told before. */
export async function acceptanceNotice(
  tx: Tx,
  phone: string | null | undefined,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): Promise<NoticeToQueue> {
  const office = await theOffice(tx);
  const notBefore = new Date(nextOfficeInstant(now, officeHours(office), calendar));
  const notice = { kind: 'acceptance', recipient: 'person', channel: channelOf(phone ?? null), notBefore } as const;
  if (notice.channel === 'sms') await enqueueNoticeRound(tx, office.id);
  return notice;
}

export async function decideNotice(
  ledger: TransferLedger,
  keyring: Keyring,
  { closing, at, source }: { closing: Closing; at: Date; source: EventSource },
): Promise<void> {
  const { tx, transfer } = ledger;
  const office = await theOffice(tx);
  // History was told, or not, long ago; what our own office closes is told, whatever book it began in.
  const silent = source === 'import' ? 'imported' : closing === 'completed' ? undefined : `${closing}: told by task`;
  await tx
    .insertInto('notice_decisions')
    .values({
      transfer_id: transfer.id,
      office_id: transfer.office_id,
      decision: silent ? 'notSent' : 'send',
      reason: silent ?? '',
      mode: silent ? null : office.notice_mode,
      decided_at: ledger.now,
    })
    .execute();
  ledger.note({
    kind: 'noticeDecided',
    occurredAt: at,
    source: 'system',
    payload: silent ? { decision: 'notSent', reason: silent } : { decision: 'send', mode: office.notice_mode },
  });
  if (silent) return;
  const notBefore = completionInstant(noticeHabits(office), ledger.now, (await ledger.ruleBook()).calendar);
  const phones = await phonesOf(ledger);
  const reachable = { person: Boolean(phones?.phone_sealed), agent: Boolean(phones?.employer_phone_sealed) };
  for (const recipient of recipientsOf(office.notice_to, reachable)) {
    const phone = keyring.openText(
      (recipient === 'person' ? phones?.phone_sealed : phones?.employer_phone_sealed) ?? null,
    );
    await queueNotice(ledger, { kind: 'completion', recipient, channel: channelOf(phone), notBefore });
  }
}

function phonesOf(ledger: TransferLedger) {
  return ledger.tx
    .selectFrom('persons')
    .select(['phone_sealed', 'employer_phone_sealed'])
    .where('id', '=', ledger.transfer.person_id)
    .executeTakeFirst();
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
  const { tx, transfer } = ledger;
  const row = await noticeInsert(tx, transfer, notice)
    .onConflict((oc) => oc.column('notice_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return;
  if (notice.channel === 'sms') await enqueueNoticeRound(tx, transfer.office_id);
  else await openPhoneTask(ledger, row.id);
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
