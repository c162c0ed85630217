/** The play itself: looks at the work lists, lets everybody act whose time has come, and steers the clock. */
import { setTimeout as delay } from 'node:timers/promises';
import { AccountPost } from './account-post.ts';
import { dutyOf, type Duty } from './clerks.ts';
import { dutyOfRequest } from './clerks-out.ts';
import { acceptanceOf, finishWhatWasMeant, perform, type Outcome } from './desk.ts';
import { Errands } from './errands.ts';
import { Finance } from './finance.ts';
import { isOfficeHours, nextOpening, officeMinutesBetween, type OfficeMs } from '../outside/office-time.ts';
import { inParallel } from '../../domain/in-parallel.ts';
import { MailRoom } from './mail-room.ts';
import { PaymentDesk } from './payments.ts';
import { tellScans, untoldScans } from './post-office.ts';
import { printAfter, printBefore } from './printing.ts';
import { isLeft, showcaseOf } from '../plan/showcases.ts';
import { strideFor } from '../outside/steering.ts';
import type { Act } from '../story/story.ts';
import { WorkList, type TransferRow } from '../outside/work-list.ts';
import type { World } from './world.ts';

interface Due extends Duty {
  /** The step that it closes; 0 for an acceptance, and for a paper that comes. */
  readonly ordinal: number;
}

/** What the clock is steered by. */
interface Ahead {
  /** The earliest moment at which somebody has something to do. */
  readonly nextDueAt: OfficeMs;
  /** By how many minutes of office hours people were behind with the oldest work in their lists. */
  readonly lateMinutes: number;
}

const HANDS = 8;
const SOON_MS = 300;
const TICK_MS = 100;
const ATTEND_EVERY_MS = 2000;

export class Play {
  readonly workList: WorkList;
  readonly #world: World;
  readonly #finance: Finance;
  readonly #payments: PaymentDesk;
  readonly #errands: Errands;
  readonly #accountPost: AccountPost;
  readonly #mailRoom: MailRoom;
  /** In the order of their arrival; showcases join later. */
  #arrivals: { readonly no: number; readonly dueAt: OfficeMs }[];
  /** Refused acts: `soon` in real time, `later` on another office day. */
  readonly #soon = new Map<string, number>();
  readonly #later = new Map<string, OfficeMs>();

  constructor(world: World) {
    this.#world = world;
    this.workList = new WorkList(world.api);
    this.#finance = new Finance(world);
    this.#payments = new PaymentDesk(world);
    this.#errands = new Errands(world);
    this.#accountPost = new AccountPost(world);
    this.#mailRoom = new MailRoom(world);
    this.#arrivals = [];
    this.expect(Array.from({ length: world.plan.month.transfers }, (_, index) => index + 1));
  }

  /** Persons of these numbers will come to the counter, unless they have been there. */
  expect(numbers: readonly number[]): void {
    const { plan, story } = this.#world;
    const more = numbers.filter((no) => !story.cases.has(no)).map((no) => ({ no, dueAt: plan.caseOf(no).arrivesAt }));
    this.#arrivals = [...this.#arrivals, ...more].sort((a, b) => a.dueAt - b.dueAt);
  }

