/** A letter of another region begins a transfer-out (转出受理): person, case, transfer, steward, first step, counted from the day on which it came. */
import { randomBytes, randomUUID } from 'node:crypto';
import { CannotFollow } from '../../domain/errors.ts';
import { statusCode } from '../../domain/ids.ts';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { Part } from '../connection/statement-parts.ts';
import { recordNewFactIn } from '../facts/recording.ts';
import { chooseOwner } from '../holding/owners.ts';
import type { NewTransfer } from '../ledger/new-transfer.ts';
import { caseNoSeries } from '../office/case-numbers.ts';
import { procedureOn, ruleVersionOn, type RuleBook } from '../office/rules.ts';
import { newPerson } from '../persons/persons.ts';
import { firstStep, NUMBER, OPENED, readCounter } from './accept-transfer.ts';
import { beginTransfer } from './begin-transfer.ts';

export interface LetterToAccept {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly incomingId: string;
  readonly counterpartId: string;
  readonly arrivedAt: Date;
  /** Who is here already, or whom the letter names. */
  readonly person: { readonly id: string } | { readonly name: string; readonly idNumber: string };
  /** Another region asks for the same person: its case, and how many transfers it has. */
  readonly joins: { readonly caseId: string; readonly transfers: number } | undefined;
}

/** @returns the transfer's id */
export async function acceptLetter(tx: Tx, keyring: Keyring, letter: LetterToAccept): Promise<string> {
  const { officeId, byStaffId, arrivedAt, incomingId, joins } = letter;
  const counter = await readCounter(tx, letter);
  const { now, rules, roster } = counter;
  const day = dateOf(arrivedAt);
  const procedure = procedureFor(tx, rules, day);
  const ruleVersion = ruleVersionOn(rules, day);
  const choosing = { tx, roster, officeId };
  const steward = await chooseOwner(choosing, { role: 'clerk', prefer: [byStaffId], on: dateOf(now) });
  const sender = await chooseOwner(choosing, { role: 'letterClerk', on: dateOf(now) });
  const person = 'id' in letter.person ? { ...letter.person, parts: [] } : newPerson(keyring, officeId, letter.person);
  const common = {
    office_id: officeId,
    direction: procedure.direction,
    procedure_type: procedure.type,
    rule_version: ruleVersion,
    counterpart_id: letter.counterpartId,
  };
  const newCaseId = randomUUID();
  const transfer: NewTransfer = {
    ...common,
    id: randomUUID(),
    case_id: joins?.caseId ?? newCaseId,
    procedure_version: procedure.version,
    status_code: statusCode(randomBytes(13)),
    steward_id: steward.staffId,
    letter_sender_id: sender.managerHolds ? null : sender.staffId,
    accepted_at: arrivedAt,
    number: joins && joins.transfers + 1,
  };
  const first = await firstStep(tx, transfer, { ...counter, procedure, ruleVersion });
  const caseRow = {
    ...common,
    id: newCaseId,
    person_id: person.id,
    accepted_on: day,
    scheme: 'enterprise',
    category_id: null,
  };
  const opensCase: readonly Part[] = joins
    ? []
    : [NUMBER(caseNoSeries(officeId, procedure.caseNoPrefix, day)), OPENED(caseRow)];
  await beginTransfer(tx, { transfer, first, now, byStaffId, parts: [person.parts, opensCase].flat() });
  await recordNewFactIn(tx, keyring, {
    transferId: transfer.id,
    detail: { kind: 'letterReceived', incomingId },
    occurredAt: arrivedAt,
    by: { staffId: byStaffId, source: 'staff' },
  });
  return transfer.id;
}

function procedureFor(tx: Tx, rules: RuleBook, day: string): Procedure {
  const found = procedureOn(rules, { day, direction: 'out', procedureType: USUAL_TYPE, among: proceduresOf(tx) });
  if (!found) throw new CannotFollow(`no procedure out/${USUAL_TYPE} is known`);
  return found;
}
