/** What a kind of fault is. A new kind is a file beside this one and a line in all.ts; nothing else knows its name. */
import type { Finding } from '../../invariants/invariant.ts';
import type { Chance } from '../chance.ts';
import type { OwnCases } from '../load/own-cases.ts';
import type { Month } from '../month.ts';
import type { Network } from '../network.ts';
import type { Office } from '../office.ts';
import type { Turns } from '../turns.ts';
import type { Variables } from '../variables.ts';

/** What a fault may lay hands on. */
export interface Ground {
  readonly office: Office;
  /** The practice month that is played meanwhile. */
  readonly month: Month;
  /** What lies between its processes and its servers. */
  readonly network: Network;
  /** What its processes get at their next start. */
  readonly variables: Variables;
  /** Who keeps Temporal from being of use, one at a time. */
  readonly temporal: Turns;
  /** Cases of the counter that faults may do anything to. */
  readonly cases: OwnCases;
  /** The run is over. */
  readonly stop: AbortSignal;
}

export interface Fault {
  /** As schedule and report name it. */
  readonly name: string;
  /**
   * loss: one every three to eight seconds, all kinds in each round.
   * disturbance: all kinds in each round too, beside the losses.
   * rare: once in two minutes, because it takes the office long to come back.
   * seldom: once in five minutes, and only in a run of three minutes or more.
   */
  readonly rhythm: 'loss' | 'disturbance' | 'rare' | 'seldom';
  /** Shortest and longest time until it is healed; absent: it is over as soon as it is struck. */
  readonly lastsMs?: readonly [number, number];
  /** Before the office is started, in runs that have this kind. @returns what is to be undone after its end, if anything */
  prepare?(dataDir: string): Promise<(() => Promise<void>) | undefined>;
  /** Promised seconds from the healing until the office works as before, on a machine of its own; absent: it is only reported. */
  readonly backWithinSeconds?: number;
  /** Why this machine cannot do it, as a sentence for the report; undefined when it can. Asked once, when the office stands. */
  impossible?(ground: Ground): Promise<string | undefined>;
  /** `chance` is this blow's own: what it draws depends on the seed alone. @throws when it cannot be struck after all */
  strike(ground: Ground, chance: Chance): Promise<Blow>;
}

export interface Blow {
  /** For the timeline: what was done to whom. */
  readonly what: string;
  /** Takes the fault away again; called once, also when the run is given up. */
  heal?(): Promise<void>;
  /** Beside the office answering as a whole: what else must be true before it counts as recovered. */
  isBack?(): boolean | Promise<boolean>;
  /** What the report says of it beside; asked when everything has come to rest. */
  figures?(): Promise<Readonly<Record<string, number>>>;
  /** Promises of its own that did not hold; asked when everything has come to rest. */
  findings?(): Promise<readonly Finding[]>;
}
