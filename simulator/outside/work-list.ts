/** The open transfers as the office shows them, as its answers to acts change them, and what is still awaited after one. */
import type { components } from '../../api/contract.generated.ts';
import type { OfficeApi } from './office-api.ts';

export type TransferRow = components['schemas']['TransferRow'];
export type OpenStep = components['schemas']['OpenStep'];

const IDLE_EVERY_MS = 2000;
/** While steps are awaited: a long list costs the office more than a short one, and is read less often. */
const AWAITING_MS_PER_ROW = 3;
const AWAITING_MS = { least: 150, most: 900 };
const PAGE = 200;

export class WorkList {
  readonly #api: OfficeApi;
  #rows = new Map<string, TransferRow>();
  /** Closed by an act, its successor not seen yet: transfer → ordinal, since (real). */
  readonly #awaited = new Map<string, { readonly ordinal: number; readonly since: number }>();
  #lookedAt = -Infinity;

  constructor(api: OfficeApi) {
    this.#api = api;
  }

  /** Those that are not between two steps as far as we know. */
  get rows(): TransferRow[] {
    return [...this.#rows.values()].filter(({ id }) => !this.#awaited.has(id));
  }

  row(transferId: string): TransferRow | undefined {
    return this.#rows.get(transferId);
  }

  get awaited(): number {
    return this.#awaited.size;
  }

  /** Real milliseconds for which the oldest awaited step has been waiting. */
  get waitingMs(): number {
    const since = Math.min(...[...this.#awaited.values()].map((one) => one.since));
    return this.#awaited.size === 0 ? 0 : performance.now() - since;
  }

  await(transferId: string, ordinal: number): void {
    this.#awaited.set(transferId, { ordinal, since: performance.now() });
  }

  /** The answer to an act has said what is open now; null when the transfer has ended. Not while the list is being read. */
  take(transferId: string, openStep: OpenStep | null): void {
    const row = this.#rows.get(transferId);
    if (!row) return this.await(transferId, openStep ? openStep.ordinal - 1 : Infinity);
    if (openStep) this.#rows.set(transferId, { ...row, openStep });
    else this.#rows.delete(transferId);
  }

  get #awaitingEveryMs(): number {
    return Math.min(AWAITING_MS.most, Math.max(AWAITING_MS.least, this.#rows.size * AWAITING_MS_PER_ROW));
  }

  /** The next look is not put off. */
  isStale(): void {
    this.#lookedAt = Math.min(this.#lookedAt, performance.now() - IDLE_EVERY_MS + this.#awaitingEveryMs);
  }

  /** Reads all open transfers: soon when something is awaited, now and then for what others do. */
  async look(): Promise<void> {
    const since = performance.now() - this.#lookedAt;
    if (since < (this.#awaited.size > 0 ? this.#awaitingEveryMs : IDLE_EVERY_MS)) return;
    this.#lookedAt = performance.now();
    const { id } = this.#api.oneOf('manager');
    const rows = new Map<string, TransferRow>();
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { state: 'open', limit: PAGE, ...(cursor && { cursor }) } as const;
      const page = await this.#api.sure(id, (headers) =>
        this.#api.client.GET('/transfers', { headers, params: { query } }),
      );
      for (const row of page.items) rows.set(row.id, row);
      cursor = page.next;
    }
    this.#rows = rows;
    for (const [transferId, { ordinal }] of this.#awaited) {
      const row = rows.get(transferId);
      if (!row || (row.openStep && row.openStep.ordinal > ordinal)) this.#awaited.delete(transferId);
    }
  }
}
