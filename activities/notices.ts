/** Sends notices over the SMS gateway: each at most once; what a crash leaves open is unknown, never sent again blindly. */
import type { Db } from '../db/connection/connection.ts';
import { claimDueNotice, readRound, type DueNotice, type Round } from '../db/notices/sending.ts';
import { claimNoticesToAsk, nextToAsk } from '../db/notices/asking.ts';
import { receiveReceipts } from '../db/notices/receipts.ts';
import { giveUpInterruptedNotices, holdBack, settleSending, type Settled } from '../db/notices/settling.ts';
import { realMillisecondsUntil } from '../db/office/clock.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import { noticeText } from '../domain/notices/notice-text.ts';
import type { SmsGateway } from '../gateways/sms/gateway.ts';
import type { Events } from '../observability/events.ts';

export interface NoticeDependencies {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly sms: SmsGateway;
  readonly events: Events;
  /** Tells Temporal that the round is still at work. */
  readonly alive: () => void;
}

const ROUND_AT_MOST = 200;
/** Well before Temporal counts the round as lost: the next one goes on. */
const AT_MOST_MS = 60_000;
/** So many one after the other: it is the gateway, not the message. */
const ENOUGH_PUT_OFF = 3;
const LOOK_AGAIN_MS = 6 * 3_600_000;
const ALIVE_EVERY_MS = 2_000;

export const noticeActivities = (dependencies: NoticeDependencies) => ({
  /** One round: everything that is due now, one after the other; the answer says when to look again (real time). */
  async sendDueNotices({ officeId }: { officeId: string }): Promise<{ sleepMs: number }> {
    const telling = setInterval(dependencies.alive, ALIVE_EVERY_MS);
    try {
      const sleepMs = await sendAll(dependencies, officeId);
      return { sleepMs: Math.min(sleepMs, await askForReceipts(dependencies, officeId)) };
    } finally {
      clearInterval(telling);
    }
  },
});

async function sendAll(dependencies: NoticeDependencies, officeId: string): Promise<number> {
  const { db, keyring } = dependencies;
  let round = await readRound(db, officeId);
  if (round.interrupted) await giveUpInterruptedNotices(db, officeId);
  const until = Date.now() + AT_MOST_MS;
  for (let sent = 0, putOff = 0; sent < ROUND_AT_MOST && Date.now() < until; sent++) {
    if (!round.isDue) return untilNext(round);
    // Committed as “sending” before the gateway hears of it: a crash in between cannot send it twice.
    const notice = await claimDueNotice(db, keyring, round.office);
    if (!notice) return untilNext(round);
    const settled = await send(dependencies, notice);
    putOff = settled === 'putOff' ? putOff + 1 : 0;
    if (putOff === ENOUGH_PUT_OFF) await holdBack(db, officeId, 'gatewayHeldBack');
    // What comes to wait from now on wakes the rounds again.
    if (settled !== 'putOff' && notice.isLast) return LOOK_AGAIN_MS;
    round = await readRound(db, officeId);
  }
  return 100;
}

/** Of a gateway that brings none. @returns when to ask again (real time) */
async function askForReceipts({ db, keyring, sms }: NoticeDependencies, officeId: string): Promise<number> {
  if (!sms.ask) return LOOK_AGAIN_MS;
  const claimed = await claimNoticesToAsk(db, officeId);
  if (claimed.length > 0) await receiveReceipts(db, keyring, await sms.ask(claimed));
  const { next, now: officeNow, clockSpeed: speed } = await nextToAsk(db, officeId);
  return next === null ? LOOK_AGAIN_MS : realMillisecondsUntil(next, { officeNow, speed });
}

export type NoticeActivities = ReturnType<typeof noticeActivities>;

async function send({ db, keyring, sms, events }: NoticeDependencies, notice: DueNotice): Promise<Settled> {
  const { id, transferId, to, template, kind, recipient, language, officeName, statusCode, day, telephone } = notice;
  const facts = { kind, recipient, language, officeName, statusCode, day, telephone };
  const result = await sms.send({ reference: id, to, text: noticeText(facts, template), facts });
  events.noticeSettled({ noticeId: id, transferId, kind, state: result.state });
  return settleSending(db, keyring, notice, result, { awaitsReceipt: sms.givesReceipts });
}

const untilNext = ({ next, now: officeNow, clockSpeed: speed }: Round): number =>
  next ? realMillisecondsUntil(next, { officeNow, speed }) : LOOK_AGAIN_MS;
