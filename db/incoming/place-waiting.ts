/** A paper that waits is placed: with what was found out of it, as if that had been legible on the day on which it came. */
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import type { IncomingKind } from '../../domain/incoming/papers.ts';
import { checkResidentId } from '../../domain/persons/resident-id.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { closeOfficeTask } from '../holding/task-changes.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { lockByNumber } from '../persons/known-person.ts';
import { sealedNumber, sealedText } from '../persons/person-rows.ts';
import {
  lookUp,
  paperTaskKey,
  placeFor,
  settle,
  waitingTaskKey,
  type Known,
  type Placed,
  type Placing,
  type SaidOfPaper,
} from './place.ts';

export interface FoundOut {
  readonly transferId?: string | undefined;
  readonly senderAreaCode?: string | undefined;
  readonly person?: { readonly name?: string | undefined; readonly idNumber?: string | undefined } | undefined;
  readonly reasonCode?: string | undefined;
}

export interface PlaceAsked {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly id: string;
  readonly found: FoundOut;
}

/** @throws Refusal not-found; already-decided (it does not wait any more); invalid (all that still lacks) */
export const placeWaitingPaper = (db: Db, keyring: Keyring, asked: PlaceAsked): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { paper, takenUp } = await readWaiting(tx, keyring, asked);
    if (paper.person?.idNumber) await lockByNumber(tx, keyring, paper.person.idNumber);
    const known = await lookUp(tx, keyring, paper);
    refuseDefects(lacksOf(paper, known));
    const { id, officeId, byStaffId } = asked;
    const placing = { tx, keyring, id, paper, ...known };
    const placed = await placeFor(placing);
    await keepPlace(placing, placed);
    await closeOfficeTask(tx, officeId, waitingTaskKey(id, takenUp), { byStaffId, note: '' });
    await settle(placing, placed, paperTaskKey(id, true));
    await appendOfficeEvent(tx, {
      officeId,
      kind: 'paperPlaced',
      byStaffId,
      payload: { incomingId: id, paper: paper.kind, state: placed.state },
    });
  });

/** Under lock: of two who place it the second is told. What is said now counts before what was legible. */
async function readWaiting(tx: Tx, keyring: Keyring, { id, officeId, byStaffId, found }: PlaceAsked) {
  const row = await tx
    .selectFrom('incoming_papers as p')
    .leftJoin('counterparts as sender', 'sender.id', 'p.counterpart_id')
    .select([
      'p.kind',
      'p.arrived_at',
      'p.letter_no',
      'p.letter_dated',
      'p.name_sealed',
      'p.id_number_sealed',
      'p.state',
      'p.set_aside_at',
      'p.taken_up',
    ])
    .select('sender.area_code')
    .where('p.id', '=', id)
    .where('p.office_id', '=', officeId)
    .forUpdate('p')
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such paper.');
  if (row.state !== 'parked' || row.set_aside_at !== null)
    throw new Refusal('already-decided', 'This paper does not wait any more.');
  const person = {
    name: filled(found.person?.name) ?? keyring.openText(row.name_sealed) ?? undefined,
    idNumber: filled(found.person?.idNumber) ?? keyring.openText(row.id_number_sealed) ?? undefined,
  };
  const paper = {
    officeId,
    byStaffId,
    kind: row.kind as IncomingKind,
    arrivedAt: row.arrived_at,
    senderAreaCode: found.senderAreaCode ?? row.area_code ?? undefined,
    letterNo: row.letter_no ?? undefined,
    letterDated: row.letter_dated ?? undefined,
    person,
    reasonCode: found.reasonCode,
    transferId: found.transferId,
  } satisfies SaidOfPaper;
  return { paper, takenUp: row.taken_up };
}

const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;

const missing = (field: string, message: string): Defect => ({ field, code: 'missing', message });

/** All that lacks, so that nobody has to ask twice; of a paper that is given to a transfer nothing does. */
function lacksOf(paper: SaidOfPaper, known: Known): Defect[] {
  if (paper.transferId !== undefined) return [];
  if (paper.kind === 'letter') return [senderLacks(paper, known), personLacks(paper, known)].flat();
  return known.found ? [] : [missing('transferId', 'Say to which transfer it belongs.')];
}

function senderLacks({ senderAreaCode }: SaidOfPaper, { senderId }: Known): Defect[] {
  if (senderId !== undefined) return [];
  if (senderAreaCode === undefined) return [missing('senderAreaCode', 'Say who has sent it.')];
  return [{ field: 'senderAreaCode', code: 'unknownArea', message: 'The directory had no such office on that day.' }];
}

function personLacks({ person = {} }: SaidOfPaper, { named }: Known): Defect[] {
  const checked = checkResidentId(person.idNumber ?? '');
  const number = checked.ok
    ? []
    : checked.defects.map((code) => ({ field: 'person.idNumber', code, message: NO_NUMBER }));
  const needsName = named?.personId === undefined && person.name === undefined;
  return [needsName ? [missing('person.name', 'Of somebody new the name is needed.')] : [], number].flat();
}

const NO_NUMBER = 'Nobody can be found by this number.';

async function keepPlace({ tx, keyring, id, paper, senderId }: Placing, placed: Placed): Promise<void> {
  await tx
    .updateTable('incoming_papers')
    .set({
      counterpart_id: senderId ?? null,
      name_sealed: sealedText(keyring, paper.person?.name),
      id_number_sealed: sealedNumber(keyring, paper.person?.idNumber),
      state: placed.state,
      parked_for: null,
      transfer_id: placed.transferId!,
      same_as: placed.sameAs ?? null,
      two_regions: placed.twoRegions ?? false,
    })
    .where('id', '=', id)
    .execute();
}
