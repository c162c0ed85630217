/** One notice decision per closed transfer, in the transaction that closes it; the acceptance SMS is queued at the counter. */
import { addWorkingDays, type WorkingCalendar } from '../../domain/time/working-days.ts';
import { addDays, dateOf, instantOf } from '../../domain/time/shanghai-day.ts';
import { nextOfficeInstant } from '../../domain/time/office-hours.ts';
import { takesSms } from '../../domain/persons/phone.ts';
import type { Closing } from '../../domain/procedures/steps.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { theOffice, type Office } from '../office/office.ts';
import { enqueueNoticeRound } from '../ledger/outbox.ts';
import type { Keyring } from '../connection/sealing.ts';
import { openTask } from '../holding/tasks.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

type Recipient = 'person' | 'agent';

/** Queued with the acceptance itself, in the statement that makes the transfer; the rounds are told before. */
export async function acceptanceNotice(
  tx: Tx,
  phone: string | null | undefined,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): Promise<NoticeToQueue> {
  const office = await theOffice(tx);
  const notBefore = new Date(nextOfficeInstant(now, hoursOf(office), calendar));
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
  const notBefore = completionInstant(office, ledger.now, (await ledger.ruleBook()).calendar);
  const phones = await phonesOf(ledger);
  for (const recipient of recipientsOf(office, phones)) {
    const phone = keyring.openText(
      (recipient === 'person' ? phones?.phone_sealed : phones?.employer_phone_sealed) ?? null,
    );
    await queueNotice(ledger, { kind: 'completion', recipient, channel: channelOf(phone), notBefore });
  }
}

/** The person; the employer's agent when the office prefers him or the person has no telephone; both when it says so. */
function recipientsOf(office: Office, phones: Phones): Recipient[] {
  if (office.notice_to === 'both') return ['person', 'agent'];
  if (office.notice_to === 'agent') return ['agent'];
  return phones?.phone_sealed || !phones?.employer_phone_sealed ? ['person'] : ['agent'];
}

function phonesOf(ledger: TransferLedger) {
  return ledger.tx
    .selectFrom('persons')
    .select(['phone_sealed', 'employer_phone_sealed'])
    .where('id', '=', ledger.transfer.person_id)
    .executeTakeFirst();
}

type Phones = Awaited<ReturnType<typeof phonesOf>>;

interface NoticeToQueue {
  readonly kind: 'acceptance' | 'completion';
  readonly recipient: Recipient;
  readonly channel: 'sms' | 'phone';
  readonly notBefore: Date;
}

const channelOf = (phone: string | null) => (phone !== null && takesSms(phone) ? 'sms' : 'phone');

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
  const { tx, transfer, now } = ledger;
  const taskId = await openTask(tx, {
    officeId: transfer.office_id,
    transferId: transfer.id,
    kind: 'phoneNotice',
    ownerId: transfer.steward_id,
    about: { noticeId },
    naturalKey: `phoneNotice:${noticeId}`,
    openedAt: now,
  });
  if (taskId)
    ledger.note({ kind: 'taskOpened', occurredAt: now, source: 'system', payload: { taskId, task: 'phoneNotice' } });
}

export function hoursOf(office: Pick<Office, 'opens_at' | 'closes_at'>) {
  return [{ from: office.opens_at.slice(0, 5), to: office.closes_at.slice(0, 5) }];
}

const MINUTES_AFTER_OPENING = 60;

/** At once (in office hours), or an hour after opening on the office's weekday; a rest day moves on. */
export function completionInstant(office: Office, now: Date, calendar: WorkingCalendar): Date {
  if (office.notice_mode === 'atOnce') return new Date(nextOfficeInstant(now, hoursOf(office), calendar));
  const [hours, minutes] = office.opens_at.split(':').map(Number);
  const minute = (hours ?? 9) * 60 + (minutes ?? 0) + MINUTES_AFTER_OPENING;
  for (let day = dateOf(now); ; day = addDays(day, 1)) {
    if (isoWeekday(day) !== office.notice_weekday) continue;
    const instant = new Date(instantOf(addWorkingDays(day, 0, calendar).dueOn, minute));
    if (instant > now) return instant;
  }
}

/** Monday is 1. */
function isoWeekday(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
