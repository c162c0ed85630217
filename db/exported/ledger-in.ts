/** Transfers-in as rows of the office's ledger: what the ledger knows of each, and the row with which it came, if it came with a file. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import type { Keyring } from '../connection/sealing.ts';
import { findEarlierLines } from '../imported/known.ts';
import { openKept } from '../texts/sealed-texts.ts';
import { fromAsked, HEAD, MOBILE, type LedgerHead } from './ledger-heads.ts';
import { inPages, type LedgerSpan } from './ledger-pages.ts';

export interface LedgerInLetter {
  readonly sentOn: string;
  readonly waybill: string | null;
  readonly returnReason: string | null;
  readonly returnedOn: string | null;
}

interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly sex: 'male' | 'female' | null;
  readonly mobile: string;
  readonly employer: string;
  readonly employerPhone: string;
}

export interface LedgerInFacts {
  readonly transferId: string;
  readonly caseNo: string;
  readonly scheme: string;
  readonly categories: string;
  readonly person: Person;
  readonly counterpart: { readonly areaCode: string; readonly name: string };
  readonly acceptedOn: string;
  readonly acceptedBy: string;
  readonly steward: string;
  readonly letterSender: string;
  /** Of the first three attempts. */
  readonly letters: readonly (LedgerInLetter | undefined)[];
  readonly infoFormReceivedOn: string | null;
  readonly fundReceivedOn: string | null;
  readonly expectedFen: number | null;
  readonly receivedFen: number | null;
  readonly closing: string | null;
  readonly closingReason: string | null;
  readonly closedOn: string | null;
  readonly heldFor: string | null;
  /** Who closed the step, by its part in the procedure. */
  readonly sentBy: string;
  readonly enteredBy: string;
  readonly reviewedBy: string;
  readonly noticeSentOn: string | null;
  /** Of the newest row of a file, cell by cell; undefined: it was accepted here. */
  readonly cells: Readonly<Record<string, string>> | undefined;
  /** Somebody, the courier or the bank has told something of it since. */
  readonly goneOnHere: boolean;
}

export const ledgerInPages = (tx: Tx, keyring: Keyring, span: LedgerSpan): AsyncIterable<LedgerInFacts[]> =>
  inPages(tx, 'in', span, (ids) => readRows(tx, keyring, span.officeId, ids));

async function readRows(tx: Tx, keyring: Keyring, officeId: string, ids: readonly string[]): Promise<LedgerInFacts[]> {
  const [heads, letters, money, steps] = [
    await readHeads(tx, ids),
    await readLetters(tx, ids),
    await readMoney(tx, ids),
    await readDoers(tx, ids),
  ];
  const keys = heads.map(({ case_no: caseNo }) => caseNo);
  const earlier = await findEarlierLines(tx, keyring, { officeId, kind: 'ledgerIn', keys });
  return heads.map((head): LedgerInFacts => {
    const { id } = head;
    const sums = money.get(id);
    return {
      transferId: id,
      caseNo: head.case_no,
      scheme: head.scheme,
      categories: openKept(keyring, head.category_id, head.category_sealed, head.category),
      person: personOf(keyring, head),
      counterpart: { areaCode: head.area_code, name: head.counterpart_name },
      acceptedOn: head.accepted_on,
      acceptedBy: head.accepted_by ?? '',
      steward: head.steward,
      letterSender: head.letter_sender ?? '',
      letters: [1, 2, 3].map((attempt) => letters.get(`${id} ${String(attempt)}`)),
      infoFormReceivedOn: sums?.form_on ?? null,
      expectedFen: sums?.expected_fen ?? null,
      fundReceivedOn: sums?.money_on ?? null,
      receivedFen: sums?.received_fen ?? null,
      closing: head.closing,
      closingReason: head.closing_reason,
      closedOn: head.closed_on,
      heldFor: head.hold_reason,
      sentBy: steps.get(`${id} sender`) ?? '',
      enteredBy: steps.get(`${id} entry`) ?? '',
      reviewedBy: steps.get(`${id} review`) ?? '',
      noticeSentOn: head.notice_sent_on,
      cells: head.imported ? earlier.get(head.case_no)?.cells : undefined,
      goneOnHere: head.gone_on,
    };
  });
}

interface Head extends LedgerHead {
  scheme: string;
  category: string;
  category_id: string | null;
  category_sealed: Buffer | null;
  imported: boolean;
  sex: 'male' | 'female' | null;
  phone_sealed: Buffer | null;
  employer_sealed: Buffer | null;
  employer_phone_sealed: Buffer | null;
  accepted_by: string | null;
  letter_sender: string | null;
  closing: string | null;
  closing_reason: string | null;
  closed_on: string | null;
  hold_reason: string | null;
  notice_sent_on: string | null;
}