  /** Plays until the condition holds; goes on first with what a kill left half done. */
  async until(finished: (now: OfficeMs) => boolean): Promise<void> {
    const { clock } = this.#world;
    await finishWhatWasMeant(this.#world);
    for (;;) {
      const now = await clock.now();
      if (finished(now)) return;
      await this.#steer(await this.#tick(now));
    }
  }

  /** The month is over: what still comes is answered for at the pace that the visitors set. */
  async attend(): Promise<never> {
    const { clock, stop } = this.#world;
    for (;;) {
      await this.#tick(await clock.now());
      await delay(ATTEND_EVERY_MS, undefined, { signal: stop });
    }
  }

  async #tick(now: OfficeMs): Promise<Ahead> {
    const { plan, story } = this.#world;
    await this.workList.look();
    const all = [...this.#arrivingUntil(now), ...this.#papers(), ...this.#duties(now), ...this.#money()];
    const due = isOfficeHours(now) ? all.filter(({ dueAt }) => dueAt <= now) : [];
    due.sort((a, b) => a.dueAt - b.dueAt);
    const oldestDueAt = Math.min(due[0]?.dueAt ?? now, this.#finance.oldestLookAt);
    const scans = untoldScans(plan, story);
    await Promise.all([
      inParallel(due, HANDS, (one) => this.#act(one, now)),
      tellScans(this.#world, scans, now),
      this.#finance.work(now),
      this.#payments.work(now).then((transferIds) => this.#moneyHasLeft(transferIds)),
      this.#errands.work(now),
      this.#accountPost.work(now),
    ]);
    const left = all.filter((one) => !due.includes(one)).map(({ dueAt }) => dueAt);
    const untold = scans.filter(({ toldAt }) => toldAt > now).map(({ toldAt }) => toldAt);
    // What they have opened lies in the list and not in these moments yet.
    const opened = due.length > 0 ? now : Infinity;
    const coming = this.#arrivals[0]?.dueAt ?? Infinity;
    const told = Math.min(this.#finance.nextDueAt(now), this.#payments.nextDueAt(now));
    const next = Math.min(opened, coming, ...left, ...untold, told);
    const lateMinutes = isOfficeHours(now) ? officeMinutesBetween(oldestDueAt, now) : 0;
    // At night nobody is late: everything waits for the morning.
    return { nextDueAt: isOfficeHours(now) ? next : Math.max(next, nextOpening(now)), lateMinutes };
  }

  #arrivingUntil(now: OfficeMs): Due[] {
    const { plan, api } = this.#world;
    return this.#arrivals
      .filter(({ dueAt }) => dueAt <= now)
      .map(({ no, dueAt }) => ({ dueAt, ordinal: 0, act: acceptanceOf(plan, no, api) }));
  }

  #papers(): Due[] {
    return this.#mailRoom.papers.map(({ act, dueAt }) => ({ act, ordinal: 0, dueAt: this.#put(act, dueAt) }));
  }

  #money(): Due[] {
    return this.#payments
      .duties(this.workList.rows)
      .map((duty) => ({ ...duty, ordinal: 0, dueAt: this.#put(duty.act, duty.dueAt) }));
  }

  /** The bank's word closes the step that waits for it. */
  #moneyHasLeft(transferIds: readonly string[]): void {
    for (const transferId of transferIds) {
      const open = this.workList.row(transferId)?.openStep;
      if (open?.step === 'remitting') this.workList.await(transferId, open.ordinal);
    }
    if (transferIds.length > 0) this.workList.isStale();
  }

  #duties(now: OfficeMs): Due[] {
    const { story } = this.#world;
    return this.workList.rows.flatMap((row) => {
      const duty = this.#dutyOf(row, now);
      if (!duty || !row.openStep) return [];
      const { key } = duty.act;
      if (story.done.has(key) || (this.#soon.get(key) ?? 0) > performance.now()) return [];
      return [{ ...duty, dueAt: this.#put(duty.act, duty.dueAt), ordinal: row.openStep.ordinal }];
    });
  }

  /** What was refused is tried again when it may be. */
  #put({ key }: Act, dueAt: OfficeMs): OfficeMs {
    return Math.max(dueAt, this.#later.get(key) ?? 0);
  }

  #dutyOf(row: TransferRow, now: OfficeMs): Duty | undefined {
    const { plan, story } = this.#world;
    const request = story.requestsByTransfer.get(row.id);
    if (request) return dutyOfRequest(plan, request, row);
    const one = story.byTransfer.get(row.id);
    if (!one || !row.openStep) return undefined;
    const showcase = showcaseOf(one.no, plan.month.transfers);
    if (showcase && isLeft(showcase, row.openStep)) return undefined;
    return dutyOf(plan, story, one, row, now);
  }

  async #act(due: Due, now: OfficeMs): Promise<void> {
    const { ordinal } = due;
    const act = await this.#looked(due);
    await printBefore(this.#world, act);
    const outcome = await perform(this.#world, act);
    if (outcome.how === 'closed') await printAfter(this.#world, act);
    if (act.what === 'joinConfirmed' && outcome.how === 'open') this.#moneyHasLeft([act.transferId ?? '']);
    this.#soon.delete(act.key);
    if (outcome.how === 'soon') this.#soon.set(act.key, performance.now() + SOON_MS);
    if (outcome.how === 'later') this.#later.set(act.key, now + 86_400_000);
    if (act.path === '/transfers') this.#arrivals = this.#arrivals.filter(({ no }) => no !== act.no);
    this.#seen(act, ordinal, outcome);
  }

  /** The answer says what is open now; of what it opened, and of what was refused, the next list tells. */
  #seen(act: Act, ordinal: number, { how, openStep }: Outcome): void {
    const transferId = act.transferId ?? this.#openedBy(act);
    // The courier, the bank and the other colleagues go on meanwhile.
    this.workList.isStale();
    if (transferId !== undefined && openStep !== undefined) return this.workList.take(transferId, openStep);
    if (how === 'closed' && transferId !== undefined) this.workList.await(transferId, ordinal);
  }

  #openedBy({ no, direction }: Act): string | undefined {
    const { cases, requests } = this.#world.story;
    return (direction === 'out' ? requests : cases).get(no)?.transferId;
  }

  async #looked({ act, look }: Due): Promise<Act> {
    const signable = this.#signable(act);
    return look ? look(this.#world, signable) : signable;
  }

  /** A step whose owner has no practice account is completed by the manager. */
  #signable(act: Act): Act {
    const { api } = this.#world;
    return api.has(act.byStaffId) ? act : { ...act, byStaffId: api.oneOf('manager').id };
  }

  /** Sets the clock's pace, or leaps to the next moment at which somebody has something to do. */
  async #steer(ahead: Ahead): Promise<void> {
    const { clock, settings, stop } = this.#world;
    const { pace, leapMs } = strideFor({
      ...ahead,
      now: await clock.now(),
      waitingMs: this.workList.waitingMs,
      awaited: this.workList.awaited + this.#retries(),
      speed: clock.speed,
      cruise: settings.cruise,
    });
    if (leapMs > 0) await clock.leap(leapMs, { most: settings.leap, pace, stop });
    else await clock.steer(pace);
    await delay(leapMs > TICK_MS * pace ? 0 : TICK_MS, undefined, { signal: stop });
  }

  /** Refused acts that are about to be tried again; one whose time is long over was overtaken by somebody else. */
  #retries(): number {
    for (const [key, from] of this.#soon) if (from < performance.now() - 10 * SOON_MS) this.#soon.delete(key);
    return this.#soon.size;
  }
}
