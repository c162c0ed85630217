/** Registers a paper on the day on which it came: a letter of another region opens a transfer-out, the rest finds its case or waits for somebody. */
import { randomUUID } from 'node:crypto';
import { keyReused, withDefects, type Defect } from '../../domain/errors.ts';
import { dayDefects, envelopeNumber } from '../../domain/incoming/papers.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { rulesNow } from '../office/rules.ts';
import { lockByNumber } from '../persons/known-person.ts';
import { sealedNumber, sealedText } from '../persons/person-rows.ts';
import { lookUp, placeFor, settle, type Placed, type Placing, type SaidOfPaper } from './place.ts';

export interface NewPaper extends SaidOfPaper {
  readonly channel: 'ems' | 'platform' | 'hand';
  /** As it stands on the paper. */
  readonly senderName?: string | undefined;
  /** Of its envelope. */
  readonly waybill?: string | undefined;
  readonly scanReference?: string | undefined;
  readonly note?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly bodyHash: Buffer;
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
  const { officeId, byStaffId, kind, arrivedAt, person } = paper;
  if (await isRepeated(tx, paper)) throw keyReused();
  const { now } = await rulesNow(tx);
  // The same person in two letters at once: the second finds what the first has opened.
  if (person?.idNumber) await lockByNumber(tx, keyring, person.idNumber);
  const { waybill, defects } = envelopeOf(paper);
  const known = await withDefects([dayDefects(paper, now), defects].flat(), () => lookUp(tx, keyring, paper));
  const placing = { tx, keyring, id, paper, ...known };
  const placed = await placeFor(placing);
  await insertPaper(placing, { ...paper, waybill }, placed);
  await settle(placing, placed);
  await appendOfficeEvent(tx, {
    officeId,
    kind: 'paperRegistered',
    byStaffId,
    payload: { incomingId: id, paper: kind, state: placed.state, arrivedOn: dateOf(arrivedAt) },
  });
}

const isRepeated = async (tx: Tx, paper: NewPaper): Promise<boolean> =>
  (await registeredBefore(tx, paper)) !== undefined;

const MISREAD: Defect = {
  field: 'waybill',
  code: 'envelopeNumber',
  message: 'Not the number of an envelope: 8 to 30 letters and digits, of UPU S10 with a right check digit.',
};

/** As it is looked for; what a scanner or a person has misread leads to no envelope. */
function envelopeOf({ waybill = '' }: NewPaper): { waybill?: string; defects: readonly Defect[] } {
  if (waybill.trim() === '') return { defects: [] };
  const number = envelopeNumber(waybill);
  return number === undefined ? { defects: [MISREAD] } : { waybill: number, defects: [] };
}

async function insertPaper({ tx, keyring, id, senderId }: Placing, paper: NewPaper, placed: Placed): Promise<void> {
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
      waybill: paper.waybill ?? null,
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
