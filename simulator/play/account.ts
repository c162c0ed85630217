/** What a clerk sees of an account: the rows that the core system has told, and the form that the office makes of them. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { RequestStory } from '../story/request-story.ts';
import type { World } from './world.ts';

export interface SeenAccount {
  /** Lines ④ to ⑥; null where nobody can say them. */
  readonly form: { readonly accountTotalFen: number; readonly pooledFundFen: number; readonly totalFen: number } | null;
  /** Some of it cannot move for want of a paper. */
  readonly partStays: boolean;
}

/** Asks the core system; undefined: it knows nobody of that number. */
export async function fetchAccount(
  world: World,
  staffId: string,
  story: RequestStory,
): Promise<SeenAccount | undefined> {
  if (world.settings.corePort === undefined) return onScreen(world, story);
  const answer = await world.api.as(staffId, (headers) =>
    world.api.client.POST('/transfers/{id}/contributions/fetching', {
      headers,
      params: { path: { id: story.transferId } },
    }),
  );
  if (answer.ok) return { form: answer.data.form, partStays: answer.data.notTransferable.length > 0 };
  if (answer.problem.type.endsWith('/not-found')) return undefined;
  throw new Error(`the account behind letter ${String(story.no)} cannot be asked for: ${answer.problem.type}`);
}

/** What was told when the letter was checked. @throws when no form follows from it */
export async function readForm(world: World, staffId: string, story: RequestStory) {
  const account =
    world.settings.corePort === undefined ? onScreen(world, story) : await readAccount(world, staffId, story);
  if (!account?.form) throw new Error(`no form follows from the account behind letter ${String(story.no)}`);
  return account.form;
}

async function readAccount({ api }: World, staffId: string, { transferId: id }: RequestStory): Promise<SeenAccount> {
  const { form, notTransferable } = await api.sure(staffId, (headers) =>
    api.client.GET('/transfers/{id}/contributions', { headers, params: { path: { id } } }),
  );
  return { form, partStays: notTransferable.length > 0 };
}

/** Where the office has no line to the core system, its clerks look at that system's own screen. */
function onScreen({ plan }: World, { no, arrivedAt }: RequestStory): SeenAccount | undefined {
  const account = plan.requests.accountOf(no, dateOf(arrivedAt));
  if (!account) return undefined;
  const partStays = account.rows.some(({ nature }) => nature === 'lumpSum');
  return { form: account.form as SeenAccount['form'], partStays };
}
