/** Acceptance at the counter (受理): person, case, transfer, steward and letter sender, first fact — in one transaction. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { CannotFollow, Refusal, refuseDefects } from '../../domain/errors.ts';
import { statusCode } from '../../domain/ids.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Application } from '../../domain/persons/application.ts';
import { acceptanceDefects } from './acceptance-defects.ts';
import { nextCaseNo } from '../office/case-numbers.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockPerson } from '../connection/locks.ts';
import type { NewEvent } from '../ledger/event-rows.ts';
import { beginTransfer, type NewTransfer } from '../ledger/new-transfer.ts';
import { noticeRoundInsert } from '../ledger/outbox.ts';
import { acceptanceNotice, noticeInsert } from '../notices/deciding.ts';
import { walk } from '../../domain/procedures/walk.ts';
import { nudgeOfOpening, planStep, stepInsert } from '../procedure/opening.ts';
import { OFFICE_COLUMNS, type Office } from '../office/office.ts';
import { chooseOwner, responsibilityBegin } from '../holding/owners.ts';
import { canonicalId, newPerson } from './persons.ts';
import { rosterOf, type Roster } from '../office/roster.ts';
import { NOW_AND_REVISION, procedureOn, ruleBookOf, ruleVersionOn, type RuleBook } from '../office/rules.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import { proceduresOf } from '../connection/procedures.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface Acceptance extends Application {
  readonly officeId: string;
  readonly byStaffId: string;
  /** Default: an employee's. */
  readonly procedureType?: string;
  readonly scheme?: string;
  readonly category?: string;
  readonly occurredAt?: Date;
  readonly idempotencyKey?: string;
  readonly bodyHash?: Buffer;
}

export function acceptTransfer(
  db: Db,
  keyring: Keyring,
  acceptance: Acceptance,
): Promise<{ transferId: string; isNew: boolean }> {
  return db.transaction().execute(async (tx) => {
    // The same person at two counters at once: the second waits, and is refused as a duplicate.
    const personKey = keyring.hash('idNumber', canonicalId(acceptance.person.idNumber) ?? '').hash.readInt32BE(0);
    await lockPerson(tx, personKey);
    const { before, office, now, rules, roster } = await readCounter(tx, acceptance);
    if (before) return { transferId: acceptedBefore(before, acceptance), isNew: false };
    const occurredAt = acceptance.occurredAt ?? now;
    const { counterpartId } = await checked(tx, keyring, acceptance, occurredAt, now);
    const day = dateOf(occurredAt);
    const procedure = procedureFor(tx, rules, acceptance, day);
    const ruleVersion = ruleVersionOn(rules, day);
    const about = { counterpartId, occurredAt, procedure, ruleVersion, office, now, rules, roster };
    return { transferId: await insertTransfer(tx, keyring, acceptance, about), isNew: true };
  });
}

/** Whatever an acceptance is decided by that is not about its person. */
async function readCounter(tx: Tx, { officeId, idempotencyKey }: Acceptance) {
  const { now, revision, people, transfer_id, kind, body_hash, ...office } = await tx
    .selectFrom('offices')
    .leftJoin('events as before', (join) =>
      join.onRef('before.office_id', '=', 'offices.id').on('before.idempotency_key', '=', idempotencyKey ?? null),
    )
    .select(OFFICE_COLUMNS)
    .select(NOW_AND_REVISION)
    .select(sql<string>`(select revision from roster_revision)`.as('people'))
    .select(['before.transfer_id', 'before.kind', 'before.body_hash'])
    .where('offices.id', '=', officeId)
    .executeTakeFirstOrThrow();
  const before = transfer_id === null ? undefined : { transfer_id, kind, body_hash };
  return { before, office, now, rules: await ruleBookOf(tx, revision), roster: await rosterOf(tx, people) };
}

interface Before {
  readonly transfer_id: string;
  readonly kind: string | null;
  readonly body_hash: Buffer | null;
}

function acceptedBefore(
  { transfer_id: transferId, kind, body_hash: hashBefore }: Before,
  { bodyHash }: Acceptance,
): string {
  if (kind !== 'accepted' || (bodyHash && hashBefore && !bodyHash.equals(hashBefore))) {
    throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used for something else.');
  }
  return transferId;
}

async function checked(tx: Tx, keyring: Keyring, acceptance: Acceptance, occurredAt: Date, now: Date) {
  const { defects, counterpartId, duplicate } = await acceptanceDefects(tx, keyring, acceptance, dateOf(occurredAt));
  const future = occurredAt.getTime() > now.getTime() + 1000;
  refuseDefects([
    ...defects,
    ...(future ? [{ field: 'occurredAt', code: 'future', message: 'An acceptance cannot lie in the future.' }] : []),
  ]);
  if (duplicate) {
    throw new Refusal('duplicate-transfer', 'An open transfer of this person from this office exists already.', {
      extra: { transferId: duplicate.id, caseNo: duplicate.caseNo },
    });
  }
  return { counterpartId: counterpartId! };
}

/** By the day of the acceptance, apart from the version of the rules. */
function procedureFor(tx: Tx, rules: RuleBook, { procedureType }: Acceptance, day: string): Procedure {
  const among = proceduresOf(tx);
  const found = procedureOn(rules, { day, direction: 'in', procedureType: procedureType ?? USUAL_TYPE, among });
  if (!found) {
    refuseDefects([{ field: 'procedureType', code: 'unknown', message: 'This office follows no such procedure.' }]);
  }
  return found!;
}

