/** One notice decision per closed transfer, in the transaction that closes it; the acceptance SMS is queued at the counter. */
import { nextOfficeInstant } from '../../domain/time/office-hours.ts';
import type { WorkingCalendar } from '../../domain/time/working-days.ts';
import { channelOf, completionInstant, recipientsOf } from '../../domain/notices/notice-times.ts';
import type { NoticeKind, NoticeRecipient } from '../../domain/notices/notice-text.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Db } from '../connection/connection.ts';
import { OFFICE_COLUMNS, officeHours, noticeHabits, type Office } from '../office/office.ts';
import { AGENT_PHONE } from '../ledger/agent-phone.ts';
import { noticeRoundInsert } from '../ledger/outbox.ts';
import type { Keyring } from '../connection/sealing.ts';
import { openTask } from '../holding/tasks.ts';
import { noticeTask } from './history.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

interface Opening {
  readonly office: Office;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
}

/** Who had the number until today hears that it is none any more; nobody when it took no SMS. */
export function formerNumberNotice(
  keyring: Keyring,
  phone: string | null,
  { office, now, calendar }: Opening,
): NoticeToQueue[] {
  if (channelOf(phone, office.sms_prefixes) !== 'sms') return [];
  const notBefore = new Date(nextOfficeInstant(now, officeHours(office), calendar));
  return [
    { kind: 'contactChanged', recipient: 'formerNumber', channel: 'sms', notBefore, to: keyring.sealText(phone) },
  ];
}

/** Queued with what it tells, in the same statement. */
export function personNotice(
  kind: NoticeKind,
  phone: string | null | undefined,
  { office, now, calendar }: Opening,
): NoticeToQueue {
  const notBefore = new Date(nextOfficeInstant(now, officeHours(office), calendar));
  return { kind, recipient: 'person', channel: channelOf(phone ?? null, office.sms_prefixes), notBefore };
}

export async function decideNotice(
  ledger: TransferLedger,
  keyring: Keyring,
  { closing, at, source }: { closing: Closing; at: Date; source: EventSource },
): Promise<void> {
  const { transfer } = ledger;
  const { office, phones } = await readRecipients(ledger);
  // History was told, or not, long ago; what our own office closes is told, whatever book it began in.
  const silent = source === 'import' ? 'imported' : silence(ledger, closing);
  ledger.changeRarely('notice_decided', (db) =>
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
    const channel = channelOf(keyring.openText(phones[recipient]), office.sms_prefixes);
    await queueNotice(ledger, { kind: 'completion', recipient, channel, notBefore });
  }
}

/** Why no message goes out; undefined: one does. */
function silence({ knownProcedure }: TransferLedger, closing: Closing): string | undefined {
  if (knownProcedure?.applied === 'elsewhere') return 'applied elsewhere: told there';
  return closing === 'completed' ? undefined : `${closing}: told by task`;
}

/** The office's habits, and where the person of the transfer can be told. */
async function readRecipients({ tx, transfer }: TransferLedger) {
  const { person, agent, ...office } = await tx
    .selectFrom('offices')
    .leftJoin('persons as p', (join) => join.on('p.id', '=', transfer.person_id))
    .leftJoin('applications as a', (join) => join.on('a.case_id', '=', transfer.case_id))
    .select(OFFICE_COLUMNS)
    .select(['p.phone_sealed as person', AGENT_PHONE.as('agent')])
    .where('offices.id', '=', transfer.office_id)
    .executeTakeFirstOrThrow();
  return { office, phones: { person, agent } };
}

interface NoticeToQueue {
  readonly kind: NoticeKind;
  readonly recipient: NoticeRecipient;
  readonly channel: 'sms' | 'phone';
  readonly notBefore: Date;
  /** Sealed; absent: the number that the recipient has when it is sent. */
  readonly to?: Buffer | null;
  /** Absent: a transfer has one of this kind for each recipient. */
  readonly key?: string;
}

interface OfTransfer {
  readonly id: string;
  readonly office_id: string;
}

/** Part of the statement that makes the transfer, or one of its own. */
export const noticesInsert = (db: Pick<Db, 'insertInto'>, ...rows: ReturnType<typeof noticeRow>[]) =>
  db.insertInto('notices').values(rows);

export function noticeRow(
  transfer: OfTransfer,
  { kind, recipient, channel, notBefore, to = null, key = `${kind}:${transfer.id}:${recipient}` }: NoticeToQueue,
) {
  return {
    office_id: transfer.office_id,
    transfer_id: transfer.id,
    notice_key: key,
    kind,
    recipient,
    channel,
    state: channel === 'sms' ? 'queued' : 'notSent',
    failure: channel === 'sms' ? '' : 'takesNoSms',
    not_before: notBefore,
    to_sealed: to,
  };
}

/** Part of what the transaction changes, under a name of its own; the rounds are woken for it. */
export function queueSms(ledger: TransferLedger, name: string, ...notices: readonly NoticeToQueue[]): void {
  if (notices.length === 0) return;
  ledger.changeRarely(name, (db) => onceEach(ledger, db, ...notices));
  ledger.changeRarely('rounds_woken', (db) => noticeRoundInsert(db, { officeId: ledger.transfer.office_id }));
}

const onceEach = ({ transfer }: TransferLedger, db: Pick<Db, 'insertInto'>, ...notices: readonly NoticeToQueue[]) =>
  noticesInsert(db, ...notices.map((one) => noticeRow(transfer, one))).onConflict((oc) =>
    oc.column('notice_key').doNothing(),
  );

async function queueNotice(ledger: TransferLedger, notice: NoticeToQueue): Promise<void> {
  if (notice.channel === 'sms') return queueSms(ledger, `told_${notice.recipient}`, notice);
  const row = await onceEach(ledger, ledger.tx, notice).returning('id').executeTakeFirst();
  // A number that takes no SMS is called by hand. (At the acceptance the person has the slip in hand.)
  if (row) await openTask(ledger, noticeTask(ledger, row.id, 'phoneNotice'));
}
