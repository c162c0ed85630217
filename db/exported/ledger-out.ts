/** Transfers-out as rows of the office's ledger, with the row with which each came. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { findEarlierLines } from '../imported/known.ts';
import { happenedAt } from '../ledger/happened-at.ts';
import { paymentFen } from '../ledger/paid-out.ts';
import { fromAsked, HEAD, type LedgerHead } from './ledger-heads.ts';
import { inPages, type LedgerSpan } from './ledger-pages.ts';

export interface LedgerOutFacts {
  readonly transferId: string;
  readonly caseNo: string;
  readonly name: string;
  readonly idNumber: string;
  readonly counterpart: { readonly areaCode: string; readonly name: string };
  readonly letterReceivedOn: string;
  readonly clerk: string;
  readonly formIssuedOn: string | null;
  readonly remittedOn: string | null;
  readonly reissues: number;
  readonly amountFen: number | null;
  readonly doneOn: string | null;
  readonly cells: Readonly<Record<string, string>> | undefined;
  readonly goneOnHere: boolean;
}

export const ledgerOutPages = (tx: Tx, keyring: Keyring, span: LedgerSpan): AsyncIterable<LedgerOutFacts[]> =>
  inPages(tx, 'out', span, (ids) => readRows(tx, keyring, span.officeId, ids));

interface Row extends LedgerHead {
  letter_received_on: string | null;
  form_issued_on: string | null;
  remitted_on: string | null;
  reissues: number | null;
  amount_fen: number | null;
  done_on: string | null;
}

async function readRows(tx: Tx, keyring: Keyring, officeId: string, ids: readonly string[]): Promise<LedgerOutFacts[]> {
  const rows = await select(tx, ids);
  const keys = rows.map(({ case_no: caseNo }) => caseNo);
  const earlier = await findEarlierLines(tx, keyring, { officeId, kind: 'ledgerOut', keys });
  return rows.map((row) => ({
    transferId: row.id,
    caseNo: row.case_no,
    name: keyring.openText(row.name_sealed) ?? '',
    idNumber: keyring.openText(row.id_number_sealed) ?? '',
    counterpart: { areaCode: row.area_code, name: row.counterpart_name },
    letterReceivedOn: row.letter_received_on ?? row.accepted_on,
    clerk: row.steward,
    formIssuedOn: row.form_issued_on,
    remittedOn: row.remitted_on,
    reissues: row.reissues ?? 0,
    amountFen: row.amount_fen,
    doneOn: row.done_on,
    cells: earlier.get(row.case_no)?.cells,
    goneOnHere: row.gone_on,
  }));
}

/** Of one that is followed here its facts say it, as they were corrected last. */
const TOLD = sql`select min(office_date(${happenedAt})) filter (where kind = 'infoFormSent') as form_sent_on,
    min(office_date(${happenedAt})) filter (where kind = 'fundSent') as fund_sent_on,
    (count(*) filter (where kind = 'infoFormReissued'))::integer as reissues,
    (sum(${paymentFen}) filter (where kind = 'fundSent'))::bigint as sent_fen,
    max(office_date(${happenedAt})) filter (where kind = 'relationEnded') as ended_on
  from events where events.transfer_id = t.id and kind in ('infoFormSent', 'fundSent', 'infoFormReissued', 'relationEnded')`;

async function select(tx: Db, ids: readonly string[]): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select ${HEAD}, o.letter_received_on::text, coalesce(o.form_issued_on, told.form_sent_on)::text as form_issued_on,
      coalesce(o.remitted_on, told.fund_sent_on)::text as remitted_on, coalesce(o.reissues, told.reissues) as reissues,
      coalesce(o.amount_fen, told.sent_fen) as amount_fen, coalesce(o.done_on, told.ended_on)::text as done_on
    ${fromAsked(ids)}
    left join transfers_out o on o.transfer_id = t.id
    left join lateral (${TOLD}) as told on t.followed
    order by asked.place`.execute(tx);
  return rows;
}
