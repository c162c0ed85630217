/** A case of its own that a fault does something to: looked at from outside, and ended when it stands well again. */
import { setTimeout as delay } from 'node:timers/promises';
import { askLedger } from '../ledger.ts';
import type { Blow, Ground } from './fault.ts';
import { finding } from './finding.ts';

export interface Case {
  readonly id: string;
  readonly ground: Ground;
}

const TRY_EVERY_MS = 500;

/** Accepted, and standing in its review. */
export async function caseInReview(ground: Ground): Promise<Case> {
  const one = { id: await ground.cases.open(), ground };
  await insisted(ground, async () => (await openStepOf(one))?.step === 'review');
  return one;
}

/** Until it is true; whatever is away meanwhile comes back. @throws when the run is over first */
export async function insisted(ground: Ground, isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue().catch(() => false))) await delay(TRY_EVERY_MS, undefined, { signal: ground.stop });
}

export async function openStepOf({ id, ground }: Case): Promise<{ step: string; ownerId: string } | undefined> {
  const [row] = await askLedger<{ step: string; ownerId: string }>(
    ground.office.dataDir,
    `select step, owner_id as "ownerId" from steps where transfer_id = $1 and closed_at is null`,
    [id],
  );
  return row;
}

/** What the office noted by itself: a repair, or that a step changed hands. */
export async function repairsOf({ id, ground }: Case): Promise<string[]> {
  const rows = await askLedger<{ why: string }>(
    ground.office.dataDir,
    `select payload ->> 'why' as why from events
     where transfer_id = $1 and kind in ('repaired', 'ownerChanged') and source = 'system'`,
    [id],
  );
  return rows.map(({ why }) => why);
}

export interface Harm {
  readonly what: string;
  /** Does it, and is fulfilled when it is done; false: it could not be done this time, and nothing is promised of it. */
  readonly harm: (one: Case) => Promise<boolean>;
  readonly isRepaired: (one: Case) => Promise<boolean>;
  /** One of these the transfer's history must say afterwards; absent where nothing had to be repaired. */
  readonly noted?: readonly string[];
}

/** Does harm to a case of its own. What the office made good must stand in its history; then the case ends. */
export function harmed(ground: Ground, { what, harm, isRepaired, noted }: Harm): Blow {
  const harming = (async () => {
    const one = await caseInReview(ground);
    return { one, done: await harm(one) };
  })();
  harming.catch(() => {}); // whoever heals is told
  let ending: Promise<void> | undefined;
  let ended = false;
  return {
    what,
    heal: async () => void (await harming),
    async isBack() {
      const { one, done } = await harming;
      if (done && !ending && !(await isRepaired(one))) return false;
      ending ??= ground.cases.end(one.id).then(() => void (ended = true));
      return ended;
    },
    async findings() {
      const { one, done } = await harming;
      if (noted === undefined) return [];
      const told = await repairsOf(one);
      const missing = done && !noted.some((one) => told.includes(one));
      const words = `“${noted.join('” or “')}”`;
      return finding('repair-noted', `${words} stands in the history of a transfer`, missing ? [one.id] : []);
    },
  };
}
