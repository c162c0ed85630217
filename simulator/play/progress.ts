/** A play in numbers: how far it is, how its messages stand, and what should be zero. */
import type { components } from '../../api/contract.generated.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { inParallel } from '../../domain/in-parallel.ts';
import type { Story } from '../story/story.ts';
import { truthOf } from '../story/truth.ts';
import { truthOfRequests } from '../story/truth-out.ts';
import type { World } from './world.ts';

type Notice = components['schemas']['Notice'];

export function progressLine({ story, plan }: World, officeNow: number): string {
  const { transfers, letters: expected } = plan.month;
  const cases = [...story.cases.values()].filter(({ no }) => no <= transfers);
  const { closedWithAttempt, rates } = truthOf(story, transfers);
  const ended = cases.filter(({ ending }) => ending !== undefined).length;
  const letters = cases.reduce((sum, one) => sum + one.letters.length, 0);
  const closed = `${Object.values(closedWithAttempt).join('/')} (${rates[3] ?? '–'} %)`;
  const came = `${cases.length} of ${transfers} accepted, ${letters} letters, ${ended} ended; closed with attempt 1/2/3: ${closed}`;
  return `${dateOf(officeNow)}: ${came}${expected > 0 ? `; ${requestsLine(story, expected)}` : ''}`;
}

function requestsLine({ requests }: Story, expected: number): string {
  const all = [...requests.values()];
  const ended = all.filter(({ ending }) => ending !== undefined).length;
  return `out: ${String(all.length)} of ${String(expected)} letters came, ${String(ended)} ended (${truthOfRequests(all).inPeriod.rate ?? '–'} %)`;
}

/** How the notices of these transfers stand; asked one by one, because no figure counts them by state. */
export async function noticesOf({ api, story }: World): Promise<Record<Notice['state'], number>> {
  const { id: staffId } = api.oneOf('manager');
  const counts = { queued: 0, sending: 0, sent: 0, delivered: 0, failed: 0, unknown: 0, notSent: 0 };
  await inParallel([...story.cases.values()], 6, async ({ transferId: id }) => {
    const { notices } = await api.sure(staffId, (headers) =>
      api.client.GET('/transfers/{id}', { headers, params: { path: { id } } }),
    );
    for (const { state } of notices) counts[state] += 1;
  });
  return counts;
}

/** What should be zero. */
export async function operationsOf({ api }: World) {
  return api.sure(api.oneOf('administrator').id, (headers) => api.client.GET('/operations', { headers }));
}
