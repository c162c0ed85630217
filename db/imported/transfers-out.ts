/** Transfers-out as the old ledger tells them: what the rates need, held by a steward until their procedure exists. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { statusCode } from '../../domain/ids.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Tx } from '../connection/connection.ts';
import { dayToInstant, type ImportContext } from './placed.ts';
import { resolveStaff, type ImportedStaff } from './staff.ts';
import { insertMany } from '../connection/insert-many.ts';
import { insertPersons, type PersonData } from '../counter/persons.ts';
import { rulesByDay, type RulesOfDay } from '../office/rules-by-day.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface ImportedTransferOut {
  readonly caseNo: string;
  readonly person: PersonData;
  readonly counterpartId: string;
  /** A name of the old ledger. */
  readonly clerk: string;
  readonly letterReceivedOn: string;
  readonly formIssuedOn: string | null;
  readonly remittedOn: string | null;
  readonly reissues: number;
  readonly amountFen: number | null;
  readonly doneOn: string | null;
  readonly about: Readonly<Record<string, unknown>>;
}

/** The transfers' ids, in the order given. */
export async function insertTransfersOut(
  tx: Tx,
  keyring: Keyring,
  context: ImportContext,
  transfers: readonly ImportedTransferOut[],
): Promise<string[]> {
  const staff = await resolveStaff(
    tx,
    context.officeId,
    transfers.map(({ clerk }) => clerk),
    context.today,
  );
  const rulesOn = await rulesByDay(tx, 'employee');
  const personIds = await insertPersons(
    tx,
    keyring,
    context.officeId,
    transfers.map(({ person }) => person),
  );
  const written = [];
  for (const transfer of transfers) {
    const rules = rulesOn(transfer.letterReceivedOn);
    written.push(rowsOf(context, transfer, { rules, personId: personIds[written.length]!, staff }));
  }
  await insertMany(
    tx,
    'cases',
    written.map((rows) => rows.case),
  );
  await insertMany(
    tx,
    'transfers',
    written.map((rows) => rows.transfer),
  );
  await insertMany(
    tx,
    'transfers_out',
    written.map((rows) => rows.out),
  );
  await insertMany(
    tx,
    'responsibilities',
    written.map((rows) => rows.responsibility),
  );
  await insertMany(
    tx,
    'events',
    written.flatMap((rows) => rows.events),
  );
  return written.map((rows) => rows.transfer.id);
}

interface Found {
  readonly rules: RulesOfDay;
  readonly personId: string;
  readonly staff: ImportedStaff;
}

function rowsOf(context: ImportContext, transfer: ImportedTransferOut, { rules: found, personId, staff }: Found) {
  const { officeId, now } = context;
  const { letterReceivedOn, doneOn } = transfer;
  const at = dayToInstant(context);
  const { limits, calendar } = found.rules;
  const dueOn = addWorkingDays(letterReceivedOn, limits.counterpart, calendar).dueOn;
  const clerk = staff.of(transfer.clerk);
  const holder = transfer.clerk === '' ? staff.nextSteward() : staff.managerId;
  const stewardId = doneOn || (clerk.active && transfer.clerk !== '') ? clerk.id : holder;
  const [caseId, id] = [randomUUID(), randomUUID()];
  const common = { office_id: officeId, direction: 'out', procedure_type: 'employee', rule_version: found.ruleVersion };
  const receivedAt = at(letterReceivedOn);
  const doneAt = doneOn ? at(doneOn) : null;
  return {
    case: {
      ...common,
      id: caseId,
      case_no: transfer.caseNo,
      counterpart_id: transfer.counterpartId,
      person_id: personId,
      accepted_on: letterReceivedOn,
      imported: true,
    },
    transfer: {
      ...common,
      id,
      case_id: caseId,
      counterpart_id: transfer.counterpartId,
      status_code: statusCode(randomBytes(13)),
      steward_id: stewardId,
      accepted_at: receivedAt,
      followed: false,
      last_seq: 2,
      last_fact_seq: 1,
      closed_at: doneAt,
      closing: doneOn ? 'completed' : null,
    },
    out: {
      transfer_id: id,
      letter_received_on: letterReceivedOn,
      due_on: dueOn,
      second_due_on: addWorkingDays(dueOn, limits.counterpart, calendar).dueOn,
      form_issued_on: transfer.formIssuedOn,
      remitted_on: transfer.remittedOn,
      reissues: transfer.reissues,
      amount_fen: transfer.amountFen,
      done_on: doneOn,
      recorded_at: now,
    },
    responsibility: {
      transfer_id: id,
      kind: 'steward',
      staff_id: stewardId,
      since: receivedAt,
      why: 'imported',
      until: doneAt && (doneAt < receivedAt ? receivedAt : doneAt),
    },
    events: eventRows(context, transfer, { id, receivedAt }),
  };
}

function eventRows(
  { officeId, importId, now }: ImportContext,
  { about }: ImportedTransferOut,
  { id, receivedAt }: { id: string; receivedAt: Date },
) {
  return [
    {
      transfer_id: id,
      seq: 1,
      fact_seq: 1,
      office_id: officeId,
      kind: 'accepted',
      source: 'import',
      occurred_at: receivedAt,
      recorded_at: now,
      payload: '{}',
    },
    {
      transfer_id: id,
      seq: 2,
      fact_seq: null,
      office_id: officeId,
      kind: 'imported',
      source: 'import',
      occurred_at: now,
      recorded_at: now,
      payload: JSON.stringify({ importId, ...about }),
    },
  ];
}

/** What a later row knows beyond the earlier one. */
export async function updateTransferOut(
  tx: Tx,
  transferId: string,
  context: ImportContext,
  newer: Pick<ImportedTransferOut, 'formIssuedOn' | 'remittedOn' | 'reissues' | 'amountFen' | 'doneOn' | 'about'>,
): Promise<void> {
  const doneAt = newer.doneOn ? dayToInstant(context)(newer.doneOn) : null;
  await sql`update transfers_out set form_issued_on = ${newer.formIssuedOn}::date, remitted_on = ${newer.remittedOn}::date,
    reissues = ${newer.reissues}, amount_fen = ${newer.amountFen}::bigint, done_on = ${newer.doneOn}::date
    where transfer_id = ${transferId}`.execute(tx);
  const { rows } = await sql<{ seq: number }>`update transfers set last_seq = last_seq + 1,
      closed_at = coalesce(closed_at, ${doneAt}::timestamptz),
      closing = coalesce(closing, case when ${doneAt}::timestamptz is not null then 'completed' end)
    where id = ${transferId} returning last_seq as seq`.execute(tx);
  await sql`update responsibilities set until = greatest(since, ${doneAt}::timestamptz)
    where transfer_id = ${transferId} and until is null and ${doneAt}::timestamptz is not null`.execute(tx);
  await sql`insert into events (transfer_id, seq, office_id, kind, source, occurred_at, payload)
    values (${transferId}, ${rows[0]!.seq}, ${context.officeId}, 'imported', 'import', office_now(),
      ${JSON.stringify({ importId: context.importId, ...newer.about })}::jsonb)`.execute(tx);
}
