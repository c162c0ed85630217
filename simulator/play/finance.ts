/** The finance clerks: statements in, proposals confirmed, wrong and strange money sent back. */
import type { components } from '../../api/contract.generated.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { outstandingRemittances, statementAfter, statementFile, statementOf } from './bank.ts';
import { draws } from '../outside/draws.ts';
import { linesOf, sendFile } from '../outside/file-upload.ts';
import { afterOfficeMinutes, isOfficeHours, type OfficeMs } from '../outside/office-time.ts';
import type { StatementEntry } from '../story/story.ts';
import type { World } from './world.ts';

type CreditPart = components['schemas']['CreditPart'];

/** Parts that wait for their form or for the rest: the office settles them by itself. */
const WAITING_REASONS = ['F02', 'part'];
const SETTLED_STATES = ['matched', 'booked', 'returned'];

export class Finance {
  readonly #world: World;
  /** When each open credit is looked at next. */
  readonly #lookAt = new Map<string, OfficeMs>();

  constructor(world: World) {
    this.#world = world;
  }

  /** When something is next to do here. */
  nextDueAt(now: OfficeMs): OfficeMs {
    const { plan, story } = this.#world;
    const today = story.statements.has(dateOf(now));
    const statements = outstandingRemittances(plan, story)
      .map((one) => statementAfter(one.at))
      .map((ready) => (today && ready <= now ? statementAfter(now) : ready));
    return Math.min(...statements, this.oldestLookAt);
  }

  /** The credit that should be looked at first; Infinity when none waits for a look. */
  get oldestLookAt(): OfficeMs {
    return Math.min(...this.#lookAt.values(), Infinity);
  }

  async work(now: OfficeMs): Promise<void> {
    if (!isOfficeHours(now)) return;
    const { plan, story } = this.#world;
    for (const name of story.statements.keys()) if (!story.statementsIn.has(name)) await this.#handIn(name, now);
    const today = dateOf(now);
    const entries = story.statements.has(today)
      ? undefined
      : statementOf(plan, outstandingRemittances(plan, story), today);
    if (entries) {
      await this.#world.record({ kind: 'statement', name: today, entries });
      await this.#handIn(today, now);
    }
    for (const [serial, entry] of [...story.openCredits]) {
      const lookAt = this.#lookAt.get(serial) ?? now;
      if (lookAt <= now) await this.#settle(entry, now);
    }
  }

  async #handIn(name: string, now: OfficeMs): Promise<void> {
    const { api, story, record } = this.#world;
    const { id: staffId } = api.oneOf('finance');
    const entries = story.statements.get(name) ?? [];
    const { id } = await sendFile(api, staffId, { kind: 'bankStatement', ...statementFile(name, entries) });
    const lines = await linesOf(api, staffId, id);
    const clear = new Set(
      lines.flatMap(({ serial, verdict }) =>
        serial !== null && (verdict === 'match' || verdict === 'split') ? [serial] : [],
      ),
    );
    const open = entries.map(({ serial }) => serial).filter((serial) => !clear.has(serial));
    await record({ kind: 'statementIn', name, open });
    for (const serial of open) this.#lookAgain(serial, now, 120);
  }

  #lookAgain(serial: string, now: OfficeMs, minutes: number): void {
    const some = draws(this.#world.plan.seed, 'look', serial).integer('minutes', 0, 120);
    this.#lookAt.set(serial, afterOfficeMinutes(now, minutes + some));
  }

  async #settle(entry: StatementEntry, now: OfficeMs): Promise<void> {
    const { api, record } = this.#world;
    const { serial } = entry;
    const { id: staffId } = api.oneOf('finance');
    const { items } = await api.sure(staffId, (headers) =>
      api.client.GET('/credits', { headers, params: { query: { serial } } }),
    );
    const credit = items[0];
    const left = credit?.parts.filter(({ state }) => !SETTLED_STATES.includes(state)) ?? [];
    if (!credit || left.length === 0) {
      this.#lookAt.delete(serial);
      return record({ kind: 'creditSettled', serial });
    }
    for (const part of left) await this.#decide(staffId, credit.id, part, entry);
    this.#lookAgain(serial, now, 480);
  }

  /** One decision for one part; what it leaves over is looked at again the next day. */
  async #decide(staffId: string, creditId: string, part: CreditPart, entry: StatementEntry): Promise<void> {
    if (this.#goesBack(entry)) {
      if (part.state === 'proposed') return this.#match(staffId, creditId, { partId: part.id, decision: 'reject' });
      return this.#giveBack(staffId, creditId, part.id, entry.toReturn ?? 'F07');
    }
    const { story } = this.#world;
    if (part.state === 'proposed') {
      const right = entry.shares.some(({ no }) => story.cases.get(no)?.transferId === part.transferId);
      if (WAITING_REASONS.includes(part.reason) || part.reason === 'F03') return;
      return this.#match(staffId, creditId, { partId: part.id, decision: right ? 'confirm' : 'reject' });
    }
    for (const { no, amountFen } of entry.shares) {
      const one = story.cases.get(no);
      const hasForm = [...(one?.facts ?? [])].some((fact) => fact.startsWith('infoFormReceived'));
      if (!one || one.ending || !hasForm) continue;
      const more = amountFen < part.amountFen ? { amountFen } : {};
      await this.#match(staffId, creditId, { partId: part.id, decision: 'match', transferId: one.transferId, ...more });
    }
  }

  /** Not ours, wrong, one too many, or for a case that ended without a transfer. */
  #goesBack({ toReturn, shares }: StatementEntry): boolean {
    const { cases } = this.#world.story;
    const lost = shares.every(({ no }) => {
      const ending = cases.get(no)?.ending;
      return ending !== undefined && ending.how !== 'completed';
    });
    return toReturn !== undefined || lost;
  }

  async #match(
    staffId: string,
    creditId: string,
    body: { partId: string; decision: 'confirm' | 'reject' | 'match'; transferId?: string; amountFen?: number },
  ): Promise<void> {
    const { api } = this.#world;
    const key = `s-${body.decision}-${body.partId}-${body.transferId ?? ''}`;
    // A refusal means that somebody was faster, or that the transfer waits for nothing more: tomorrow's look tells.
    await api.as(staffId, (headers) =>
      api.client.POST('/credits/{id}/matches', {
        headers,
        params: { path: { id: creditId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    );
  }

  async #giveBack(staffId: string, creditId: string, partId: string, reasonCode: string): Promise<void> {
    const { api } = this.#world;
    const answer = await api.as(staffId, (headers) =>
      api.client.POST('/credits/{id}/return', {
        headers,
        params: { path: { id: creditId }, header: { 'Idempotency-Key': `s-return-${partId}` } },
        body: { partId, reasonCode: reasonCode as 'F07' },
      }),
    );
    // The release before returned at once: the trial of an upgrade plays on it too.
    if (answer.ok && 'proposedBy' in answer.data) await this.#confirm(staffId, answer.data.id);
  }

  /** The other colleague of finance agrees; without one, the manager. */
  async #confirm(proposedBy: string, approvalId: string): Promise<void> {
    const { api } = this.#world;
    const second = api.colleagues.find(({ id, roles }) => id !== proposedBy && roles.includes('finance'));
    const { id } = second ?? api.oneOf('manager');
    await api.as(id, (headers) =>
      api.client.POST('/approvals/{id}/confirmation', { headers, params: { path: { id: approvalId } } }),
    );
  }
}