async function readHeads(tx: Db, ids: readonly string[]): Promise<Head[]> {
  const { rows } = await sql<Head>`select ${HEAD}, c.scheme, c.category, c.category_id, c.imported,
      (select sealed from sealed_texts where sealed_texts.id = c.category_id) as category_sealed,
      p.sex, ${MOBILE} as phone_sealed,
      case when a.case_id is null then p.employer_sealed else a.employer_sealed end as employer_sealed,
      case when a.case_id is null then p.employer_phone_sealed else a.employer_phone_sealed end as employer_phone_sealed,
      (select staff.display_name from events e join staff on staff.id = e.by_staff_id
        where e.transfer_id = t.id and e.kind = 'accepted' order by e.seq limit 1) as accepted_by,
      sender.display_name as letter_sender, t.closing, t.closing_reason, office_date(t.closed_at)::text as closed_on,
      (select s.hold_reason from steps s where s.transfer_id = t.id and s.closed_at is null and s.held_since is not null) as hold_reason,
      (select office_date(min(n.sent_at))::text from notices n where n.transfer_id = t.id and n.kind = 'completion') as notice_sent_on
    ${fromAsked(ids)}
    left join staff sender on sender.id = t.letter_sender_id
    order by asked.place`.execute(tx);
  return rows;
}

function personOf(keyring: Keyring, head: Head): Person {
  const text = (sealed: Buffer | null): string => keyring.openText(sealed) ?? '';
  return {
    name: text(head.name_sealed),
    idNumber: text(head.id_number_sealed),
    sex: head.sex,
    mobile: text(head.phone_sealed),
    employer: text(head.employer_sealed),
    employerPhone: text(head.employer_phone_sealed),
  };
}

/** Of each attempt the first letter, and how the attempt came back. */
async function readLetters(tx: Db, ids: readonly string[]): Promise<Map<string, LedgerInLetter>> {
  const { rows } = await sql<{
    transfer_id: string;
    attempt: number;
    sent_on: string;
    waybill: string | null;
    reason_code: string | null;
    returned_on: string | null;
  }>`select distinct on (l.transfer_id, l.attempt) l.transfer_id, l.attempt, l.posted_on::text as sent_on, l.waybill,
      case when a.ending = 'returned' then a.reason_code end as reason_code,
      case when a.ending = 'returned' then office_date(a.ended_at)::text end as returned_on
    from letters l left join attempts a on a.transfer_id = l.transfer_id and a.attempt = l.attempt
    where l.transfer_id = any(${[...ids]}::uuid[]) and l.attempt <= 3
    order by l.transfer_id, l.attempt, l.envelope`.execute(tx);
  return new Map(
    rows.map((row) => [
      `${row.transfer_id} ${String(row.attempt)}`,
      { sentOn: row.sent_on, waybill: row.waybill, returnReason: row.reason_code, returnedOn: row.returned_on },
    ]),
  );
}

interface Sums {
  id: string;
  form_on: string | null;
  expected_fen: number | null;
  money_on: string | null;
  received_fen: number | null;
}

/** The form that counts, and the money that is the transfer's. */
async function readMoney(tx: Db, ids: readonly string[]): Promise<Map<string, Sums>> {
  const { rows } = await sql<Sums>`select asked.id, form.received_on::text as form_on, form.total_fen as expected_fen,
      money.booked_on::text as money_on, money.fen as received_fen
    from unnest(${[...ids]}::uuid[]) as asked (id)
    left join lateral (select received_on, total_fen from info_forms f where f.transfer_id = asked.id
      and f.state not in ('sentBack', 'superseded') order by f.recorded_at desc, f.id limit 1) as form on true
    left join lateral (select max(credits.booked_on) as booked_on, sum(part.amount_fen)::bigint as fen
      from credit_parts part join credits on credits.id = part.credit_id
      where part.transfer_id = asked.id and part.state in ('matched', 'booked')) as money on true`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who has done the steps of three kinds, told apart by what the procedure says of them; the last one of each counts. */
async function readDoers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ transfer_id: string; procedure: string; step: string; by: string }>`
    select s.transfer_id, s.procedure, s.step, staff.display_name as by
    from steps s join events e on e.transfer_id = s.transfer_id and e.fact_seq = s.closed_by_fact_seq
    join staff on staff.id = e.by_staff_id
    where s.transfer_id = any(${[...ids]}::uuid[]) and s.closed_at is not null
    order by s.transfer_id, s.ordinal`.execute(tx);
  const procedures = proceduresOf(tx);
  const doers = new Map<string, string>();
  for (const { transfer_id: id, procedure, step, by } of rows) {
    const rule = procedures.find(procedure)?.steps[step];
    if (!rule) continue;
    const part = partOf(rule);
    if (part) doers.set(`${id} ${part}`, by);
  }
  return doers;
}

interface Rule {
  readonly role: string;
  readonly party: string;
  readonly apartFrom?: readonly string[];
}

function partOf({ role, party, apartFrom = [] }: Rule): 'sender' | 'entry' | 'review' | undefined {
  if (party !== 'own') return undefined;
  if (apartFrom.length > 0) return 'review';
  if (role === 'letterClerk') return 'sender';
  return role === 'entryClerk' ? 'entry' : undefined;
}
