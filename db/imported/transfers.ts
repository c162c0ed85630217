/** Writes transfers of an old ledger, with the way that each has gone, by the batch: one statement per table, and the open step as any other. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { reserveCaseNumbers } from '../office/case-numbers.ts';
import { attachWaitingScans } from '../courier/scans.ts';
import type { Tx } from '../connection/connection.ts';
import { insertCases, type ImportedCase } from './cases.ts';
import { historyEvents } from './events.ts';
import type { ImportedTransfer } from './history.ts';
import { toldNoticeRow } from '../notices/told.ts';
import { insertLedgerMoney, moneyOf } from './money.ts';
import { openImportedStep } from './open-step.ts';
import { attemptRows, infoFormRows, letterRows, responsibilityRows, stepRows } from './rows.ts';
import { resolveStaff, type ImportedStaff } from './staff.ts';
import { insertMany } from '../connection/insert-many.ts';
import { insertEvents } from '../ledger/event-rows.ts';
import { dayToInstant, type ImportContext, type Placed } from './placed.ts';
import { rulesNow, rulesOn } from '../office/rules.ts';
import type { Keyring } from '../connection/sealing.ts';

/** The transfers' ids, in the order given. */
export async function insertImportedTransfers(
  tx: Tx,
  keyring: Keyring,
  context: ImportContext,
  transfers: readonly ImportedTransfer[],
): Promise<string[]> {
  const placed = await place(tx, context, transfers);
  await insertCases(tx, keyring, context.officeId, placed.map(caseOf));
  await insertEvents(tx, placed.flatMap(historyEvents));
  await insertMany(tx, 'steps', placed.flatMap(stepRows));
  await insertMany(tx, 'responsibilities', placed.flatMap(responsibilityRows));
  await insertMany(tx, 'attempts', placed.flatMap(attemptRows));
  await insertMany(tx, 'letters', placed.flatMap(letterRows));
  await insertMany(tx, 'info_forms', placed.flatMap(infoFormRows));
  await insertEndings(tx, placed);
  await insertLedgerMoney(
    tx,
    context,
    placed.flatMap((transfer) => moneyOf(transfer) ?? []),
  );
  await reserveCaseNumbers(
    tx,
    context.officeId,
    placed.map(({ caseNo }) => caseNo),
  );
  for (const transfer of placed) if (!transfer.history.end) await openImportedStep(tx, transfer);
  await attachScans(tx, keyring, placed);
  return placed.map(({ transferId }) => transferId);
}

async function place(tx: Tx, context: ImportContext, transfers: readonly ImportedTransfer[]): Promise<Placed[]> {
  const names = transfers.flatMap(({ steward, letterSender, history }) => [
    steward,
    letterSender,
    ...history.steps.map(({ owner }) => owner),
    ...history.facts.flatMap(({ by }) => by ?? []),
  ]);
  const staff = await resolveStaff(tx, context.officeId, names, context.today);
  const at = dayToInstant(context);
  const { rules: book } = await rulesNow(tx);
  const { areaCode } = context;
  const placed: Placed[] = [];
  for (const transfer of transfers) {
    const { direction, type: procedureType } = transfer.procedure;
    const { ruleVersion, rules } = rulesOn(book, transfer.acceptedOn, { direction, procedureType, areaCode });
    placed.push({
      ...transfer,
      transferId: randomUUID(),
      caseId: randomUUID(),
      ruleVersion,
      rules,
      staff,
      at,
      context,
      stewardId: stewardOf(transfer, staff),
      letterIds: new Map(transfer.history.letters.map((letter) => [letter, randomUUID()])),
    });
  }
  return placed;
}

/** What is open needs somebody who is there. */
function stewardOf({ steward, history }: ImportedTransfer, staff: ImportedStaff): string {
  if (steward === '' && !history.end) return staff.nextSteward();
  const named = staff.of(steward);
  return named.active || history.end ? named.id : staff.managerId;
}

function caseOf(transfer: Placed): ImportedCase {
  const { history, at } = transfer;
  const { end } = history;
  return {
    caseId: transfer.caseId,
    transferId: transfer.transferId,
    procedure: transfer.procedure,
    followed: true,
    caseNo: transfer.caseNo,
    person: transfer.person,
    counterpartId: transfer.counterpartId,
    ruleVersion: transfer.ruleVersion,
    category: transfer.category,
    acceptedOn: transfer.acceptedOn,
    acceptedAt: at(transfer.acceptedOn),
    stewardId: transfer.stewardId,
    letterSenderId: letterSenderOf(transfer),
    facts: history.facts.length,
    closed: end && { at: at(end.on), closing: end.how, reasonCode: end.reasonCode ?? null },
  };
}

/** Chosen when there is a letter to send, where the row names nobody who is there. */
function letterSenderOf({ letterSender, staff, history }: Placed): string | null {
  const { id, active } = staff.of(letterSender);
  return history.end || (active && letterSender !== '') ? id : null;
}

/** Booked amounts of history, and one notice decision each: history sends no notice, and was told of one or not. */
async function insertEndings(tx: Tx, placed: readonly Placed[]): Promise<void> {
  await insertMany(
    tx,
    'bookings',
    placed.flatMap(({ history: { booking }, transferId, context, at }) =>
      booking
        ? {
            transfer_id: transferId,
            office_id: context.officeId,
            amount_fen: booking.amountFen,
            booked_at: at(booking.on),
            booked_by: null,
            fact_seq: booking.byFact,
          }
        : [],
    ),
  );
  const decided = placed.filter(({ history }) => history.end);
  await insertMany(
    tx,
    'notice_decisions',
    decided.map(({ transferId, context, history: { notice } }) => ({
      transfer_id: transferId,
      office_id: context.officeId,
      decision: notice ? 'send' : 'notSent',
      reason: 'imported',
      mode: null,
      decided_at: context.now,
    })),
  );
  await insertMany(
    tx,
    'notices',
    decided.flatMap(({ transferId, context, at, history: { notice } }) =>
      notice ? toldNoticeRow({ transferId, officeId: context.officeId, sentAt: at(notice.on) }) : [],
    ),
  );
}

async function attachScans(tx: Tx, keyring: Keyring, placed: readonly Placed[]): Promise<void> {
  const letterIds = placed.flatMap(({ letterIds }) => [...letterIds.values()]);
  const { rows } = await sql<{ transferId: string; factSeq: number }>`
    select distinct letters.transfer_id as "transferId", letters.sent_by_fact_seq as "factSeq" from letters
    join mail_scans on mail_scans.office_id = letters.office_id and mail_scans.waybill = letters.waybill and mail_scans.letter_id is null
    where letters.id = any(${letterIds}::uuid[]) order by 1, 2`.execute(tx);
  for (const letter of rows) await attachWaitingScans(tx, keyring, letter);
}
