/** A case of an old ledger with its one transfer and its steward, whichever way it goes. */
import { randomBytes } from 'node:crypto';
import { statusCode } from '../../domain/ids.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import type { Keyring } from '../connection/sealing.ts';
import { insertPersons, type PersonData } from '../counter/persons.ts';

export interface ImportedCase {
  readonly caseId: string;
  readonly transferId: string;
  /** A transfer-out has none yet that anybody follows. */
  readonly procedure: Pick<Procedure, 'direction' | 'type' | 'version'>;
  readonly caseNo: string;
  readonly person: PersonData;
  readonly counterpartId: string;
  readonly ruleVersion: string;
  readonly category: string;
  /** The day, and an instant of it. */
  readonly acceptedOn: string;
  readonly acceptedAt: Date;
  readonly stewardId: string;
  /** Null: chosen when there is a letter to send. */
  readonly letterSenderId: string | null;
  /** How many it comes with; one more event tells of the import. */
  readonly facts: number;
  /** Undefined while it is open. */
  readonly closed: { readonly at: Date; readonly closing: Closing; readonly reasonCode: string | null } | undefined;
}

export async function insertCases(
  tx: Tx,
  keyring: Keyring,
  officeId: string,
  cases: readonly ImportedCase[],
): Promise<void> {
  const persons = cases.map(({ person }) => person);
  const personIds = await insertPersons(tx, keyring, officeId, persons);
  await insertMany(
    tx,
    'cases',
    cases.map((one, index) => caseRow(officeId, personIds[index]!, one)),
  );
  await insertMany(
    tx,
    'transfers',
    cases.map((one) => transferRow(officeId, one)),
  );
  await insertMany(tx, 'responsibilities', cases.map(stewardRow));
}

function caseRow(officeId: string, personId: string, imported: ImportedCase) {
  return {
    id: imported.caseId,
    office_id: officeId,
    direction: imported.procedure.direction,
    procedure_type: imported.procedure.type,
    rule_version: imported.ruleVersion,
    case_no: imported.caseNo,
    person_id: personId,
    counterpart_id: imported.counterpartId,
    accepted_on: imported.acceptedOn,
    category: imported.category,
    imported: true,
  };
}

function transferRow(officeId: string, imported: ImportedCase) {
  const { closed } = imported;
  return {
    id: imported.transferId,
    case_id: imported.caseId,
    office_id: officeId,
    direction: imported.procedure.direction,
    procedure_type: imported.procedure.type,
    procedure_version: imported.procedure.version,
    rule_version: imported.ruleVersion,
    counterpart_id: imported.counterpartId,
    status_code: statusCode(randomBytes(13)),
    steward_id: imported.stewardId,
    letter_sender_id: imported.letterSenderId,
    accepted_at: imported.acceptedAt,
    // A transfer-out has no procedure yet.
    followed: imported.procedure.direction === 'in',
    last_seq: imported.facts + 1,
    last_fact_seq: imported.facts,
    closed_at: closed?.at ?? null,
    closing: closed?.closing ?? null,
    closing_reason: closed?.reasonCode ?? null,
  };
}

function stewardRow({ transferId, stewardId, acceptedAt: since, closed }: ImportedCase) {
  return {
    transfer_id: transferId,
    kind: 'steward',
    ordinal: null,
    staff_id: stewardId,
    since,
    until: closed ? later(since, closed.at) : null,
    why: 'imported',
  };
}

const later = (one: Date, other: Date): Date => (one < other ? other : one);