interface About {
  readonly counterpartId: string;
  readonly occurredAt: Date;
  readonly ruleVersion: string;
  readonly procedure: Procedure;
  readonly office: Office;
  readonly now: Date;
  readonly rules: RuleBook;
  readonly roster: Roster;
}

async function insertTransfer(tx: Tx, keyring: Keyring, acceptance: Acceptance, about: About): Promise<string> {
  const { officeId, byStaffId } = acceptance;
  const day = dateOf(about.occurredAt);
  const choosing = { tx, roster: about.roster, officeId };
  const today = dateOf(about.now);
  const steward = await chooseOwner(choosing, { role: 'clerk', prefer: [byStaffId], on: today });
  const sender = await chooseOwner(choosing, { role: 'letterClerk', on: today });
  const person = newPerson(keyring, officeId, {
    ...acceptance.person,
    employer: acceptance.employer?.name ?? acceptance.agent?.name ?? null,
    employerPhone: acceptance.agent?.telephone ?? acceptance.employer?.telephone ?? null,
  });
  const { office, now, rules } = about;
  const notice = acceptanceNotice(acceptance.person.mobile, { office, now, calendar: rules.calendar });
  const { caseRow, transferRow } = rowsOf(acceptance, about, {
    personId: person.id,
    stewardId: steward.staffId,
    letterSenderId: sender.managerHolds ? null : sender.staffId,
  });
  const event = acceptedEvent(acceptance, transferRow);
  const first = await firstStep(tx, transferRow, about);
  // In one statement, the last one: until the transaction ends nobody else gets a number of this month.
  const numbered = tx
    .with('person', person.row)
    .with('person_found', person.hashes)
    .with('number', (db) => nextCaseNo(db, officeId, about.procedure.caseNoPrefix, day))
    .with('opened', (db) =>
      db.insertInto('cases').values({ ...caseRow, case_no: sql<string>`(select case_no from number)` }),
    );
  const told = nudgeOfOpening(first.row);
  const accepted = beginTransfer(numbered, transferRow, { event, opened: first.event, told, now })
    .with('step', (db) => stepInsert(db, first.row))
    .with('step_held', (db) => responsibilityBegin(db, transferRow.id, first.held))
    .with('announced', (db) => noticeInsert(db, transferRow, notice));
  const held = { kind: 'steward', staffId: steward.staffId, since: about.occurredAt, why: 'planned' } as const;
  const telling =
    notice.channel === 'sms' ? accepted.with('rounds_woken', (db) => noticeRoundInsert(db, officeId)) : accepted;
  await responsibilityBegin(telling, transferRow.id, held).execute();
  return transferRow.id;
}

/** It is open when the person leaves the counter. */
async function firstStep(tx: Tx, transfer: NewTransfer, about: About) {
  const { procedure, ruleVersion, office, rules, roster, now } = about;
  const { direction, type: procedureType } = procedure;
  const { open } = walk(procedure, []);
  if (!open) throw new Error(`${procedure.key} has no step`);
  const limitsOf = { direction, procedureType, areaCode: office.area_code };
  const inForce = limitsOrDefect(() => rules.inForce(ruleVersion, limitsOf));
  const opener = { tx, procedure, now, transfer, roster: () => Promise.resolve(roster) };
  return planStep(opener, { request: open, before: [], rules: inForce, source: 'system' });
}

function limitsOrDefect<Rules>(read: () => Rules): Rules {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CannotFollow)) throw error;
    const message = 'No limits are in force for this procedure on that day; ask the administrator.';
    throw new Refusal('invalid', 'The request has defects; nothing was stored.', {
      defects: [{ field: 'occurredAt', code: 'withoutLimits', message }],
    });
  }
}

function rowsOf(
  { officeId, scheme, category }: Acceptance,
  { counterpartId, occurredAt, ruleVersion, procedure }: About,
  { personId, stewardId, letterSenderId }: { personId: string; stewardId: string; letterSenderId: string | null },
) {
  const { direction, type } = procedure;
  const common = { office_id: officeId, direction, procedure_type: type, rule_version: ruleVersion };
  const caseRow = {
    ...common,
    id: randomUUID(),
    person_id: personId,
    counterpart_id: counterpartId,
    accepted_on: dateOf(occurredAt),
    scheme: scheme ?? 'enterprise',
    category: category ?? '',
  };
  const transferRow = {
    ...common,
    procedure_version: procedure.version,
    id: randomUUID(),
    case_id: caseRow.id,
    counterpart_id: counterpartId,
    status_code: statusCode(randomBytes(13)),
    steward_id: stewardId,
    letter_sender_id: letterSenderId,
    accepted_at: occurredAt,
  };
  return { caseRow, transferRow };
}

function acceptedEvent(
  { byStaffId, idempotencyKey, bodyHash }: Acceptance,
  transfer: NewTransfer,
): Omit<NewEvent, 'kind'> {
  return {
    occurredAt: transfer.accepted_at,
    source: 'staff',
    byStaffId,
    payload: { stewardId: transfer.steward_id, letterSenderId: transfer.letter_sender_id },
    idempotencyKey: idempotencyKey ?? null,
    bodyHash: bodyHash ?? null,
  };
}
