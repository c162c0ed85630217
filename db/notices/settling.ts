/** What became of a notice at the gateway: sent, refused, put off, or nobody knows, which is never sent again blindly. */
import { sql, type RawBuilder } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { lockReceipts } from '../connection/locks.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { quietToday } from '../office/quiet-today.ts';
import { newText } from '../texts/sealed-texts.ts';
import { noteNotice, openNoticeTask } from './history.ts';
import { takeUpReceipts } from './receipts.ts';
import { INTERRUPTED } from './sending.ts';

interface OneNotice {
  readonly id: string;
  readonly transferId: string;
}

type Conclusion =
  | { readonly state: 'sent'; readonly gatewayRef: string }
  | { readonly state: 'failed' | 'unknown'; readonly reason: string };

interface Later {
  readonly state: 'busy' | 'unreachable';
  readonly reason: string;
  readonly afterSeconds?: number;
}

export type SendingResult = Conclusion | Later | { readonly state: 'noGateway' };

const isLater = (result: Conclusion | Later): result is Later =>
  result.state === 'busy' || result.state === 'unreachable';

/** `putOff`: it waits again. */
export type Settled = 'sent' | 'failed' | 'unknown' | 'putOff';

/** `awaitsReceipt`: its gateway says what becomes of what it took. */
export async function settleSending(
  db: Db,
  keyring: Keyring,
  notice: OneNotice,
  result: SendingResult,
  { awaitsReceipt }: { readonly awaitsReceipt: boolean },
): Promise<Settled> {
  if (result.state === 'noGateway') {
    await requeue(db, notice.id, { why: 'noGateway', isTry: false, afterSeconds: 0 });
    return 'putOff';
  }
  if (!isLater(result)) {
    await conclude(db, keyring, notice, result, awaitsReceipt);
    return result.state;
  }
  const { reason, afterSeconds = 0 } = result;
  const why = codeOf(reason);
  if (await requeue(db, notice.id, { why, isTry: true, afterSeconds })) return 'putOff';
  await conclude(db, keyring, notice, { state: 'failed', reason }, false);
  return 'failed';
}

/** By then a telephone that is on has it. */
const ASK_FIRST = sql<Date>`office_now() + interval '10 minutes'`;

const EVENT_OF = { sent: 'noticeSent', failed: 'noticeFailed', unknown: 'noticeUnknown' } as const;

/** What comes after it are the gateway's own words. */
const codeOf = (reason: string): string => reason.split(' ', 1)[0]!;

async function conclude(
  db: Db,
  keyring: Keyring,
  notice: OneNotice,
  result: Conclusion,
  awaitsReceipt: boolean,
): Promise<void> {
  const { state } = result;
  const references = [notice.id, ...(result.state === 'sent' ? [result.gatewayRef] : [])];
  await db.transaction().execute(async (tx) => {
    await lockReceipts(tx, references);
    const ledger = await TransferLedger.open(tx, notice.transferId);
    const reason = result.state === 'sent' ? '' : result.reason;
    const about = { officeId: ledger.transfer.office_id, transferId: notice.transferId };
    const words = codeOf(reason) === reason ? undefined : newText(keyring, about, reason);
    ledger.keep(words);
    ledger.changeRarely('notice', (change) =>
      change
        .updateTable('notices')
        .set({
          state,
          awaits_receipt: awaitsReceipt,
          ask_at: ASK_FIRST,
          failure: codeOf(reason),
          failure_id: words?.id ?? null,
          ...(result.state === 'sent'
            ? { gateway_ref: result.gatewayRef, sent_at: sql<Date>`office_now()` }
            : { settled_at: sql<Date>`office_now()` }),
        })
        .where('id', '=', notice.id)
        .where('state', '=', 'sending'),
    );
    const payload = { noticeId: notice.id };
    ledger.note({ kind: EVENT_OF[state], occurredAt: ledger.now, source: 'system', payload });
    await ledger.write();
    if (state === 'failed') return openNoticeTask(tx, notice, 'phoneNotice');
    const isAnswered = await takeUpReceipts(tx, notice.id, references);
    if (state === 'unknown' && !isAnswered) await openNoticeTask(tx, notice, 'unknownNotice');
  });
}

interface PuttingOff {
  readonly why: string;
  /** The gateway was asked: the pause grows, and has an end. */
  readonly isTry: boolean;
  /** Real seconds that the gateway asked for. */
  readonly afterSeconds: number;
}

const SHORTEST_PAUSE = sql`interval '15 minutes'`;
const LONGEST_PAUSE = sql`interval '4 hours'`;

/** Nothing was taken, so it may go again. False: it has been tried for as long as the rule says. */
async function requeue(db: Db, noticeId: string, { why, isTry, afterSeconds }: PuttingOff): Promise<boolean> {
  const given = sql`interval '1 second' * (${afterSeconds}::integer * (select speed from office_clock))`;
  const pause = isTry
    ? sql`greatest(least(${SHORTEST_PAUSE} * power(2, tries), ${LONGEST_PAUSE}), ${given})`
    : SHORTEST_PAUSE;
  const { rows } =
    await sql`update notices set state = 'queued', failure = ${why}, failure_id = null, sending_since = null,
      not_before = office_now() + ${pause}, tries = tries + ${isTry ? 1 : 0}::integer,
      first_tried_at = ${isTry ? sql`coalesce(first_tried_at, office_now())` : sql`first_tried_at`}
    where id = ${noticeId} and state = 'sending' ${isTry ? sql`and not ${await isTriedOut(db)}` : sql``}
    returning id`.execute(db);
  return rows.length > 0;
}

async function isTriedOut(db: Db): Promise<RawBuilder<unknown>> {
  const quiet = await quietToday(db, 'noticeTriedForWorkingDays');
  return sql`coalesce(office_date(first_tried_at) <= ${quiet}::date, false)`;
}

/** The gateway takes nothing now: whatever else is due waits a while, without having been tried. */
export async function holdBack(db: Db, officeId: string, why: string): Promise<void> {
  await sql`update notices set not_before = office_now() + ${SHORTEST_PAUSE}, failure = ${why}, failure_id = null
    where office_id = ${officeId} and state = 'queued' and not_before <= office_now()`.execute(db);
}

/** A worker died between the gateway and the ledger: nobody knows, a person asks. */
export async function giveUpInterruptedNotices(db: Db, officeId: string): Promise<void> {
  await doubt(db, sql`office_id = ${officeId} and ${INTERRUPTED}`, 'crashed while sending');
}

/**
 * The ledger was set back: whatever waited then may have gone out since, and nobody here remembers. Each is asked for by a person,
 * none is sent again.
 */
export function doubtWaitingNotices(db: Db): Promise<number> {
  return doubt(db, sql`state in ('queued', 'sending') and not_before <= office_now()`, 'ledger restored');
}

async function doubt(db: Db, which: RawBuilder<unknown>, why: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<OneNotice>`
      update notices set state = 'unknown', failure = ${why}, failure_id = null, settled_at = office_now(), ask_at = ${ASK_FIRST}
      where ${which}
      returning id, transfer_id as "transferId"`.execute(tx);
    for (const notice of rows) await doubtOne(tx, notice);
    return rows.length;
  });
}

async function doubtOne(tx: Tx, notice: OneNotice): Promise<void> {
  await noteNotice(tx, notice, 'noticeUnknown');
  if (!(await takeUpReceipts(tx, notice.id, [notice.id]))) await openNoticeTask(tx, notice, 'unknownNotice');
}
