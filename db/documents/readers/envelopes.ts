/** Envelopes for labels and for the courier: those that are to be sent now, by office; those of a day, by waybill. */
import { sql } from 'kysely';
import type { AddressLabelsData } from '../../../documents/kinds/address-labels.ts';
import type { EmsSheetData } from '../../../documents/kinds/ems-sheet.ts';
import { Refusal, refuseDefects, type Defect } from '../../../domain/errors.ts';
import { closedBy } from '../../../domain/procedures/rules.ts';
import { compareText } from '../../../domain/text-order.ts';
import type { Db } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { DocumentReader } from '../reading.ts';
import { addresseeDefects, currentEntryOf, type Addressee } from './addressee.ts';
import { numberOfOfficeDay, ofNoTransfer, subjectOf } from './day-numbers.ts';

interface Label {
  readonly to: Addressee;
  readonly letterNos: readonly string[];
}

interface Waiting {
  readonly id: string;
  readonly case_no: string;
  readonly counterpart_id: string;
  readonly attempt: number;
  readonly procedure: string;
  readonly step: string;
}

/** One label for each office to which letters are to be sent by post now; of the transfers named, or of all. @throws Refusal not-due; invalid */
export const readAddressLabels: DocumentReader<AddressLabelsData> = async (reading) => {
  const { tx, officeId, input } = reading;
  const { transferIds, skip = 0 } = input;
  refuseDefects(ofNoTransfer(reading));
  const { rows } = await sql<Waiting>`
    select t.id, c.case_no, t.counterpart_id, s.attempt, s.procedure, s.step
    from steps s join transfers t on t.id = s.transfer_id join cases c on c.id = t.case_id
    where s.office_id = ${officeId} and s.closed_at is null
      and ${transferIds === undefined ? sql`true` : sql`t.id = any(${[...transferIds]}::uuid[])`}
    order by c.case_no`.execute(tx);
  const sends = rows.filter(({ procedure, step }) => sendsLetter(tx, procedure, step));
  const inside = groupBy(sends, ({ counterpart_id: id }) => id);
  const labels = new Map<string, Label>();
  for (const [counterpartId, letters] of inside) {
    const to = await currentEntryOf(tx, counterpartId);
    // An office that has been renamed meanwhile is still one envelope.
    const before = labels.get(to.areaCode)?.letterNos ?? [];
    labels.set(to.areaCode, { to, letterNos: [...before, ...letters.map(letterNoOf)] });
  }
  const posted = byOffice([...labels.values()].filter(({ to }) => to.channel === 'ems'));
  if (posted.length === 0) throw new Refusal('not-due', 'No letter is to be sent by post now.');
  refuseDefects(lacking(posted));
  const data = { skip, labels: posted };
  const subjectId = subjectOf(data);
  const printed = new Set(posted.flatMap(({ letterNos }) => letterNos));
  return {
    number: await numberOfOfficeDay({ ...reading, subjectId }, { kind: 'addressLabels', letters: 'DZ' }),
    subjectId,
    transferIds: sends.filter((letter) => printed.has(letterNoOf(letter))).map(({ id }) => id),
    data,
  };
};

const letterNoOf = ({ case_no: caseNo, attempt }: Waiting): string => `${caseNo}-${String(attempt)}-1`;

function sendsLetter(tx: Db, key: string, step: string): boolean {
  const procedure = proceduresOf(tx).find(key);
  return procedure !== undefined && closedBy(procedure, 'letterSent', step).length > 0;
}

interface Sent {
  readonly waybill: string;
  readonly posted_on: string;
  readonly letter_nos: string[];
  readonly transfer_ids: string[];
  readonly counterpart_id: string;
  readonly sender: string | null;
  readonly sender_telephone: string | null;
}

/** One for each envelope that was posted on the day that is named, else today. @throws Refusal not-due; invalid */
export const readEmsSheet: DocumentReader<EmsSheetData> = async (reading) => {
  const { tx, officeId, input, today } = reading;
  const { postedOn = today, waybills } = input;
  refuseDefects(ofNoTransfer(reading));
  const { rows } = await sql<Sent>`
    select l.waybill, l.posted_on, array_agg(l.letter_no order by l.letter_no) as letter_nos,
      array_agg(l.transfer_id) as transfer_ids,
      (array_agg(t.counterpart_id order by l.letter_no))[1] as counterpart_id,
      (array_agg(sender.display_name order by l.letter_no))[1] as sender,
      (array_agg(sender.telephone order by l.letter_no))[1] as sender_telephone
    from letters l join transfers t on t.id = l.transfer_id left join staff sender on sender.id = t.letter_sender_id
    where l.office_id = ${officeId} and l.posted_on = ${postedOn}::date and l.waybill is not null
      and ${waybills === undefined ? sql`true` : sql`l.waybill = any(${[...waybills]}::text[])`}
    group by l.waybill, l.posted_on order by l.waybill`.execute(tx);
  const parcels = [];
  for (const row of rows) {
    parcels.push({
      waybill: row.waybill,
      postedOn: row.posted_on,
      to: await currentEntryOf(tx, row.counterpart_id),
      sender: { name: row.sender ?? '', telephone: row.sender_telephone ?? '' },
      letterNos: row.letter_nos,
    });
  }
  if (parcels.length === 0) throw new Refusal('not-due', 'No letter was posted on this day.');
  refuseDefects(lacking(parcels));
  const data = { parcels };
  const subjectId = subjectOf(data);
  return {
    number: await numberOfOfficeDay({ ...reading, subjectId }, { kind: 'emsSheet', letters: 'JJD' }),
    subjectId,
    transferIds: rows.flatMap(({ transfer_ids: ids }) => ids),
    data,
  };
};

/** Each named by the office that it is for: whoever prints a hundred must find the one. */
const lacking = (envelopes: readonly { readonly to: Addressee }[]): Defect[] => {
  const offices = new Map(envelopes.map(({ to }) => [to.areaCode, to]));
  return [...offices.values()].flatMap((to) => addresseeDefects(to, `counterparts.${to.areaCode}`));
};

const byOffice = (labels: readonly Label[]): Label[] =>
  [...labels].sort((one, other) => compareText(one.to.areaCode, other.to.areaCode));

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
