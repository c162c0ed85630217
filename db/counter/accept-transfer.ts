/** Acceptance at the counter (受理): person, case, transfer, steward and letter sender, first fact — in one transaction. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { CannotFollow, keyReused, Refusal, refuseDefects } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { applicationPart } from '../persons/applications.ts';
import { acceptanceDefects } from './acceptance-defects.ts';
import { caseNoSeries, nextCaseNo } from '../office/case-numbers.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { part, statementOf } from '../connection/statement-parts.ts';
import { executeLast } from '../connection/travelling-begin.ts';
import { transferParts, type NewTransfer } from '../ledger/new-transfer.ts';
import { noticeRoundInsert } from '../ledger/outbox.ts';
import { formerNumberNotice, noticeRow, noticesInsert, personNotice } from '../notices/deciding.ts';
import { walk } from '../../domain/procedures/walk.ts';
import { nudgeOfOpening, planStep, stepInsert } from '../procedure/opening.ts';
import { OFFICE_COLUMNS, type Office } from '../office/office.ts';
import { chooseOwner, responsibilityInsert, responsibilityRow } from '../holding/owners.ts';
import { acceptedPerson } from '../persons/accepted-person.ts';
import { lockByNumber, type KnownPerson, type Question } from '../persons/known-person.ts';
import { acceptedEvent, rowsOf, type Acceptance } from './accepted-rows.ts';
import { rosterOf, type Roster } from '../office/roster.ts';
import { NOW_AND_REVISION, procedureOn, ruleBookOf, ruleVersionOn, type RuleBook } from '../office/rules.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import { proceduresOf } from '../connection/procedures.ts';
import type { Keyring } from '../connection/sealing.ts';
import { textsPart } from '../texts/sealed-texts.ts';

export type { Acceptance } from './accepted-rows.ts';

interface AcceptedTransfer {
  readonly transferId: string;
  readonly isNew: boolean;
  readonly questions: readonly Question[];
}

/** A repeat fails at its own open transfer or at the key, also one of the same moment: only then is it looked for what was accepted before. */
export async function acceptTransfer(db: Db, keyring: Keyring, acceptance: Acceptance): Promise<AcceptedTransfer> {
  try {
    return await db.transaction().execute((tx) => acceptIn(tx, keyring, acceptance));
  } catch (error) {
    const before = await acceptedBefore(db, acceptance);
    if (before === undefined) throw error;
    return before;
  }
}

/**
 * What accepting it now would say, and nothing is stored: what the clerk shows to the person before it counts.
 * @throws Refusal invalid; duplicate-transfer; idempotency-key-reused
 */
export async function checkAcceptance(db: Db, keyring: Keyring, acceptance: Acceptance): Promise<readonly Question[]> {
  try {
    return await db.transaction().execute(async (tx) => (await lookedAt(tx, keyring, acceptance)).questions);
  } catch (error) {
    // It was accepted, and whoever sent it never heard: accepting it again tells.
    const before = await acceptedBefore(db, acceptance);
    if (before === undefined) throw error;
    return before.questions;
  }
}

async function acceptIn(tx: Tx, keyring: Keyring, acceptance: Acceptance): Promise<AcceptedTransfer> {
  // The same person at two counters at once: the second is refused as a duplicate.
  await lockByNumber(tx, keyring, acceptance.person.idNumber);
  const about = await lookedAt(tx, keyring, acceptance);
  const transferId = await insertTransfer(tx, keyring, acceptance, about);
  return { transferId, isNew: true, questions: about.questions };
}

async function lookedAt(tx: Tx, keyring: Keyring, acceptance: Acceptance): Promise<About> {
  const { office, now, rules, roster } = await readCounter(tx, acceptance);
  const occurredAt = acceptance.occurredAt ?? now;
  const day = dateOf(occurredAt);
  const where = { day, occurredAt, now, rules, areaCode: office.area_code };
  const { counterpartId, known, questions } = await checked(tx, keyring, acceptance, where);
  const procedure = procedureFor(tx, rules, acceptance, day);
  const ruleVersion = ruleVersionOn(rules, day);
  return { counterpartId, known, questions, occurredAt, procedure, ruleVersion, office, now, rules, roster };
}

/** Whatever an acceptance is decided by that is not about its person. */
export async function readCounter(tx: Tx, { officeId }: Pick<Acceptance, 'officeId'>) {
  const { now, revision, people, ...office } = await tx
    .selectFrom('offices')
    .select(OFFICE_COLUMNS)
    .select(NOW_AND_REVISION)
    .select(sql<string>`(select revision from roster_revision)`.as('people'))
    .where('offices.id', '=', officeId)
    .executeTakeFirstOrThrow();
  return { office, now, rules: await ruleBookOf(tx, revision), roster: await rosterOf(tx, people) };
}

