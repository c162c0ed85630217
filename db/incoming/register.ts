/** Registers a paper on the day on which it came: a letter of another region opens a transfer-out, the rest finds its case or waits for somebody. */
import { randomUUID } from 'node:crypto';
import { keyReused, refuseDefects, withDefects } from '../../domain/errors.ts';
import {
  dayDefects,
  DIRECTION_OF,
  type IncomingKind,
  type IncomingState,
  type ParkedFor,
} from '../../domain/incoming/papers.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { acceptLetter } from '../counter/accept-letter.ts';
import { recordNewFactIn } from '../facts/recording.ts';
import { openOfficeTask, openTaskOf } from '../holding/tasks.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { rulesNow } from '../office/rules.ts';
import { lockByNumber } from '../persons/known-person.ts';
import { sealedNumber, sealedText } from '../persons/person-rows.ts';
import {
  findNamed,
  findSameLetter,
  findSender,
  findTransferBy,
  findTransfersOf,
  type FoundTransfer,
  type Named,
} from './find.ts';

export interface NewPaper {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly kind: IncomingKind;
  readonly channel: 'ems' | 'platform' | 'hand';
  readonly arrivedAt: Date;
  readonly senderAreaCode?: string | undefined;
  /** As it stands on the paper. */
  readonly senderName?: string | undefined;
  readonly letterNo?: string | undefined;
  readonly letterDated?: string | undefined;
  readonly person?: { readonly name?: string | undefined; readonly idNumber?: string | undefined } | undefined;
  readonly scanReference?: string | undefined;
  /** Of a dispute: why. Absent, its steward says so. */
  readonly reasonCode?: string | undefined;
  /** Known to whoever registers it. */
  readonly transferId?: string | undefined;
  readonly note?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly bodyHash: Buffer;
}

/** What became of it. */
interface Placed {
  readonly state: IncomingState;
  readonly parkedFor?: ParkedFor;
  readonly transferId?: string;
  readonly sameAs?: string;
  readonly twoRegions?: boolean;
}

interface Registering {
  readonly tx: Tx;
  readonly keyring: Keyring;
  readonly id: string;
  readonly paper: NewPaper;
  readonly senderId: string | undefined;
  readonly named: Named | undefined;
}

/** Its id; the same one for the same key. @throws Refusal invalid; idempotency-key-reused */
export async function registerPaper(db: Db, keyring: Keyring, paper: NewPaper): Promise<string> {
  const id = randomUUID();
  try {
    await db.transaction().execute((tx) => registerIn(tx, keyring, id, paper));
    return id;
  } catch (error) {
    // A repeat fails at the key, also one of the same moment: only then is it looked for what was registered before.
    const before = await registeredBefore(db, paper);
    if (before === undefined) throw error;
    return before;
  }
}

async function registeredBefore(db: Db, { officeId, idempotencyKey, bodyHash }: NewPaper): Promise<string | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const row = await db
    .selectFrom('incoming_papers')
    .select(['id', 'body_hash'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (row && row.body_hash?.equals(bodyHash) !== true) throw keyReused();
  return row?.id;
}

async function registerIn(tx: Tx, keyring: Keyring, id: string, paper: NewPaper): Promise<void> {
  const { officeId, byStaffId, kind, arrivedAt } = paper;
  if (await isRepeated(tx, paper)) throw keyReused();
  const { now } = await rulesNow(tx);
  // The same person in two letters at once: the second finds what the first has opened.
  if (paper.person?.idNumber) await lockByNumber(tx, keyring, paper.person.idNumber);
  const known = await withDefects(dayDefects(paper, now), () => lookUp(tx, keyring, paper));
  const registering = { tx, keyring, id, paper, ...known };
  const placed = kind === 'letter' ? await placeLetter(registering) : placeOther(known.found);
  await insertPaper(registering, placed);
  await settle(registering, placed, known.found);
  await appendOfficeEvent(tx, {
    officeId,
    kind: 'paperRegistered',
    byStaffId,
    payload: { incomingId: id, paper: kind, state: placed.state, arrivedOn: dateOf(arrivedAt) },
  });
}

const isRepeated = async (tx: Tx, paper: NewPaper): Promise<boolean> =>
  (await registeredBefore(tx, paper)) !== undefined;

async function lookUp(tx: Tx, keyring: Keyring, paper: NewPaper) {
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
async function ofPerson(tx: Tx, paper: NewPaper, named: Named | undefined): Promise<FoundTransfer | undefined> {
  if (named?.personId === undefined || paper.kind === 'letter') return undefined;
  const wanted = DIRECTION_OF[paper.kind];
  const found = await findTransfersOf(tx, paper.officeId, named.personId);
  return found.find(
    ({ direction, areaCode }) =>
      (wanted === undefined || direction === wanted) &&
      (paper.senderAreaCode === undefined || areaCode === paper.senderAreaCode),
  );
}

/** A letter opens a transfer-out, unless it is here already, or nobody can tell who asks for whom. */
async function placeLetter({ tx, keyring, id, paper, senderId, named }: Registering): Promise<Placed> {
  const { officeId, byStaffId, senderAreaCode, letterNo, letterDated, arrivedAt } = paper;
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

async function insertPaper({ tx, keyring, id, paper, senderId }: Registering, placed: Placed): Promise<void> {
  await tx
    .insertInto('incoming_papers')
    .values({
      id,
      office_id: paper.officeId,
      kind: paper.kind,
      channel: paper.channel,
      arrived_at: paper.arrivedAt,
      by_staff_id: paper.byStaffId,
      counterpart_id: senderId ?? null,
      sender_sealed: sealedText(keyring, paper.senderName),
      letter_no: paper.letterNo ?? null,
      letter_dated: paper.letterDated ?? null,
      name_sealed: sealedText(keyring, paper.person?.name),
      id_number_sealed: sealedNumber(keyring, paper.person?.idNumber),
      scan_reference: paper.scanReference ?? null,
      note_sealed: keyring.sealText(paper.note),
      state: placed.state,
      parked_for: placed.parkedFor ?? null,
      transfer_id: placed.transferId ?? null,
      same_as: placed.sameAs ?? null,
      two_regions: placed.twoRegions ?? false,
      idempotency_key: paper.idempotencyKey ?? null,
      body_hash: paper.bodyHash,
    })
    .execute();
}

/** A fact where the paper says one by itself; otherwise somebody looks at it. A letter that opened its transfer, or is known, is done with. */
async function settle(registering: Registering, placed: Placed, found: FoundTransfer | undefined): Promise<void> {
  const { tx, keyring, id, paper } = registering;
  const { officeId, byStaffId, kind, arrivedAt, reasonCode } = paper;
  const naturalKey = `incomingPaper:${id}`;
  const about = { incomingId: id, paper: kind };
  const { transferId } = placed;
  if (transferId === undefined) {
    const task = { kind: 'incomingPaper', owner: { role: 'letterClerk' }, about, naturalKey } as const;
    return openOfficeTask(tx, officeId, task, DIRECTION_OF[kind]);
  }
  if (placed.state === 'known' || (placed.state === 'opened' && !placed.twoRegions)) return undefined;
  const by = { staffId: byStaffId, source: 'staff' } as const;
  const of = found?.id === transferId ? found : await findTransferBy(tx, officeId, { id: transferId });
  if (of?.followed === true && of.direction === 'out') {
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
