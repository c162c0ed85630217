/** A request that is not taken up (不予受理): answered in writing, under a number, with what was answered at the counter. */
import { randomUUID } from 'node:crypto';
import { keyReused, refuseDefects, type Defect } from '../../domain/errors.ts';
import { tidyText } from '../../domain/folded-text.ts';
import { GATE_CODES, type GateCode } from '../../domain/persons/gates.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { refusalInsert, refusalNumber, type NewRefusal } from '../ledger/refusals.ts';
import { areaCodeOf } from '../office/office.ts';
import { rulesNow } from '../office/rules.ts';
import { acceptanceDefects, type ToCheck } from './acceptance-defects.ts';
import { sealedNumber, sealedPhone } from '../persons/person-rows.ts';

export interface RefusedApplication {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly application: ToCheck;
  readonly reasonCode: GateCode;
  readonly note?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly bodyHash: Buffer;
}

/** Its id; the same one for the same key. @throws Refusal invalid; idempotency-key-reused */
export async function refuseApplication(db: Db, keyring: Keyring, refused: RefusedApplication): Promise<string> {
  try {
    return await db.transaction().execute((tx) => refuseIn(tx, keyring, refused));
  } catch (error) {
    // A repeat fails at the key, also one of the same moment: only then is it looked for what was refused before.
    const before = await refusedBefore(db, refused);
    if (before === undefined) throw error;
    return before;
  }
}

async function refusedBefore(db: Db, { officeId, idempotencyKey, bodyHash }: RefusedApplication) {
  if (idempotencyKey === undefined) return undefined;
  const row = await db
    .selectFrom('refusals')
    .select(['id', 'body_hash'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (row && row.body_hash?.equals(bodyHash) !== true) {
    throw keyReused();
  }
  return row?.id;
}

async function refuseIn(tx: Tx, keyring: Keyring, refused: RefusedApplication): Promise<string> {
  const { officeId, byStaffId, application, reasonCode, note } = refused;
  const { now, today: day, rules } = await rulesNow(tx);
  const where = { day, rules, areaCode: await areaCodeOf(tx, officeId) };
  const { defects } = await acceptanceDefects(tx, keyring, application, where);
  refuseDefects(unfounded(defects, reasonCode));
  const { person, counterpartAreaCode } = application;
  const refusal: NewRefusal = {
    id: randomUUID(),
    officeId,
    kind: 'notTakenUp',
    reasonCode,
    byStaffId,
    refusedAt: now,
    day,
    named: {
      name_sealed: keyring.seal(tidyText(person.name)),
      id_number_sealed: sealedNumber(keyring, person.idNumber),
      phone_sealed: sealedPhone(keyring, person.mobile),
      counterpart_area_code: counterpartAreaCode,
      answers: JSON.stringify(answersOf(application)),
      note_sealed: keyring.sealText(note),
      idempotency_key: refused.idempotencyKey ?? null,
      body_hash: refused.bodyHash,
    },
  };
  await refusalInsert(
    tx.with('refusal_number', (db) => refusalNumber(db, refusal)),
    refusal,
  ).execute();
  const { queueNumber } = application;
  const payload = { refusalId: refusal.id, reasonCode, ...(queueNumber !== undefined && { queueNumber }) };
  await appendOfficeEvent(tx, { officeId, kind: 'applicationRefused', byStaffId, payload });
  return refusal.id;
}

/** Yes, no, days and codes: nothing that names somebody. */
const ANSWERS = [
  'scheme',
  'localHukou',
  'approvedMove',
  'firstInsuredHereOn',
  'insuredHere',
  'drawsPension',
  'benefitPlaceHere',
  'migrantWorker',
  'proofs',
] as const;

const answersOf = (application: ToCheck) => Object.fromEntries(ANSWERS.map((name) => [name, application[name]]));

const isGate = (code: string): boolean => (GATE_CODES as readonly string[]).includes(code);

/** Only what the answers themselves give is refused in writing; what is written wrongly is put right first. One reason is enough, open questions need no answer then. */
function unfounded(defects: readonly Defect[], reasonCode: GateCode): Defect[] {
  const written = defects
    .filter(({ code }) => code !== 'asked' && !isGate(code))
    .map((defect) => ({ ...defect, field: `application.${defect.field}` }));
  if (defects.some(({ code }) => code === reasonCode)) return written;
  const message = 'What was answered does not give this reason.';
  return [...written, { field: 'reasonCode', code: 'notGiven', message }];
}
