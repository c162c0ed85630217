/** What shows persons is noted when it is shown: who, what, when. Each operation says here whose records its answer opens. */
import type { Request, RequestHandler } from 'express';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Locals, OperationId } from '../handling/handler.ts';
import { operationOf } from '../handling/operation.ts';

type Seen = readonly (string | null)[];

interface Read {
  /** Of the answer, where it says how much was shown. */
  readonly kind: string | ((body: never) => string);
  /** The transfers that were seen, from what is answered; undefined: nobody was shown. */
  readonly seen: (body: never, req: Request) => Seen | undefined;
  /** The console asks for it again and again while its page is open. */
  readonly polled?: true;
}

interface Standing {
  readonly transferId: string | null;
}
interface Page<Item> {
  readonly items: readonly Item[];
}

const anyOf = (ids: Seen): Seen | undefined => (ids.length > 0 ? ids : undefined);
const each = ({ items }: Page<{ readonly id: string }>) => anyOf(items.map(({ id }) => id));
const ofEach = ({ items }: Page<Standing>) => anyOf(items.map(({ transferId }) => transferId));
const ofOne = ({ transferId }: Standing): Seen => [transferId];
const addressed = (_: unknown, { params }: Request): Seen => [params['id'] as string];
interface About {
  readonly personOf: string | null;
}
const ofWhom = ({ items }: Page<About>) => anyOf(items.map(({ personOf }) => personOf));
/** Money of nobody names its payer all the same. */
const ofParts = ({ items }: Page<{ readonly parts: readonly Standing[] }>) =>
  items.length > 0 ? items.flatMap(({ parts }) => parts.map(({ transferId }) => transferId)) : undefined;
const ofWaiting = ({ items }: Page<{ readonly part: Standing }>) => anyOf(items.map(({ part }) => part.transferId));
/** Whoever was paid or paid is named, of whatever transfer the money was. */
const ofDebits = ({
  items,
}: Page<{ readonly tasks: readonly Standing[]; readonly takenBack: readonly Standing[] }>): Seen | undefined =>
  items.length > 0
    ? [
        ...new Set(
          items.flatMap(({ tasks, takenBack }) => [...tasks, ...takenBack].map(({ transferId }) => transferId)),
        ),
      ]
    : undefined;
/** Numbers that are masked for most are seen whole by who has work with the person. */
const personKind = ({ inFull }: { readonly inFull: unknown }) => (inFull === null ? 'person' : 'personInFull');
const transferKind = ({ person }: { readonly person: { readonly inFull: unknown } }) =>
  person.inFull === null ? 'transfer' : 'transferInFull';
/** Every transfer of the person stands on the page. */
const ofPerson = ({ transfers }: { readonly transfers: readonly { readonly transfer: { readonly id: string } }[] }) =>
  transfers.map(({ transfer }) => transfer.id);
/** A proposal about no transfer is about colleagues or settings. */
const ofProposals = (proposals: readonly Standing[]) => anyOf(proposals.flatMap(({ transferId }) => transferId ?? []));

