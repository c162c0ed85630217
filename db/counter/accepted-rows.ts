/** Rows of a case and its transfer as they are accepted, and the event that says so. */
import { randomBytes, randomUUID } from 'node:crypto';
import { statusCode } from '../../domain/ids.ts';
import type { Application } from '../../domain/persons/application.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { NewEvent } from '../ledger/event-rows.ts';
import type { NewTransfer } from '../ledger/new-transfer.ts';
import type { Question } from '../persons/known-person.ts';
import { newText } from '../texts/sealed-texts.ts';

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

interface Accepted {
  readonly counterpartId: string;
  readonly occurredAt: Date;
  readonly ruleVersion: string;
  readonly procedure: Procedure;
}

export function rowsOf(
  keyring: Keyring,
  { officeId, scheme, category }: Acceptance,
  { counterpartId, occurredAt, ruleVersion, procedure }: Accepted,
  {
    transferId,
    personId,
    stewardId,
    letterSenderId,
  }: { transferId: string; personId: string; stewardId: string; letterSenderId: string | null },
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
  };
  const transferRow = {
    ...common,
    procedure_version: procedure.version,
    id: transferId,
    case_id: caseRow.id,
    counterpart_id: counterpartId,
    status_code: statusCode(randomBytes(13)),
    steward_id: stewardId,
    letter_sender_id: letterSenderId,
    accepted_at: occurredAt,
  };
  const said = newText(keyring, { officeId, transferId }, category);
  return { caseRow: { ...caseRow, category_id: said?.id ?? null }, transferRow, category: said };
}

export function acceptedEvent(
  { byStaffId, idempotencyKey, bodyHash, queueNumber }: Acceptance,
  transfer: NewTransfer,
  questions: readonly Question[],
): Omit<NewEvent, 'kind'> {
  return {
    occurredAt: transfer.accepted_at,
    source: 'staff',
    byStaffId,
    payload: {
      stewardId: transfer.steward_id,
      letterSenderId: transfer.letter_sender_id,
      ...(questions.length > 0 && { questions: [...questions] }),
      ...(queueNumber !== undefined && { queueNumber }),
    },
    idempotencyKey: idempotencyKey ?? null,
    bodyHash: bodyHash ?? null,
  };
}
