/** A case of an old ledger with its one transfer and its steward, whichever way it goes. */
import { randomBytes } from 'node:crypto';
import { statusCode } from '../../domain/ids.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import type { Keyring } from '../connection/sealing.ts';
import { insertSaid } from '../persons/applications.ts';
import type { PersonData } from '../persons/person-rows.ts';
import { placePersons } from '../persons/placed-persons.ts';
import { insertTexts, newText } from '../texts/sealed-texts.ts';

export interface ImportedCase {
  readonly caseId: string;
  readonly transferId: string;
  readonly procedure: Pick<Procedure, 'direction' | 'type' | 'version'>;
  /** False: a transfer-out that had ended, of which nobody walks the way. */
  readonly followed: boolean;
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
  const placed = await placePersons(tx, keyring, officeId, persons);
  const categories = cases.map(({ transferId, category }) => newText(keyring, { officeId, transferId }, category));
  await insertMany(
    tx,
    'cases',
    cases.map((one, index) => caseRow(officeId, placed[index]!.id, { ...one, categoryId: categories[index]?.id })),
  );
  // Of whoever was here already the file may say something else than we know.
  await insertSaid(
    tx,
    keyring,
    cases.flatMap(({ caseId, person }, index) => (placed[index]!.isNew ? [] : [{ caseId, person }])),
  );
  await insertMany(
    tx,
    'transfers',
    cases.map((one) => transferRow(officeId, one)),
  );
  await insertTexts(tx, categories);
  await insertMany(tx, 'responsibilities', cases.map(stewardRow));
}

function caseRow(
  officeId: string,
  personId: string,
  imported: ImportedCase & { readonly categoryId: string | undefined },
) {
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
    category_id: imported.categoryId ?? null,
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
    followed: imported.followed,
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
