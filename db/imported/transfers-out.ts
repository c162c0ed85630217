/** Transfers-out as the old ledger tells them: the open ones on the way of their procedure, of those that ended what the rates need. */
import { randomUUID } from 'node:crypto';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Tx } from '../connection/connection.ts';
import { dayToInstant, type ImportContext } from './placed.ts';
import { resolveStaff, type ImportedStaff } from './staff.ts';
import { insertMany } from '../connection/insert-many.ts';
import type { PersonData } from '../persons/person-rows.ts';
import { endResponsibility } from '../holding/owners.ts';
import { eventRow, insertEvents, type EventRow, type NewEvent } from '../ledger/event-rows.ts';
import { enqueueLook } from '../ledger/outbox.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { insertCases, type ImportedCase } from './cases.ts';
import { importedEvent } from './events.ts';
import type { ImportedTransfer } from './history.ts';
import { factsOfRow, readTold, type OutFact, type OutRow } from './out-facts.ts';
import { outHistory } from './out-way.ts';
import { proceduresByDay } from './procedures.ts';
import { insertImportedTransfers } from './transfers.ts';
import { reserveCaseNumbers } from '../office/case-numbers.ts';
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

/** The transfers' ids, in the order given. An open one is taken to the step that its row shows; of one that ended the row is all there is. */
export async function insertTransfersOut(
  tx: Tx,
  keyring: Keyring,
  context: ImportContext,
  transfers: readonly ImportedTransferOut[],
): Promise<string[]> {
  const [open, ended] = [transfers.filter(isOpen), transfers.filter((transfer) => !isOpen(transfer))];
  const procedureOf = await proceduresByDay(tx, 'out');
  const walked = open.map((transfer) => walkedFrom(procedureOf(transfer.letterReceivedOn), transfer, context));
  const openIds = await insertImportedTransfers(tx, keyring, context, walked);
  const endedIds = await insertEnded(tx, keyring, context, ended);
  return transfers.map((transfer) => (isOpen(transfer) ? openIds : endedIds).shift()!);
}

const isOpen = ({ doneOn }: OutRow): boolean => doneOn === null;

function walkedFrom(procedure: Procedure, transfer: ImportedTransferOut, { today }: ImportContext): ImportedTransfer {
  const { caseNo, person, counterpartId, clerk, about, letterReceivedOn: acceptedOn } = transfer;
  const history = outHistory(procedure, transfer, { clerk, today });
  return {
    procedure,
    caseNo,
    person,
    counterpartId,
    acceptedOn,
    category: '',
    steward: clerk,
    letterSender: '',
    about,
    history,
  };
}

/** Its figures stand; nobody acts on it, so that no step of it is concluded. */
async function insertEnded(
  tx: Tx,
  keyring: Keyring,
  context: ImportContext,
  transfers: readonly ImportedTransferOut[],
): Promise<string[]> {
  const names = transfers.map(({ clerk }) => clerk);
  const staff = await resolveStaff(tx, context.officeId, names, context.today);
  const { rules: book } = await rulesNow(tx);
  const placed = transfers.map((transfer) =>
    place(context, transfer, staff, rulesOn(book, transfer.letterReceivedOn, { ...OUT, areaCode: context.areaCode })),
  );
  await insertCases(tx, keyring, context.officeId, placed.map(caseOf));
  await insertMany(tx, 'transfers_out', placed.map(outRow));
  await insertEvents(tx, placed.flatMap(eventsOf));
  const caseNos = placed.map(({ caseNo }) => caseNo);
  await reserveCaseNumbers(tx, context.officeId, caseNos);
  return placed.map(({ transferId }) => transferId);
}

const OUT = { direction: 'out', procedureType: USUAL_TYPE } as const;

interface PlacedOut extends ImportedTransferOut {
  readonly transferId: string;
  readonly rules: RulesOfDay;
  readonly stewardId: string;
  readonly receivedAt: Date;
  readonly doneAt: Date;
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
    stewardId: staff.of(transfer.clerk).id,
    receivedAt: at(transfer.letterReceivedOn),
    doneAt: at(transfer.doneOn!),
    facts: factsOfRow(transfer, {}, context),
    context,
  };
}

function caseOf(transfer: PlacedOut): ImportedCase {
  const { doneAt } = transfer;
  return {
    caseId: randomUUID(),
    transferId: transfer.transferId,
    procedure: { direction: 'out', type: USUAL_TYPE, version: transfer.rules.ruleVersion },
    followed: false,
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
    closed: { at: doneAt, closing: 'completed', reasonCode: null },
  };
}

/** Where it stands now, for lists and the release before; figures are counted from its facts. */
function outRow(transfer: PlacedOut) {
  const { limits, calendar } = transfer.rules.rules;
  const dueOn = addWorkingDays(transfer.letterReceivedOn, limits.own, calendar).dueOn;
  return {
    transfer_id: transfer.transferId,
    letter_received_on: transfer.letterReceivedOn,
    due_on: dueOn,
    second_due_on: addWorkingDays(dueOn, limits.own, calendar).dueOn,
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
    noteSum(ledger, context, { correctsSeq: sumMissing, fen: newer.amountFen });
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
  noteImported(ledger, context, newer.about);
  await ledger.write();
}

/** How much was sent, of money that was told without an amount. */
interface LateSum {
  readonly correctsSeq: number;
  readonly fen: number;
}

/** What a later row says of a transfer that is followed here and closes no step of it. */
export async function noteBesideSteps(
  tx: Tx,
  transferId: string,
  context: ImportContext,
  {
    facts,
    sum,
    about,
  }: { readonly facts: readonly OutFact[]; readonly sum: LateSum | undefined } & Pick<ImportedTransferOut, 'about'>,
): Promise<void> {
  const ledger = await TransferLedger.open(tx, transferId);
  for (const fact of facts) ledger.noteFact(fact);
  if (sum) noteSum(ledger, context, sum);
  noteImported(ledger, context, about);
  await ledger.write();
  await enqueueLook(tx, transferId);
}

function noteSum(ledger: TransferLedger, context: ImportContext, { correctsSeq, fen }: LateSum): void {
  const payload = { correctedAmountFen: fen };
  const confirmedBy = context.confirmedBy ?? null;
  ledger.noteFact({ kind: 'corrected', occurredAt: ledger.now, source: 'import', confirmedBy, correctsSeq, payload });
}

function noteImported(ledger: TransferLedger, context: ImportContext, about: ImportedTransferOut['about']): void {
  const payload = { importId: context.importId, ...about };
  const confirmedBy = context.confirmedBy ?? null;
  ledger.note({ kind: 'imported', occurredAt: ledger.now, source: 'import', confirmedBy, payload });
}
