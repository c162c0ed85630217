/** A linked transfer begins: of the same case, person and office, with a walk, a holder, a limit and a run of its own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { CannotFollow } from '../../domain/errors.ts';
import { statusCode } from '../../domain/ids.ts';
import type { Link } from '../../domain/linked.ts';
import { SUPPLEMENT_TYPE, USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import type { Keyring } from '../connection/sealing.ts';
import { firstStep, readCounter } from '../counter/accept-transfer.ts';
import { beginTransfer } from '../counter/begin-transfer.ts';
import { chooseOwner } from '../holding/owners.ts';
import { appendEvent } from '../ledger/append-event.ts';
import type { NewTransfer } from '../ledger/new-transfer.ts';
import { procedureOn, type RuleBook } from '../office/rules.ts';
import { newTexts, textsPart } from '../texts/sealed-texts.ts';
import type { EndedTransfer } from './ended-transfer.ts';

export interface LinkedBy {
  readonly officeId: string;
  readonly byStaffId: string;
  /** The second person, where it takes two. */
  readonly confirmedBy?: string;
  readonly note?: string | undefined;
  readonly idempotencyKey?: string;
  readonly bodyHash?: Buffer;
}

const BEGUN_BY = { reopening: 'reopened', supplement: 'supplementOpened' } as const;

/** The caller has locked the transfer that it goes on from. @returns its id */
export async function beginLinked(
  tx: Tx,
  keyring: Keyring,
  ended: EndedTransfer,
  link: Link,
  by: LinkedBy,
): Promise<string> {
  const { officeId, byStaffId, confirmedBy } = by;
  const counter = await readCounter(tx, by);
  const { now, rules, roster } = counter;
  const day = dateOf(now);
  const procedure = procedureFor(tx, rules, day, ended, link);
  const choosing = { tx, roster, officeId };
  const steward = await chooseOwner(choosing, { role: 'clerk', prefer: [ended.stewardId, byStaffId], on: day });
  const sender = await chooseOwner(choosing, { role: 'letterClerk', on: day });
  const id = randomUUID();
  const transfer: NewTransfer = {
    id,
    case_id: ended.caseId,
    office_id: officeId,
    direction: procedure.direction,
    procedure_type: procedure.type,
    procedure_version: procedure.version,
    // A case keeps the rules that it was opened under.
    rule_version: ended.ruleVersion,
    counterpart_id: ended.counterpartId,
    status_code: statusCode(randomBytes(13)),
    steward_id: steward.staffId,
    letter_sender_id: sender.managerHolds ? null : sender.staffId,
    accepted_at: now,
    leg: ended.leg,
    number: ended.numbers + 1,
    link,
    links_to: ended.id,
    ...(link === 'reopening' && { first_id: ended.firstId ?? ended.id }),
  };
  const texts = newTexts(keyring, { officeId, transferId: id }, by.note === undefined ? {} : { note: by.note });
  await beginTransfer(tx, {
    transfer,
    kind: BEGUN_BY[link],
    first: await firstStep(tx, transfer, { ...counter, procedure, ruleVersion: ended.ruleVersion }),
    now,
    byStaffId,
    said: {
      payload: { linksTo: ended.id },
      texts,
      confirmedBy: confirmedBy ?? null,
      idempotencyKey: by.idempotencyKey ?? null,
      bodyHash: by.bodyHash ?? null,
    },
    parts: textsPart(Object.values(texts)),
  });
  await appendEvent(tx, ended.id, {
    kind: 'linked',
    source: 'staff',
    byStaffId,
    confirmedBy: confirmedBy ?? null,
    payload: { link, transferId: id },
  });
  return id;
}

/** What came with an old ledger followed a text that no release knows: it goes on by the usual one. */
function procedureFor(tx: Tx, rules: RuleBook, day: string, ended: EndedTransfer, link: Link): Procedure {
  const { direction, procedureType } = ended;
  const among = proceduresOf(tx);
  const types = link === 'supplement' ? [SUPPLEMENT_TYPE] : [procedureType, USUAL_TYPE];
  for (const type of types) {
    const found = procedureOn(rules, { day, direction, procedureType: type, among });
    if (found) return found;
  }
  throw new CannotFollow(`no procedure ${direction}/${types.join(' or ')} is known`);
}
