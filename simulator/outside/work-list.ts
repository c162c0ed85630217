/** The open transfers as the office shows them, and which steps are still awaited after an act. */
import type { components } from '../../api/contract.generated.ts';
import type { OfficeApi } from './office-api.ts';

export type TransferRow = components['schemas']['TransferRow'];

const IDLE_EVERY_MS = 2000;
/** While steps are awaited: a long list costs the office more than a short one, and is read less often. */
const AWAITING_MS_PER_ROW = 3;
const AWAITING_MS = { least: 150, most: 900 };
const PAGE = 200;

export class WorkList {
  readonly #api: OfficeApi;
  #rows: ReadonlyMap<string, TransferRow> = new Map();
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
      const query = { state: 'open', direction: 'in', limit: PAGE, ...(cursor && { cursor }) } as const;
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
