/** Money out: finance pays what a transfer-out waits for, the finance bureau answers, and the bank's statements say what became of it. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { sendFile } from '../outside/file-upload.ts';
import { isOfficeHours, type OfficeMs } from '../outside/office-time.ts';
import type { TransferRow } from '../outside/work-list.ts';
import type { RequestStory } from '../story/request-story.ts';
import { applicationsOf, bureauPaysAt } from './bureau.ts';
import { handledAt } from './desk-hours.ts';
import { draws } from '../outside/draws.ts';
import { movementsOf, paymentsFile, paymentsOn, toldAt } from './expenditure-account.ts';
import { dutyOfPayment, planned, type PaymentDuty } from './payer.ts';
import type { World } from './world.ts';

export class PaymentDesk {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** What finance has to do with money that leaves, as far as it is known now. */
  duties(rows: readonly TransferRow[]): PaymentDuty[] {
    const { story } = this.#world;
    const begun = story.payments.open.flatMap((payment) => {
      const request = story.requests.get(payment.no);
      const about = { plan: this.#world.plan, payment, second: this.#second(payment.byStaffId) };
      return (request && dutyOfPayment({ ...about, request })) ?? [];
    });
    return [...begun, ...rows.flatMap((row) => this.#toPlan(row) ?? [])].filter(({ act }) => !story.done.has(act.key));
  }

  /** When the bureau or the bank says something next. */
  nextDueAt(now: OfficeMs): OfficeMs {
    const { plan, story } = this.#world;
    const today = dateOf(now);
    const funds = applicationsOf(story).map((payment) => bureauPaysAt(plan, story, payment));
    const statements = movementsOf(plan, story.payments).map(({ on }) => toldAt(on));
    // Today's is out: what is not on it is on the next.
    const next = story.payments.statements.has(today) ? toldAt(today) : -Infinity;
    return Math.min(...funds, ...statements.map((ready) => Math.max(ready, next)), Infinity);
  }

  /** @returns whose money has left by the bank's word, and was not known to have */
  async work(now: OfficeMs): Promise<string[]> {
    if (!isOfficeHours(now)) return [];
    const { plan, story, record } = this.#world;
    await this.#bureauPays(now);
    const { payments } = story;
    const today = dateOf(now);
    const entries = payments.statements.has(today) ? undefined : paymentsOn(plan, payments, today);
    if (entries) await record({ kind: 'payments', name: today, entries });
    return this.#handIn(now);
  }

  async #bureauPays(now: OfficeMs): Promise<void> {
    const { plan, story, record } = this.#world;
    for (const payment of applicationsOf(story)) {
      const paidAt = bureauPaysAt(plan, story, payment);
      if (paidAt > now) continue;
      const { id, amountFen } = payment;
      await record({ kind: 'bureauPaid', payment: id, amountFen, at: new Date(paidAt).toISOString() });
    }
  }

  async #handIn(now: OfficeMs): Promise<string[]> {
    const { api, story, record } = this.#world;
    const { payments, requests } = story;
    const { id: staffId } = api.oneOf('finance');
    const unsettled = new Set([...payments.all.values()].filter(({ counted }) => !counted));
    for (const [name, entries] of payments.statements) {
      if (payments.statementsIn.has(name)) continue;
      await sendFile(api, staffId, { kind: 'bankStatement', ...paymentsFile(name, entries) });
      await record({ kind: 'paymentsIn', name, at: new Date(now).toISOString() });
    }
    return [...unsettled].filter(({ counted }) => counted).flatMap(({ no }) => requests.get(no)?.transferId ?? []);
  }

  /** Whoever has the step plans what of the form no payment is under way for. */
  #toPlan({ id: transferId, openStep }: TransferRow): PaymentDuty | undefined {
    const { plan, story } = this.#world;
    const request = story.requestsByTransfer.get(transferId);
    if (!request || openStep?.step !== 'remitting') return undefined;
    const before = story.payments.of(request.no);
    const amountFen = request.formFen - request.sentFen;
    if (amountFen <= 0 || before.some(({ counted, replacedBy }) => !counted && replacedBy === undefined))
      return undefined;
    const { owner, ordinal } = openStep;
    return {
      dueAt: handledAt(openStep, draws(plan.seed, 'desk out', request.no, ordinal)),
      act: planned(plan, request, {
        id: `${String(request.no)}-${String(1 + before.filter(({ replaces }) => replaces === undefined).length)}`,
        byStaffId: owner.id,
        body: { transferId, amountFen, ...partsOf(request, amountFen) },
      }),
    };
  }

  /** The other colleague of finance; without one, the manager. */
  #second(plannedBy: string): string {
    const { api } = this.#world;
    const other = api.colleagues.find(({ id, roles }) => id !== plannedBy && roles.includes('finance'));
    return (other ?? api.oneOf('manager')).id;
  }
}

/** First all of the account; what a correction adds is of the pooled fund. */
function partsOf({ formAccountFen, sentFen }: RequestStory, amountFen: number) {
  const accountFen = sentFen === 0 ? Math.min(formAccountFen, amountFen) : 0;
  return { accountFen, pooledFen: amountFen - accountFen };
}
