/** What becomes of a paper: which transfer it opens or belongs to, and who has to look at it. */
import { refuseDefects } from '../../domain/errors.ts';
import { DIRECTION_OF, type IncomingKind, type IncomingState, type ParkedFor } from '../../domain/incoming/papers.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { acceptLetter } from '../counter/accept-letter.ts';
import { recordNewFactIn } from '../facts/recording.ts';
import { openOfficeTask, openTaskOf } from '../holding/tasks.ts';
import {
  findNamed,
  findSameLetter,
  findSender,
  findTransferBy,
  findTransfersOf,
  type FoundTransfer,
  type Named,
} from './find.ts';

/** As far as it is legible, or was found out since. */
export interface SaidOfPaper {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly kind: IncomingKind;
  readonly arrivedAt: Date;
  readonly senderAreaCode?: string | undefined;
  readonly letterNo?: string | undefined;
  readonly letterDated?: string | undefined;
  readonly person?: { readonly name?: string | undefined; readonly idNumber?: string | undefined } | undefined;
  /** Of a dispute: why. Absent, its steward says so. */
  readonly reasonCode?: string | undefined;
  /** Known to whoever has the paper in hand. */
  readonly transferId?: string | undefined;
}

export interface Placed {
  readonly state: IncomingState;
  readonly parkedFor?: ParkedFor;
  readonly transferId?: string;
  readonly sameAs?: string;
  readonly twoRegions?: boolean;
}

/** What the ledger knows of a paper. */
export interface Known {
  readonly senderId: string | undefined;
  readonly named: Named | undefined;
  readonly found: FoundTransfer | undefined;
}

export interface Placing extends Known {
  readonly tx: Tx;
  readonly keyring: Keyring;
  readonly id: string;
  readonly paper: SaidOfPaper;
}

/** @throws Refusal invalid (no such transfer) */
export async function lookUp(tx: Tx, keyring: Keyring, paper: SaidOfPaper): Promise<Known> {
  const { officeId, transferId, letterNo, senderAreaCode, arrivedAt } = paper;
  const senderId = await findSender(tx, senderAreaCode, dateOf(arrivedAt));
  const named = await findNamed(tx, keyring, officeId, paper.person?.idNumber);
  const told = transferId === undefined ? undefined : await findTransferBy(tx, officeId, { id: transferId });
  if (transferId !== undefined && !told)
    refuseDefects([{ field: 'transferId', code: 'unknown', message: 'There is no such transfer.' }]);
  const numbered =
    letterNo === undefined
      ? undefined
      : await findTransferBy(tx, officeId, { number: letterNo, areaCode: senderAreaCode });
  return { senderId, named, found: told ?? numbered ?? (await ofPerson(tx, paper, named)) };
}

/** A form or our own letter belongs to a transfer-in, a dispute or a chaser to a transfer-out. */
async function ofPerson(tx: Tx, paper: SaidOfPaper, named: Named | undefined): Promise<FoundTransfer | undefined> {
  if (named?.personId === undefined || paper.kind === 'letter') return undefined;
  const wanted = DIRECTION_OF[paper.kind];
  const found = await findTransfersOf(tx, paper.officeId, named.personId);
  return found.find(
    ({ direction, areaCode }) =>
      (wanted === undefined || direction === wanted) &&
      (paper.senderAreaCode === undefined || areaCode === paper.senderAreaCode),
  );
}

export const placeFor = (placing: Placing): Promise<Placed> =>
  placing.paper.kind === 'letter' ? placeLetter(placing) : Promise.resolve(placeOther(placing.found));