/** @throws Refusal idempotency-key-reused */
async function acceptedBefore(
  db: Db,
  { officeId, idempotencyKey, bodyHash }: Acceptance,
): Promise<AcceptedTransfer | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const before = await db
    .selectFrom('events')
    .select(['transfer_id', 'kind', 'body_hash', 'payload'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (!before) return undefined;
  const sameBody = !bodyHash || !before.body_hash || bodyHash.equals(before.body_hash);
  if (before.kind !== 'accepted' || !sameBody) {
    throw keyReused();
  }
  const { questions = [] } = before.payload as { questions?: Question[] };
  return { transferId: before.transfer_id, isNew: false, questions };
}

interface CheckedOn {
  readonly day: string;
  readonly occurredAt: Date;
  readonly now: Date;
  readonly rules: RuleBook;
  readonly areaCode: string;
}

async function checked(tx: Tx, keyring: Keyring, acceptance: Acceptance, { occurredAt, now, ...where }: CheckedOn) {
  const { defects, counterpartId, duplicate, known, questions } = await acceptanceDefects(
    tx,
    keyring,
    acceptance,
    where,
  );
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
  return { counterpartId: counterpartId!, known, questions };
}

/** By the day of the acceptance, apart from the version of the rules. */
function procedureFor(tx: Tx, rules: RuleBook, { procedureType }: Acceptance, day: string): Procedure {
  const among = proceduresOf(tx);
  const found = procedureOn(rules, { day, direction: 'in', procedureType: procedureType ?? USUAL_TYPE, among });
  if (!found || found.begins === 'linked') {
    refuseDefects([{ field: 'procedureType', code: 'unknown', message: 'This office follows no such procedure.' }]);
  }
  return found!;
}

interface About {
  readonly counterpartId: string;
  readonly known: KnownPerson | undefined;
  readonly questions: readonly Question[];
  readonly occurredAt: Date;
  readonly ruleVersion: string;
  readonly procedure: Procedure;
  readonly office: Office;
  readonly now: Date;
  readonly rules: RuleBook;
  readonly roster: Roster;
}

/** What of it decides who holds the first step and until when. */
export type Beginning = Pick<About, 'procedure' | 'ruleVersion' | 'office' | 'rules' | 'roster' | 'now'>;

type CaseRow = ReturnType<typeof rowsOf>['caseRow'];

export const NUMBER = part('number', nextCaseNo);
export const OPENED = part('opened', (db, row: CaseRow) =>
  db.insertInto('cases').values({ ...row, case_no: sql<string>`(select case_no from number)` }),
);
export const STEP = part('step', stepInsert);
export const STEP_HELD = part('step_held', responsibilityInsert);
const ANNOUNCED = part('announced', noticesInsert);
const ROUNDS_WOKEN = part('rounds_woken', noticeRoundInsert);
export const HELD = part('held', responsibilityInsert);

async function insertTransfer(tx: Tx, keyring: Keyring, acceptance: Acceptance, about: About): Promise<string> {
  const { officeId, byStaffId } = acceptance;
  const day = dateOf(about.occurredAt);
  const choosing = { tx, roster: about.roster, officeId };
  const today = dateOf(about.now);
  const steward = await chooseOwner(choosing, { role: 'clerk', prefer: [byStaffId], on: today });
  const sender = await chooseOwner(choosing, { role: 'letterClerk', on: today });
  const transferId = randomUUID();
  const person = acceptedPerson(keyring, { officeId, transferId, byStaffId }, acceptance, about.known);
  const { office, now, rules } = about;
  const hours = { office, now, calendar: rules.calendar };
  const notice = personNotice('acceptance', person.mobile, hours);
  const { caseRow, transferRow, category } = rowsOf(keyring, acceptance, about, {
    transferId,
    personId: person.id,
    stewardId: steward.staffId,
    letterSenderId: sender.managerHolds ? null : sender.staffId,
  });
  const event = acceptedEvent(acceptance, transferRow, about.questions);
  const first = await firstStep(tx, transferRow, about);
  const told = nudgeOfOpening(first.row);
  const held = { kind: 'steward', staffId: steward.staffId, since: about.occurredAt, why: 'planned' } as const;
  const notices = [notice, ...formerNumberNotice(keyring, person.formerMobile, hours)];
  const statement = statementOf(tx, [
    ...textsPart([category]),
    ...person.parts,
    NUMBER(caseNoSeries(officeId, about.procedure.caseNoPrefix, day)),
    OPENED(caseRow),
    applicationPart(keyring, caseRow.id, acceptance),
    ...transferParts(transferRow, { event, opened: first.event, told, now }),
    STEP(first.row),
    STEP_HELD(responsibilityRow(transferRow.id, first.held)),
    ANNOUNCED(...notices.map((one) => noticeRow(transferRow, one))),
    ...(notice.channel === 'sms' ? [ROUNDS_WOKEN({ officeId })] : []),
    HELD(responsibilityRow(transferRow.id, held)),
  ]);
  // Until the transaction ends nobody else gets a number of this month.
  await executeLast(tx, statement);
  return transferId;
}

/** It is open when the person leaves the counter. */
export async function firstStep(tx: Tx, transfer: NewTransfer, about: Beginning) {
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
