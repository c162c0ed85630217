/** Whatever leaves on paper is printed before: the office keeps each, and says which could not be. */
import type { components } from '../../api/contract.generated.ts';
import type { Act } from '../story/story.ts';
import type { World } from './world.ts';

type DocumentKind = components['schemas']['DocumentKind'];

/** By the act that it goes with. A letter that begins an attempt is of the kind that the office says. */
const WITH: Readonly<Record<string, DocumentKind | 'letter'>> = {
  letterSent: 'letter',
  certificateIssued: 'certificate',
  // What finance compares before the money leaves.
  planned: 'remittanceSlip',
  infoFormSent: 'infoForm',
  infoFormReissued: 'infoForm',
  untransferableTold: 'untransferableNotice',
};
/** What gives the reason that the paper says comes before it. */
const AFTER: Readonly<Record<string, DocumentKind>> = { letterSentBack: 'letterReturn' };

type Printing = Pick<Act, 'key' | 'what' | 'transferId' | 'byStaffId' | 'payment' | 'body'>;

export const printBefore = (world: World, act: Printing): Promise<void> => print(world, act, WITH[act.what]);
export const printAfter = (world: World, act: Printing): Promise<void> => print(world, act, AFTER[act.what]);

async function print(world: World, act: Printing, kind: DocumentKind | 'letter' | undefined): Promise<void> {
  const { key, transferId, byStaffId } = act;
  if (!world.settings.prints || kind === undefined || transferId === undefined || isNoPaper(world, act)) return;
  const lies = world.story.printedFor.get(key);
  if (lies === true) return;
  const printed = await (kind === 'letter'
    ? printLetter(world, transferId)
    : printKind(world, { kind, transferId, byStaffId }));
  // Why it cannot be printed is said once, however often it is tried.
  if (printed.problem === undefined || lies === undefined) await world.record({ kind: 'printed', key, ...printed });
}

/** A form goes as a file over the platform, and has no rows where somebody has typed its sums; what came back is paid by the slip that there is. */
function isNoPaper({ story }: World, { what, transferId = '', payment, body }: Printing): boolean {
  if (what === 'planned') return payment?.replaces !== undefined;
  if (WITH[what] !== 'infoForm') return false;
  return body['channel'] === 'platform' || story.requestsByTransfer.get(transferId)?.formHasRows !== true;
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