/** A letter opens a transfer-out, unless it is here already, belongs to one that is named, or nobody can tell who asks for whom. */
async function placeLetter({ tx, keyring, id, paper, senderId, named, found }: Placing): Promise<Placed> {
  const { officeId, byStaffId, senderAreaCode, letterNo, letterDated, arrivedAt, transferId: told } = paper;
  if (told !== undefined) return placeOther(found);
  if (senderId === undefined || senderAreaCode === undefined) return { state: 'parked', parkedFor: 'sender' };
  const personId = named?.personId;
  const same = await findSameLetter(tx, { officeId, areaCode: senderAreaCode, letterNo, letterDated, personId });
  if (same) return { state: 'known', transferId: same.transferId, sameAs: same.id };
  const name = paper.person?.name?.trim() ?? '';
  if (!named || (personId === undefined && name === '')) return { state: 'parked', parkedFor: 'person' };
  const theirs = personId === undefined ? [] : await findTransfersOf(tx, officeId, personId);
  const open = theirs.filter(({ direction, isOpen }) => direction === 'out' && isOpen);
  const again = open.find(({ areaCode }) => areaCode === senderAreaCode);
  if (again) return { state: 'attached', transferId: again.id };
  const other = open.find(({ followed }) => followed);
  const transferId = await acceptLetter(tx, keyring, {
    officeId,
    byStaffId,
    incomingId: id,
    counterpartId: senderId,
    arrivedAt,
    person: personId === undefined ? { name, idNumber: named.idNumber } : { id: personId },
    joins: other && { caseId: other.caseId, transfers: other.transfers },
  });
  return { state: 'opened', transferId, twoRegions: other !== undefined };
}

const placeOther = (found: FoundTransfer | undefined): Placed =>
  found ? { state: 'attached', transferId: found.id } : { state: 'parked', parkedFor: 'case' };

/** Of its task: a paper that waited and was placed may have to be looked at once more. */
export const paperTaskKey = (id: string, isPlacedLater = false): string =>
  `incomingPaper:${id}${isPlacedLater ? ':placed' : ''}`;

/** Of the task of a paper that waits; each time that it was taken up again it is another one. */
export const waitingTaskKey = (id: string, takenUp: number): string =>
  takenUp === 0 ? paperTaskKey(id) : `${paperTaskKey(id)}:${String(takenUp)}`;

/** A fact where the paper says one by itself; otherwise somebody looks at it. A letter that opened its transfer, or is known, is done with. */
export async function settle(placing: Placing, placed: Placed, naturalKey = paperTaskKey(placing.id)): Promise<void> {
  const { tx, keyring, id, paper, found } = placing;
  const { officeId, byStaffId, kind, arrivedAt, reasonCode } = paper;
  const about = { incomingId: id, paper: kind };
  const { transferId } = placed;
  if (transferId === undefined) {
    const task = { kind: 'incomingPaper', owner: { role: 'letterClerk' }, about, naturalKey } as const;
    return openOfficeTask(tx, officeId, task, DIRECTION_OF[kind]);
  }
  if (placed.state === 'known' || (placed.state === 'opened' && !placed.twoRegions)) return undefined;
  const by = { staffId: byStaffId, source: 'staff' } as const;
  const of = found?.id === transferId ? found : await findTransferBy(tx, officeId, { id: transferId });
  // What came before the letter that opened the transfer is no fact of it: its steward sees that the limit began earlier.
  if (of?.followed === true && of.direction === 'out' && arrivedAt >= of.acceptedAt) {
    const asksAgain = kind === 'chaser' || (kind === 'letter' && placed.state === 'attached');
    if (asksAgain && of.isOpen)
      return recordNewFactIn(tx, keyring, {
        transferId,
        detail: { kind: 'chased', incomingId: id },
        occurredAt: arrivedAt,
        by,
      });
    if (kind === 'dispute' && reasonCode !== undefined) {
      const detail = { kind: 'disputeReceived', reasonCode, incomingId: id } as const;
      return recordNewFactIn(tx, keyring, { transferId, detail, occurredAt: arrivedAt, by });
    }
  }
  const owner = { role: 'clerk', prefer: of ? [of.stewardId] : [] } as const;
  return openTaskOf(tx, transferId, { kind: 'incomingPaper', owner, about, naturalKey });
}
