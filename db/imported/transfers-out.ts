/** Transfers-out as the old ledger tells them: what the rates need, held by a steward until their procedure exists. */
import { randomUUID } from 'node:crypto';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Tx } from '../connection/connection.ts';
import { dayToInstant, type ImportContext } from './placed.ts';
import { resolveStaff, type ImportedStaff } from './staff.ts';
import { insertMany } from '../connection/insert-many.ts';
import type { PersonData } from '../persons/person-rows.ts';
import { endResponsibility } from '../holding/owners.ts';
import { eventRow, insertEvents, type EventRow, type NewEvent } from '../ledger/event-rows.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { insertCases, type ImportedCase } from './cases.ts';
import { importedEvent } from './events.ts';
import { factsOfRow, readTold, type OutRow } from './out-facts.ts';
import { rulesNow, rulesOn, type RulesOfDay } from '../office/rules.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface ImportedTransferOut extends OutRow {
  readonly caseNo: string;
  readonly person: PersonData;
  readonly counterpartId: string;
  /** A name of the old ledger. */
  readonly clerk: string;
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
  const { rules: book } = await rulesNow(tx);
  const placed = transfers.map((transfer) =>
    place(context, transfer, staff, rulesOn(book, transfer.letterReceivedOn, { ...LIKE, areaCode: context.areaCode })),
  );
  await insertCases(tx, keyring, context.officeId, placed.map(caseOf));
  await insertMany(tx, 'transfers_out', placed.map(outRow));
  await insertEvents(tx, placed.flatMap(eventsOf));
  return placed.map(({ transferId }) => transferId);
}

/** Its procedure does not exist yet; the other office's 15 working days are ours here. */
const LIKE = { direction: 'in', procedureType: USUAL_TYPE } as const;

interface PlacedOut extends ImportedTransferOut {
  readonly transferId: string;
  readonly rules: RulesOfDay;
  readonly stewardId: string;
  readonly receivedAt: Date;
  readonly doneAt: Date | null;
  readonly facts: readonly NewEvent[];
  readonly context: ImportContext;
}

function place(
  context: ImportContext,
  transfer: ImportedTransferOut,
  staff: ImportedStaff,
  rules: RulesOfDay,
): PlacedOut {
  const at = dayToInstant(context);
  return {
    ...transfer,
    transferId: randomUUID(),
    rules,
    stewardId: stewardOf(transfer, staff),
    receivedAt: at(transfer.letterReceivedOn),
    doneAt: transfer.doneOn === null ? null : at(transfer.doneOn),
    facts: factsOfRow(transfer, {}, context),
    context,
  };
}

/** What is open needs somebody who is there. */
function stewardOf({ clerk, doneOn }: ImportedTransferOut, staff: ImportedStaff): string {
  const named = staff.of(clerk);
  const nobody = clerk === '' ? staff.nextSteward() : staff.managerId;
  return doneOn !== null || (named.active && clerk !== '') ? named.id : nobody;
}

function caseOf(transfer: PlacedOut): ImportedCase {
  const { doneAt } = transfer;
  return {
    caseId: randomUUID(),
    transferId: transfer.transferId,
    procedure: { direction: 'out', type: USUAL_TYPE, version: transfer.rules.ruleVersion },
    caseNo: transfer.caseNo,
    person: transfer.person,
    counterpartId: transfer.counterpartId,
    ruleVersion: transfer.rules.ruleVersion,
    category: '',
    acceptedOn: transfer.letterReceivedOn,
    acceptedAt: transfer.receivedAt,
    stewardId: transfer.stewardId,
    letterSenderId: null,
    facts: transfer.facts.length,
    closed: doneAt ? { at: doneAt, closing: 'completed', reasonCode: null } : undefined,
  };
}

/** Where it stands now, for lists and the release before; figures are counted from its facts. */
function outRow(transfer: PlacedOut) {
  const { limits, calendar } = transfer.rules.rules;
  const dueOn = addWorkingDays(transfer.letterReceivedOn, limits.counterpart, calendar).dueOn;
  return {
    transfer_id: transfer.transferId,
    letter_received_on: transfer.letterReceivedOn,
    due_on: dueOn,
    second_due_on: addWorkingDays(dueOn, limits.counterpart, calendar).dueOn,
    form_issued_on: transfer.formIssuedOn,
    remitted_on: transfer.remittedOn,
    reissues: transfer.reissues,
    amount_fen: transfer.amountFen,
    done_on: transfer.doneOn,
    recorded_at: transfer.context.now,
  };
}

function eventsOf({ transferId, facts, about, context }: PlacedOut): EventRow[] {
  const told = facts.map((fact, index) =>
    eventRow({ id: transferId, office_id: context.officeId }, fact, {
      recordedAt: context.now,
      seq: index + 1,
      factSeq: index + 1,
    }),
  );
  return [...told, importedEvent(context, { transferId, about, seq: told.length + 1 })];
}

/** What a later row knows beyond the earlier one is told as further facts: what was known before stays as it was. */
export async function updateTransferOut(
  tx: Tx,
  transferId: string,
  context: ImportContext,
  newer: OutRow & Pick<ImportedTransferOut, 'about'>,
): Promise<void> {
  const ledger = await TransferLedger.open(tx, transferId);
  const { counts, sumMissing } = await readTold(tx, transferId);
  for (const fact of factsOfRow(newer, counts, context)) ledger.noteFact(fact);
  if (sumMissing !== undefined && newer.amountFen !== null)
    ledger.noteFact({
      kind: 'corrected',
      occurredAt: ledger.now,
      source: 'import',
      confirmedBy: context.confirmedBy ?? null,
      correctsSeq: sumMissing,
      payload: { correctedAmountFen: newer.amountFen },
    });
  await tx
    .updateTable('transfers_out')
    .set({
      form_issued_on: newer.formIssuedOn,
      remitted_on: newer.remittedOn,
      reissues: newer.reissues,
      amount_fen: newer.amountFen,
      done_on: newer.doneOn,
    })
    .where('transfer_id', '=', transferId)
    .execute();
  if (newer.doneOn) {
    const doneAt = dayToInstant(context)(newer.doneOn);
    await endResponsibility(tx, transferId, null, doneAt);
    if (!ledger.transfer.closed_at) ledger.close(doneAt, 'completed', null);
  }
  const payload = { importId: context.importId, ...newer.about };
  const confirmedBy = context.confirmedBy ?? null;
  ledger.note({ kind: 'imported', occurredAt: ledger.now, source: 'import', confirmedBy, payload });
  await ledger.write();
}
