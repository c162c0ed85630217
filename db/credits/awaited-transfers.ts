/** The transfers that a bank memo may speak of, found by exact look-ups only and locked in the order of their ids. */
import { sql } from 'kysely';
import type { MemoKeys } from '../../domain/money/bank-memo.ts';
import type { Candidate } from '../../domain/money/candidates.ts';
import { normalisePersonName } from '../../domain/persons/person-name.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface MoneyQuestion {
  readonly memo: MemoKeys;
  readonly amountFen: number;
  readonly payerName: string;
}

interface CandidateRow {
  transfer_id: string;
  case_no: string;
  steward_id: string;
  closing: string | null;
  name_sealed: Buffer;
  id_number_sealed: Buffer | null;
  area_code: string;
  total_fen: number | null;
  matched: number;
  proposed: number;
}

/** By case number, ID number or name; and the open transfers of the payer's area that this very amount would complete. */
export async function findCandidates(
  tx: Tx,
  keyring: Keyring,
  officeId: string,
  question: MoneyQuestion,
): Promise<Candidate[]> {
  const locked = await lockCandidates(tx, keyring, officeId, [question]);
  if (locked.length === 0) return [];
  const { rows } = await selectCandidates(tx, locked);
  return rows.map((row) => asCandidate(row, keyring));
}

/** Those of all questions at once: whoever answers several in one transaction asks so first, and never waits in a circle. */
export async function lockCandidates(
  tx: Tx,
  keyring: Keyring,
  officeId: string,
  questions: readonly MoneyQuestion[],
): Promise<string[]> {
  const memos = questions.map(({ memo }) => memo);
  const hashes = [
    ...memos.flatMap(({ idNumbers }) => idNumbers.flatMap((idNumber) => keyring.hashes('idNumber', idNumber))),
    ...memos.flatMap(({ names }) => names.flatMap((name) => keyring.hashes('name', name))),
  ];
  const { rows } = await sql<{ id: string }>`
    select id from transfers where direction = 'in' and id in (
      select t.id from cases c join transfers t on t.case_id = c.id
        where c.office_id = ${officeId} and c.case_no = any(${memos.flatMap(({ caseNumbers }) => caseNumbers)}::text[])
      union select t.id from person_hashes h join cases c on c.person_id = h.person_id join transfers t on t.case_id = c.id
        where h.hash = any(${hashes}::bytea[]) and h.kind in ('idNumber', 'name') and c.office_id = ${officeId}
      union select t.id from unnest(${questions.map(({ amountFen }) => amountFen)}::bigint[],
          ${questions.map(({ payerName }) => payerName)}::text[]) as asked (amount_fen, payer_name)
        join info_forms f on f.total_fen = asked.amount_fen join transfers t on t.id = f.transfer_id
        join counterparts payer on payer.id = t.counterpart_id
        where f.office_id = ${officeId} and f.state = 'received' and t.closed_at is null
          and payer.area_code in (select area_code from counterparts where name = asked.payer_name))
    order by id for update`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * A booking of the time before this ledger has no credit: its amount counts as received. Of a case that goes on after its closing only the
 * transfer that waits now, else the last one.
 */
function selectCandidates(tx: Tx, transferIds: string[]) {
  return sql<CandidateRow>`
    select t.id as transfer_id, c.case_no, t.steward_id, t.closing, p.name_sealed, p.id_number_sealed, cp.area_code, f.total_fen,
      greatest(
        coalesce((select sum(amount_fen) from credit_parts where transfer_id = t.id and state in ('matched', 'booked')), 0),
        coalesce((select amount_fen from bookings where transfer_id = t.id), 0))::bigint as matched,
      coalesce((select sum(amount_fen) from credit_parts where transfer_id = t.id and state = 'proposed'), 0)::bigint as proposed
    from transfers t join cases c on c.id = t.case_id join persons p on p.id = c.person_id
      join counterparts cp on cp.id = t.counterpart_id
      left join info_forms f on f.transfer_id = t.id and f.state = 'received'
    where t.id = any(${transferIds}::uuid[])
      and not exists (select from transfers other where other.case_id = t.case_id and other.leg = t.leg
        and (other.closed_at is not null, -other.number) < (t.closed_at is not null, -t.number))
    order by c.case_no`.execute(tx);
}

function asCandidate(row: CandidateRow, keyring: Keyring): Candidate {
  const name = keyring.openText(row.name_sealed) ?? '';
  const idNumber = keyring.openText(row.id_number_sealed) ?? '';
  return {
    transferId: row.transfer_id,
    caseNo: row.case_no,
    stewardId: row.steward_id,
    open: row.closing === null,
    completed: row.closing === 'completed',
    name: normalisePersonName(name),
    idNumber,
    awaited:
      row.total_fen === null
        ? undefined
        : {
            caseNumber: row.case_no,
            name,
            idNumber,
            areaCode: row.area_code,
            expectedFen: row.total_fen,
            matchedFen: row.matched,
            proposedFen: row.proposed,
          },
  };
}
