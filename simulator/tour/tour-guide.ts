/** Tells in sentences who holds a transfer, and waits for a visitor's Enter. */
import { createInterface } from 'node:readline/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../api/contract.generated.ts';
import type { EmployeeStep } from '../../domain/procedures/in-employee.ts';
import type { OfficeApi } from '../outside/office-api.ts';

type Progress = components['schemas']['Progress'];
type StepView = components['schemas']['StepView'];

const TITLES: Readonly<Record<string, string>> = {
  clerk: 'clerk',
  letterClerk: 'letter clerk',
  entryClerk: 'entry clerk',
  reviewer: 'reviewer',
  accountClerk: 'account clerk',
  finance: 'finance clerk',
  manager: 'the manager',
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const PATIENCE_MS = 60_000;

/** `2026-06-03` and instants: `3 June`, in Asia/Shanghai. */
export function dayInWords(moment: string): string {
  const day = moment.length === 10 ? moment : new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`;
}

export class TourGuide {
  readonly #api: OfficeApi;
  readonly #stop: AbortSignal;

  constructor(api: OfficeApi, stop: AbortSignal) {
    this.#api = api;
    this.#stop = stop;
  }

  say(sentence: string): void {
    console.log(`\n${sentence}`);
  }

  /** One Enter; without a terminal it goes on by itself. */
  async next(what: string): Promise<void> {
    if (!process.stdin.isTTY) return console.log(`\n→ ${what}`);
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    await terminal.question(`\n→ ${what} [Enter] `, { signal: this.#stop });
    terminal.close();
  }

  /** `letter clerk 3`. */
  nameOf(staffId: string): string {
    const found = this.#api.colleagues.find(({ id }) => id === staffId);
    const number = /\d+$/.exec(found?.username ?? '')?.[0];
    const title = TITLES[found?.roles[0] ?? ''] ?? 'a colleague';
    return number === undefined ? title : `${title} ${number}`;
  }

  /** `letter clerk 3 holds it since 3 June, due 24 June`. */
  holderOf({ owner, openedAt, dueOn }: StepView): string {
    return `${this.nameOf(owner.id)} holds it since ${dayInWords(openedAt)}, due ${dayInWords(dueOn)}`;
  }

  async progressOf(transferId: string): Promise<Progress> {
    return this.#api.sure(this.#api.oneOf('manager').id, (headers) =>
      this.#api.client.GET('/transfers/{id}/progress', { headers, params: { path: { id: transferId } } }),
    );
  }

  /** The open step, once it is this one. @throws after a minute */
  async untilStep(transferId: string, step: EmployeeStep): Promise<StepView> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const { steps } = await this.progressOf(transferId);
      const last = steps.at(-1);
      if (last && last.step === step && last.closedAt === null) return last;
      if (performance.now() > deadline) throw new Error(`the step ${step} did not open within a minute`);
      await delay(150, undefined, { signal: this.#stop });
    }
  }
}
