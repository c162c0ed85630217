/** What the ledger knows of a paper that comes in: who sent it, whom it is about, the letter itself, the transfer. */
import { sql } from 'kysely';
import { checkResidentId } from '../../domain/persons/resident-id.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { findPersons } from '../persons/known-person.ts';

/** The office of the directory on the day. */
export async function findSender(tx: Tx, areaCode: string | undefined, day: string): Promise<string | undefined> {
  if (areaCode === undefined) return undefined;
  const { rows } = await sql<{ id: string }>`select id from counterparts where area_code = ${areaCode}
    and valid_from <= ${day}::date and (valid_until is null or valid_until >= ${day}::date)
    order by valid_from desc limit 1`.execute(tx);
  return rows[0]?.id;
}

export interface Named {
  /** In the form that is looked up. */
  readonly idNumber: string;
  /** Of the row of who is here already. */
  readonly personId: string | undefined;
}

/** Undefined: the number is none, or was not read. */
export async function findNamed(
  tx: Tx,
  keyring: Keyring,
  officeId: string,
  idNumber: string | undefined,
): Promise<Named | undefined> {
  const checked = checkResidentId(idNumber ?? '');
  if (!checked.ok) return undefined;
  const known = await findPersons(tx, keyring, officeId, [checked.id]);
  return { idNumber: checked.id, personId: known.get(checked.id)?.id };
}

interface OfLetter {
  readonly officeId: string;
  readonly areaCode: string;
  readonly letterNo: string | undefined;
  readonly letterDated: string | undefined;
  readonly personId: string | undefined;
}

export interface KnownLetter {
  readonly id: string;
  readonly transferId: string;
}

/** The same letter, come before: by its number, or by its day where it has none. Two persons may stand in letters of one number. */
export async function findSameLetter(tx: Tx, letter: OfLetter): Promise<KnownLetter | undefined> {
  const { letterNo, letterDated, personId } = letter;
  if (letterNo === undefined && (letterDated === undefined || personId === undefined)) return undefined;
  const byItself =
    letterNo === undefined ? sql`p.letter_dated = ${letterDated!}::date` : sql`p.letter_no = ${letterNo}`;
  const { rows } = await sql<KnownLetter>`select p.id, p.transfer_id as "transferId" from incoming_papers p
    join counterparts on counterparts.id = p.counterpart_id and counterparts.area_code = ${letter.areaCode}
    join transfers on transfers.id = p.transfer_id join cases on cases.id = transfers.case_id
    where p.office_id = ${letter.officeId} and p.kind = 'letter' and p.same_as is null and ${byItself}
      and (${personId ?? null}::uuid is null or cases.person_id = ${personId ?? null}::uuid)
    order by p.recorded_at limit 1`.execute(tx);
  return rows[0];
}

export interface FoundTransfer {
  readonly id: string;
  readonly caseId: string;
  readonly direction: 'in' | 'out';
  readonly areaCode: string;
  readonly isOpen: boolean;
  readonly followed: boolean;
  readonly acceptedAt: Date;
  readonly stewardId: string;
  /** Of its case and leg. */
  readonly transfers: number;
}

const FOUND = sql`select transfers.id, transfers.case_id as "caseId", transfers.direction, counterparts.area_code as "areaCode",
    transfers.closed_at is null as "isOpen", transfers.followed, transfers.accepted_at as "acceptedAt", transfers.steward_id as "stewardId",
    (select max(number) from transfers others where others.case_id = transfers.case_id) as transfers
  from transfers join cases on cases.id = transfers.case_id
  join counterparts on counterparts.id = transfers.counterpart_id`;

/** The open ones first, then the newest. */
export async function findTransfersOf(tx: Tx, officeId: string, personId: string): Promise<FoundTransfer[]> {
  const { rows } = await sql<FoundTransfer>`${FOUND}
    where transfers.office_id = ${officeId} and cases.person_id = ${personId}::uuid
    order by transfers.closed_at is not null, transfers.accepted_at desc, transfers.id`.execute(tx);
  return rows;
}

/** By its id, by the number of its case, or by the number of the letter that began it. */
export async function findTransferBy(
  tx: Tx,
  officeId: string,
  by: { readonly id: string } | { readonly number: string; readonly areaCode: string | undefined },
): Promise<FoundTransfer | undefined> {
  const condition =
    'id' in by
      ? sql`transfers.id = ${by.id}::uuid`
      : sql`(cases.case_no = ${by.number} or transfers.id in (select p.transfer_id from incoming_papers p
          join counterparts sender on sender.id = p.counterpart_id and sender.area_code = ${by.areaCode ?? null}
          where p.letter_no = ${by.number} and p.kind = 'letter'))`;
  const { rows } = await sql<FoundTransfer>`${FOUND} where transfers.office_id = ${officeId} and ${condition}
    order by transfers.closed_at is not null, transfers.accepted_at desc, transfers.id limit 1`.execute(tx);
  return rows[0];
}
