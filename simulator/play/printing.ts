/** Whatever leaves on paper is printed before: the office keeps each, and says which could not be. */
import type { components } from '../../api/contract.generated.ts';
import type { Act } from '../story/story.ts';
import type { World } from './world.ts';

type DocumentKind = components['schemas']['DocumentKind'];

/** By the act that it goes with. A letter that begins an attempt is of the kind that the office says. */
const KINDS: Readonly<Record<string, DocumentKind | 'letter'>> = {
  letterSent: 'letter',
  certificateIssued: 'certificate',
};

export async function printBefore(world: World, { key, what, path, transferId, byStaffId }: Act): Promise<void> {
  const kind = path === '/transfers/{id}/facts' ? KINDS[what] : undefined;
  if (!world.settings.prints || kind === undefined || transferId === undefined) return;
  const lies = world.story.printedFor.get(key);
  if (lies === true) return;
  const printed = await (kind === 'letter'
    ? printLetter(world, transferId)
    : printKind(world, { kind, transferId, byStaffId }));
  // Why it cannot be printed is said once, however often it is tried.
  if (printed.problem === undefined || lies === undefined) await world.record({ kind: 'printed', key, ...printed });
}

interface Printed {
  readonly paper: string;
  /** Why it could not be printed. */
  readonly problem?: string;
}

async function printLetter({ api }: World, transferId: string): Promise<Printed> {
  const { id } = api.oneOf('letterClerk');
  const { items, refused } = await api.sure(id, (headers) =>
    api.client.POST('/documents/letters', { headers, body: { transferIds: [transferId] } }),
  );
  const [document] = items;
  if (document) return { paper: document.kind };
  return { paper: 'letter', problem: refused[0]?.why.type ?? 'nothing was printed' };
}

async function printKind(
  { api }: World,
  { kind, transferId, byStaffId }: { kind: DocumentKind; transferId: string; byStaffId: string },
): Promise<Printed> {
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/transfers/{id}/documents', {
      headers,
      params: { path: { id: transferId } },
      body: { kind },
    }),
  );
  return { paper: kind, ...(!answer.ok && { problem: answer.problem.type }) };
}
