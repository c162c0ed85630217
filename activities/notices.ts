/** Sends notices over the SMS gateway: each at most once; what a crash leaves open is unknown, never sent again blindly. */
import type { Db } from '../db/connection/connection.ts';
import {
  claimDueNotice,
  giveUpInterruptedNotices,
  readRound,
  settleSending,
  type DueNotice,
  type Round,
} from '../db/notices/sending.ts';
import { realMillisecondsUntil } from '../db/office/clock.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import { noticeText } from '../domain/notices/notice-text.ts';
import type { SmsGateway } from '../gateways/sms.ts';
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
const LOOK_AGAIN_MS = 6 * 3_600_000;
const ALIVE_EVERY_MS = 2_000;

export const noticeActivities = (dependencies: NoticeDependencies) => ({
  /** One round: everything that is due now, one after the other; the answer says when to look again (real time). */
  async sendDueNotices({ officeId }: { officeId: string }): Promise<{ sleepMs: number }> {
    const telling = setInterval(dependencies.alive, ALIVE_EVERY_MS);
    try {
      return { sleepMs: await sendAll(dependencies, officeId) };
    } finally {
      clearInterval(telling);
    }
  },
});

async function sendAll(dependencies: NoticeDependencies, officeId: string): Promise<number> {
  const { db, keyring } = dependencies;
  let round = await readRound(db, officeId);
  if (round.interrupted) await giveUpInterruptedNotices(db, officeId);
  for (let sent = 0; sent < ROUND_AT_MOST; sent++) {
    if (!round.isDue) return untilNext(round);
    // Committed as “sending” before the gateway hears of it: a crash in between cannot send it twice.
    const notice = await claimDueNotice(db, keyring, round.office);
    if (!notice) return untilNext(round);
    const isSettled = await send(dependencies, notice);
    // What comes to wait from now on wakes the rounds again.
    if (isSettled && notice.isLast) return LOOK_AGAIN_MS;
    round = await readRound(db, officeId);
  }
  return 100;
}

export type NoticeActivities = ReturnType<typeof noticeActivities>;

/** False: it waits again. */
async function send({ db, sms, events }: NoticeDependencies, notice: DueNotice): Promise<boolean> {
  const result = await sms.send({ reference: notice.id, to: notice.to, text: noticeText(notice) });
  await settleSending(db, notice, result);
  events.noticeSettled({ noticeId: notice.id, transferId: notice.transferId, kind: notice.kind, state: result.state });
  return result.state !== 'unreachable';
}

const untilNext = ({ next, now: officeNow, clockSpeed: speed }: Round): number =>
  next ? realMillisecondsUntil(next, { officeNow, speed }) : LOOK_AGAIN_MS;
