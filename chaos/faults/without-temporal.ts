/** Something that keeps Temporal from being of use for a while: the office goes on step by step, and warns late and once. */
import { setTimeout as delay } from 'node:timers/promises';
import { doingsIn, momentOf, warnedTwice, type Doings, type Moment, type Span } from '../temporal/span.ts';
import type { Blow, Ground } from './fault.ts';
import { finding } from './finding.ts';
import { insisted } from './own-case.ts';

const LASTS_AT_LEAST_MS = 10_000;

export interface Harm {
  readonly what: string;
  /** Does it. @returns what undoes it */
  readonly begin: () => Promise<() => Promise<void>>;
}

/** One such thing at a time; who comes while another lasts waits for its end. */
export function withoutTemporal(ground: Ground, { what, begin }: Harm): Blow {
  const { dataDir } = ground.office;
  let span: Span | undefined;
  const beginning = (async () => {
    const giveBack = await ground.temporal.take();
    try {
      return { end: await begin(), giveBack, at: performance.now(), from: await now(ground) };
    } catch (error) {
      giveBack();
      throw error;
    }
  })();
  beginning.catch(() => {}); // whoever heals is told
  const doings = async (): Promise<Doings | undefined> => span && doingsIn(dataDir, span);
  return {
    what,
    async heal() {
      const { end, giveBack, at, from } = await beginning;
      const left = LASTS_AT_LEAST_MS - (performance.now() - at);
      if (left > 0) await delay(left, undefined, { signal: ground.stop }).catch(() => {});
      try {
        if (!ground.stop.aborted) span = { from, to: await now(ground) };
      } finally {
        await end();
        giveBack();
      }
    },
    figures: async () => ({ ...(await doings()) }),
    async findings() {
      if (!span) return [];
      return [...wentOn(what, await doings()), ...warnings(await warnedTwice(dataDir, span))];
    },
  };
}

async function now(ground: Ground): Promise<Moment> {
  let moment: Moment | undefined;
  await insisted(ground, async () => ((moment = await momentOf(ground.office.dataDir)), true));
  return moment!;
}

export function wentOn(what: string, doings: Doings | undefined) {
  const stoodStill = doings !== undefined && doings.leadOn > 0 && doings.stepsOpened === 0;
  return finding(
    'opens-without-temporal',
    'the next step is opened with the fact, whether Temporal is there or not',
    stoodStill ? [`${what}: ${doings.leadOn} facts, and no step`] : [],
  );
}

const warnings = (twice: readonly string[]) =>
  finding('warned-once', 'a reminder or an escalation that comes late comes once', twice);
