/** The account post: entered forms go to the core system once a day, and what it says otherwise is looked into. */
import type { components } from '../../api/contract.generated.ts';
import { dateOf, minuteOfDay } from '../../domain/time/shanghai-day.ts';
import { inParallel } from '../../domain/in-parallel.ts';
import { isOfficeHours, type OfficeMs } from '../outside/office-time.ts';
import type { World } from './world.ts';

type Difference = components['schemas']['CoreDifferences']['items'][number];

const FROM_MINUTE = 16 * 60;
const PAGE = 200;

export class AccountPost {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Late in the afternoon, when most of the day's forms are entered. */
  async work(now: OfficeMs): Promise<void> {
    if (this.#world.settings.corePort === undefined || !isOfficeHours(now) || minuteOfDay(now) < FROM_MINUTE) return;
    const name = `core ${dateOf(now)}`;
    if (this.#world.story.errands.has(name)) return;
    await this.#sendBatch(name);
    await this.#settleDifferences();
    await this.#world.record({ kind: 'errand', name });
  }

  /** With the same name the same batch; nothing where no form waits. */
  async #sendBatch(name: string): Promise<void> {
    const { api, plan } = this.#world;
    const { id } = api.oneOf('accountClerk');
    const { waiting } = await api.sure(id, (headers) => api.client.GET('/core/batches', { headers }));
    if (waiting === 0) return;
    await api.as(id, (headers) =>
      api.client.POST('/core/batches', {
        headers,
        params: { header: { 'Idempotency-Key': `s${String(plan.seed)}-${name.replace(' ', '-')}` } },
        body: { by: 'gateway' },
      }),
    );
  }

  async #differences(staffId: string): Promise<Difference[]> {
    const { api } = this.#world;
    const found: Difference[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: PAGE, ...(cursor && { cursor }) };
      const page = await api.sure(staffId, (headers) =>
        api.client.GET('/core/differences', { headers, params: { query } }),
      );
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  }

  async #settleDifferences(): Promise<void> {
    const { api } = this.#world;
    const { id } = api.oneOf('accountClerk');
    const ours = (await this.#differences(id)).filter(({ owner }) => api.has(owner.id));
    // A refusal means that it is gone.
    await inParallel(ours, 4, async (one) => {
      await api.as(one.owner.id, (headers) =>
        api.client.POST('/core/differences/{id}/settlement', {
          headers,
          params: { path: { id: one.id } },
          body: { note: '已与核心系统核对' },
        }),
      );
    });
  }
}
