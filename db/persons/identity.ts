/** Name and number of a person, put right by two people; whoever has the right number already is the same person. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { tidyText } from '../../domain/folded-text.ts';
import type { Papers } from '../../domain/persons/identity.ts';
import type { Tx } from '../connection/connection.ts';
import { lockContactsOf } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { hashesOf, knownBy, lockByNumber, passportOf } from './known-person.ts';
import { keepChange, type PersonChange } from './person-changes.ts';
import { canonicalId } from './person-rows.ts';
import { writeName, writeNumber } from './persons.ts';

export interface IdentityNow {
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string | null;
}

/** @throws Refusal not-found */
export async function readIdentityNow(
  tx: Tx,
  keyring: Keyring,
  { officeId, transferId }: { readonly officeId: string; readonly transferId: string },
): Promise<IdentityNow> {
  const row = await tx
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .select(['p.id', 'p.name_sealed', 'p.id_number_sealed'])
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  return {
    personId: row.id,
    name: keyring.openText(row.name_sealed) ?? '',
    idNumber: keyring.openText(row.id_number_sealed),
  };
}

/** Whoever else has this document. */
export async function findOther(
  tx: Tx,
  keyring: Keyring,
  papers: Papers,
  personId: string,
): Promise<string | undefined> {
  const { rows } = await knownBy(hashesOf(keyring, papers).id, passportOf(papers), personId).execute(tx);
  return rows[0]?.id;
}

interface IdentityCorrection {
  readonly officeId: string;
  readonly transferId: string;
  readonly byStaffId: string;
  readonly confirmedBy: string;
  readonly name?: string | undefined;
  readonly papers?: Papers | undefined;
  /** The person of this transfer is the same: their cases come to ours. */
  readonly sameAs?: string | undefined;
}

/** @throws Refusal not-found, duplicate-transfer, same-person */
export async function correctIdentity(tx: Tx, keyring: Keyring, correction: IdentityCorrection): Promise<void> {
  const { officeId, transferId, byStaffId, confirmedBy, name, papers, sameAs } = correction;
  // Nobody is accepted under the number meanwhile.
  if (papers) await lockByNumber(tx, keyring, papers.idNumber);
  const now = await readIdentityNow(tx, keyring, { officeId, transferId });
  const other = papers && (await findOther(tx, keyring, papers, now.personId));
  const changes: PersonChange[] = [];
  const ledger = await TransferLedger.open(tx, transferId, officeId);
  const keep = async (change: PersonChange): Promise<void> => {
    changes.push(change);
    await keepChange(ledger, keyring, { ...change, byStaffId, confirmedBy });
  };
  if (name !== undefined) {
    await writeName(tx, keyring, now.personId, name);
    await keep({ field: 'name', was: now.name, becomes: tidyText(name) });
  }
  if (papers) {
    await writeNumber(tx, keyring, now.personId, papers);
    await keep({ field: 'idNumber', was: now.idNumber, becomes: canonicalId(papers.idNumber) });
  }
  const twin =
    sameAs === undefined ? other : (await readIdentityNow(tx, keyring, { officeId, transferId: sameAs })).personId;
  if (twin !== undefined) {
    await joinPersons(tx, { from: twin, into: now.personId });
    await keep({ field: 'person', was: null, becomes: null });
  }
  const payload = { fields: changes.map(({ field }) => field) };
  ledger.note({ kind: 'identityCorrected', occurredAt: ledger.now, source: 'staff', byStaffId, confirmedBy, payload });
  await ledger.write();
}

/** All cases and all that was changed come to one row; the other one keeps nothing by which it could be found. */
async function joinPersons(tx: Tx, { from, into }: { readonly from: string; readonly into: string }): Promise<void> {
  if (from === into) throw new Refusal('same-person', 'Both transfers are of this one person already.');
  await refuseTwoOpen(tx, from, into);
  await tx.updateTable('cases').set({ person_id: into }).where('person_id', '=', from).execute();
  await tx.updateTable('person_changes').set({ person_id: into }).where('person_id', '=', from).execute();
  // A talk that is being recorded meanwhile comes first, and along.
  await lockContactsOf(tx, from);
  await tx.updateTable('contacts').set({ person_id: into }).where('person_id', '=', from).execute();
  await tx.updateTable('promises').set({ person_id: into }).where('person_id', '=', from).execute();
  await tx.updateTable('identity_checks').set({ person_id: into }).where('person_id', '=', from).execute();
  await tx.deleteFrom('person_hashes').where('person_id', '=', from).execute();
}

/** One person has one open transfer from one office, and one to it: which of the two goes on is decided before. */
async function refuseTwoOpen(tx: Tx, from: string, into: string): Promise<void> {
  const { rows } = await sql<{ transferId: string; caseNo: string }>`
    select theirs.id as "transferId", their_case.case_no as "caseNo" from cases their_case
    join transfers theirs on theirs.case_id = their_case.id and theirs.closed_at is null
    join counterparts their_office on their_office.id = theirs.counterpart_id
    join cases our_case on our_case.person_id = ${into}
    join transfers ours on ours.case_id = our_case.id and ours.closed_at is null
      and (ours.direction, ours.procedure_type) = (theirs.direction, theirs.procedure_type)
    join counterparts our_office on our_office.id = ours.counterpart_id and our_office.area_code = their_office.area_code
    where their_case.person_id = ${from} limit 1`.execute(tx);
  const [found] = rows;
  if (!found) return;
  throw new Refusal('duplicate-transfer', 'Both have an open transfer with the same office: end one of them first.', {
    extra: { ...found },
  });
}
