/** What the office does besides: tells people, clears its tasks, and bears that colleagues are away. */
import type { components } from '../../api/contract.generated.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { draws } from '../outside/draws.ts';
import { afterOfficeMinutes, isOfficeHours, workingDaysOf, type OfficeMs } from '../outside/office-time.ts';
import { inParallel } from '../../domain/in-parallel.ts';
import { printBefore } from './printing.ts';
import type { World } from './world.ts';

type Task = components['schemas']['Task'];

const LOOK_EVERY_MS = 2500;
const MONEY: readonly Task['kind'][] = ['suspense', 'bouncedRemittance'];
const NOTES: Readonly<Partial<Record<Task['kind'], string>>> = { phoneNotice: '已电话告知', lateRemittance: '已催办' };

export class Errands {
  readonly #world: World;
  #lookedAt = -Infinity;

  constructor(world: World) {
    this.#world = world;
  }

  async work(now: OfficeMs): Promise<void> {
    if (!isOfficeHours(now)) return;
    await this.#absences(now);
    if (performance.now() - this.#lookedAt < LOOK_EVERY_MS) return;
    this.#lookedAt = performance.now();
    const { api } = this.#world;
    const { id } = api.oneOf('manager');
    const { items } = await api.sure(id, (headers) =>
      api.client.GET('/tasks', { headers, params: { query: { state: 'open', limit: 100 } } }),
    );
    const due = items.filter((task) => this.#isMine(task) && afterOfficeMinutes(Date.parse(task.openedAt), 150) <= now);
    await inParallel(due, 4, (task) => this.#clear(task));
  }

  /** Money is decided where it lies, or paid anew; a visitor's transfer is the visitor's. */
  #isMine({ kind, transferId, owner, about }: Task): boolean {
    const { byTransfer, requestsByTransfer } = this.#world.story;
    const known = transferId === null || byTransfer.has(transferId) || requestsByTransfer.has(transferId);
    const isMoney = MONEY.includes(kind) || (kind === 'moneyOut' && typeof about['remittanceId'] === 'string');
    return known && !isMoney && this.#world.api.has(owner.id);
  }

  async #clear({ id, kind, transferId, owner }: Task): Promise<void> {
    const { api, plan } = this.#world;
    // A refusal means that it is cleared already.
    if (kind === 'tellPerson' && transferId !== null) {
      const channel = draws(plan.seed, 'tell', id).pick('channel', ['phone', 'phone', 'window', 'letter'] as const);
      await api.as(owner.id, (headers) =>
        api.client.POST('/transfers/{id}/facts', {
          headers,
          params: { path: { id: transferId }, header: { 'Idempotency-Key': `s-told-${id}` } },
          body: { kind: 'personTold', taskId: id, channel },
        }),
      );
      return;
    }
    // In writing, and with its day (94号 Art. 3).
    if (kind === 'untransferableNotice' && transferId !== null) {
      const key = `s-untransferable-${id}`;
      const body = { channel: 'letter' };
      await printBefore(this.#world, { key, what: 'untransferableTold', transferId, byStaffId: owner.id, body });
      await api.as(owner.id, (headers) =>
        api.client.POST('/transfers/{id}/facts', {
          headers,
          params: { path: { id: transferId }, header: { 'Idempotency-Key': key } },
          body: { kind: 'untransferableTold', channel: 'letter' },
        }),
      );
      return;
    }
    const note = NOTES[kind] ?? '已核实';
    await api.as(owner.id, (headers) =>
      api.client.POST('/tasks/{id}/closing', { headers, params: { path: { id } }, body: { note } }),
    );
  }

  /** A reviewer is ill for three days, an entry clerk at a course for two; both come back. */
  async #absences(now: OfficeMs): Promise<void> {
    const { month } = this.#world.plan;
    const days = workingDaysOf(month.from, month.to);
    const today = dateOf(now);
    for (const [role, from, length] of [['reviewer', 5, 3] as const, ['entryClerk', 11, 2] as const]) {
      const fromDay = days[from];
      const untilDay = days[from + length - 1];
      if (fromDay === undefined || untilDay === undefined || today < fromDay) continue;
      if (today <= untilDay) await this.#leaves(role, fromDay, untilDay);
      else await this.#returns(role);
    }
  }

  async #leaves(role: 'reviewer' | 'entryClerk', fromDay: string, untilDay: string): Promise<void> {
    const { api, story, record } = this.#world;
    if (story.errands.has(`${role} away`)) return;
    const staffId = api.oneOf(role).id;
    const answer = await api.as(api.oneOf('manager').id, (headers) =>
      api.client.POST('/absences', { headers, body: { staffId, fromDay, untilDay } }),
    );
    await record({ kind: 'errand', name: `${role} away`, ...(answer.ok && { id: answer.data.id }) });
  }

  async #returns(role: 'reviewer' | 'entryClerk'): Promise<void> {
    const { api, story, record } = this.#world;
    const id = story.errands.get(`${role} away`);
    if (!id || story.errands.has(`${role} back`)) return;
    await api.as(api.oneOf('manager').id, (headers) =>
      api.client.DELETE('/absences/{id}', { headers, params: { path: { id } } }),
    );
    await record({ kind: 'errand', name: `${role} back` });
  }
}