/** Searches, papers and numbers shown for a reason are noted where they are answered. */
export const READS: Readonly<Partial<Record<OperationId, Read>>> = {
  readTransfer: { kind: transferKind, seen: addressed, polled: true },
  // A row names its person.
  openSupplement: { kind: 'transfers', seen: ({ id }: { readonly id: string }) => [id] },
  reopenTransfer: { kind: 'approvals', seen: (proposal: Standing) => ofProposals([proposal]) },
  reverseTransfer: { kind: 'approvals', seen: (proposal: Standing) => ofProposals([proposal]) },
  readPerson: { kind: personKind, seen: ofPerson, polled: true },
  listEvents: { kind: 'events', seen: addressed, polled: true },
  // A whole life of contributions says more of somebody than a name.
  listContributions: { kind: 'contributions', seen: addressed, polled: true },
  enterContributions: { kind: 'contributions', seen: addressed },
  fetchContributions: { kind: 'contributions', seen: addressed },
  withdrawContribution: { kind: 'contributions', seen: addressed },
  listCoreDifferences: { kind: 'coreDifferences', seen: ofEach, polled: true },
  // What somebody wrote of a difference may name the person.
  listPlatformDifferences: { kind: 'platformDifferences', seen: ofEach, polled: true },
  listTransfers: { kind: 'transfers', seen: each, polled: true },
  listCompletionTransfers: { kind: 'completion', seen: each },
  listLetters: { kind: 'letters', seen: ofEach, polled: true },
  listCredits: { kind: 'credits', seen: ofParts },
  listWaitingMoney: { kind: 'credits', seen: ofWaiting, polled: true },
  listDebits: { kind: 'debits', seen: ofDebits },
  // Payees and their accounts stand there whole.
  listRemittances: { kind: 'remittances', seen: ofEach, polled: true },
  planRemittance: { kind: 'remittances', seen: ofOne },
  recordRemittanceFact: { kind: 'remittances', seen: ofOne },
  joinDebit: { kind: 'approvals', seen: (proposal: Standing) => ofProposals([proposal]) },
  releaseRemittance: { kind: 'approvals', seen: (proposal: Standing) => ofProposals([proposal]) },
  listApprovals: {
    kind: 'approvals',
    seen: ({ toConfirm, proposed }: { toConfirm: Standing[]; proposed: Standing[] }) =>
      ofProposals([toConfirm, proposed].flat()),
    polled: true,
  },
  readApproval: { kind: 'approvals', seen: (proposal: Standing) => ofProposals([proposal]) },
  // Words of colleagues may name somebody.
  listHandOverNotes: {
    kind: 'handOverNotes',
    seen: ({ items }: Page<unknown>, req) => (items.length > 0 ? addressed(undefined, req) : undefined),
    polled: true,
  },
  listMyHandOverNotes: { kind: 'handOverNotes', seen: ofEach, polled: true },
  markHandOverNoteRead: { kind: 'handOverNotes', seen: ({ transferId }: Standing) => [transferId] },
  // Who was not accepted has no transfer; somebody was shown all the same.
  listRefusals: { kind: 'refusals', seen: ofEach },
  readRefusal: { kind: 'refusals', seen: ({ transferId }: Standing) => [transferId] },
  // Whom a paper that waits is about has no transfer yet.
  listIncoming: { kind: 'incoming', seen: ofEach, polled: true },
  readIncoming: { kind: 'incoming', seen: ({ transferId }: Standing) => [transferId] },
  registerIncoming: { kind: 'incoming', seen: ({ transferId }: Standing) => [transferId] },
  placeIncoming: { kind: 'incoming', seen: ({ transferId }: Standing) => [transferId] },
  setIncomingAside: { kind: 'incoming', seen: ({ transferId }: Standing) => [transferId] },
  takeIncomingUp: { kind: 'incoming', seen: ({ transferId }: Standing) => [transferId] },
  // Whom the office knows without a transfer was shown all the same.
  listContacts: { kind: 'contacts', seen: ofWhom, polled: true },
  recordContact: { kind: 'contacts', seen: ({ personOf }: About) => [personOf] },
  listPromises: { kind: 'promises', seen: ofWhom, polled: true },
  correctContact: { kind: transferKind, seen: addressed },
  // A proposal says what stands there now, the whole number too.
  correctIdentity: { kind: 'approvals', seen: (proposal: Standing) => ofProposals([proposal]) },
  joinPersons: { kind: 'approvals', seen: (proposal: Standing) => ofProposals([proposal]) },
  readArchiveBox: { kind: 'archiveBox', seen: ofEach },
  takeOutOfBox: { kind: 'archiveBox', seen: ofEach },
  // Who stands in a refused line has no transfer yet.
  readImportLine: { kind: 'importLine', seen: () => [] },
  listLookUps: { kind: 'lookUps', seen: () => [] },
};

export const noteReads =
  ({ lookUps }: Pick<ApiDependencies, 'lookUps'>): RequestHandler =>
  (req, res, next) => {
    const operation = operationOf(req);
    const read = operation && READS[operation];
    if (read) {
      const answer = res.json.bind(res);
      res.json = (body: unknown) => {
        const { me } = res.locals as Locals;
        const seen = res.statusCode < 400 ? read.seen(body as never, req) : undefined;
        if (seen) {
          const transferIds = seen.filter((id) => id !== null);
          const kind = typeof read.kind === 'string' ? read.kind : read.kind(body as never);
          const lookUp = { officeId: me.officeId, staffId: me.id, kind, transferIds };
          if (read.polled) lookUps.noteOnce(lookUp);
          else lookUps.note(lookUp);
        }
        return answer(body);
      };
    }
    next();
  };
