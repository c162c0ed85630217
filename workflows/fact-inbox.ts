/** Takes in nudges: each fact counts once, a gap makes the run look at the ledger instead of waiting. */
import { setHandler } from '@temporalio/workflow';
import type { ClosedStep, FactNudge, StandingStep } from '../domain/facts/nudge.ts';
import type { Closing } from '../domain/facts/closings.ts';
import { factsSignal } from './messages.ts';

/** What came in since the run took it last. */
export interface FactNews {
  /** In the order of their facts. */
  readonly closes: readonly ClosedStep[];
  /** The latest that was told. */
  readonly opens: StandingStep | undefined;
  readonly sleepMs: number | undefined;
  /** The ledger must be asked: a fact is missing, an alarm has moved, or what opened was not told. */
  readonly mustLook: boolean;
}

export interface FactInbox {
  /** How the transfer ended, once a fact has ended it. */
  ending(): Closing | undefined;
  isEmpty(): boolean;
  take(): FactNews;
  /** Facts up to this one are reflected in what the ledger just answered. */
  caughtUpTo(factSeq: number): void;
}

const NOTHING: FactNews = { closes: [], opens: undefined, sleepMs: undefined, mustLook: false };

export function receiveFacts(): FactInbox {
  let news = NOTHING;
  let lastSeq = 0;
  let ending: Closing | undefined;

  setHandler(factsSignal, (nudges) => {
    for (const nudge of nudges) hear(nudge);
  });

  function hear(nudge: FactNudge): void {
    const { factSeq, closes = [], opens, sleepMs, ends, rearms } = nudge;
    const isMissing = factSeq > lastSeq + 1;
    const isNew = factSeq > lastSeq;
    const isUntold = isNew && closes.length > 0 && !opens && !ends;
    const mustLook = news.mustLook || rearms === true || isMissing || isUntold;
    news = isNew
      ? { closes: [news.closes, closes].flat(), opens: opens ?? news.opens, sleepMs: sleepMs ?? news.sleepMs, mustLook }
      : { ...news, mustLook };
    if (!isNew) return;
    lastSeq = factSeq;
    if (ends) ending = ends;
  }

  return {
    ending: () => ending,
    isEmpty: () => news === NOTHING,
    take() {
      const taken = news;
      news = NOTHING;
      return taken;
    },
    caughtUpTo(factSeq) {
      lastSeq = Math.max(lastSeq, factSeq);
    },
  };
}
