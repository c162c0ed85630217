/** Transfers-out that the release before left to their file: each is taken to the step that its row shows, as one that comes in today is. */
import { sql } from 'kysely';
import { personOfImported } from '../../domain/facts/facts.ts';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { widenStewardship } from '../holding/owners.ts';
import { holdTransfer } from '../ledger/locked-transfer.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { procedureOn, rulesNow } from '../office/rules.ts';
import type { History } from './history.ts';
import { openImportedStep } from './open-step.ts';
import type { OutRow } from './out-facts.ts';
import { outHistory } from './out-way.ts';
import { dayToInstant, type Walked } from './placed.ts';
import { attemptRows, responsibilityRows, stepRows } from './rows.ts';

/** So many are taken up in one round; the next round finds the rest. */
const AT_MOST = 50;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** One that cannot be taken up keeps no other from it. @returns how many were @throws what the first failed with, when all have been tried */
export async function takeUpTransfersOut(db: Db): Promise<number> {
  const failures: unknown[] = [];
  let taken = 0;
  let waiting = await waitingAfter(db, BEFORE_ALL);
  while (waiting.length > 0 && taken < AT_MOST) {
    for (const id of waiting) {
      try {
        if (await db.transaction().execute((tx) => takeUp(tx, id))) taken += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    waiting = await waitingAfter(db, waiting.at(-1)!);
  }
  if (failures.length > 0) throw failures[0];
  return taken;
}

async function waitingAfter(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select t.id from transfers t join transfers_out o on o.transfer_id = t.id
    where t.closed_at is null and not t.followed and t.id > ${id}::uuid order by t.id limit ${AT_MOST}`.execute(db);
  return rows.map((row) => row.id);
}

async function takeUp(tx: Tx, transferId: string): Promise<boolean> {
  const row = await leaveItsFile(tx, transferId);
  if (!row) return false;
  const { rules: book, now, today } = await rulesNow(tx);
  const of = {
    day: row.letterReceivedOn,
    direction: 'out',
    procedureType: USUAL_TYPE,
    among: proceduresOf(tx),
  } as const;
  const procedure = procedureOn(book, of);
  if (!procedure) throw new Error(`no procedure out/${USUAL_TYPE} is known`);
  await follow(tx, transferId, procedure);
  const ledger = await TransferLedger.open(tx, transferId);
  const { office_id: officeId, steward_id: id, rule_version: ruleVersion } = ledger.transfer;
  // By a sum that a row brought alone no money leaves: two people enter and sign it.
  const amountFen = row.remittedOn === null ? null : row.amountFen;
  const told = outHistory(procedure, { ...row, amountFen }, { clerk: '', today });
  const at = dayToInstant({ now, today });
  await beginWithLetter(ledger, row.letterReceivedOn, at);
  const walked: Walked = {
    procedure,
    transferId,
    history: numbered(told, await writeConcluded(ledger, told, at)),
    context: { officeId, now },
    acceptedOn: row.letterReceivedOn,
    steward: '',
    // Whoever has the steps behind it is the steward; who is not here any more hands over as everybody does.
    staff: { of: () => ({ id, active: true }), managerId: id, nextSteward: () => id },
    at,
    ruleVersion,
    rules: await ledger.rules(),
  };
  await insertMany(tx, 'steps', stepRows(walked));
  await insertMany(tx, 'responsibilities', responsibilityRows(walked));
  await insertMany(tx, 'attempts', attemptRows(walked));
  await openImportedStep(tx, walked);
  return true;
}

/** Undefined: another process was first, or it has ended. */
async function leaveItsFile(tx: Tx, transferId: string): Promise<OutRow | undefined> {
  await holdTransfer(tx, transferId);
  const { rows } = await sql<OutRow>`delete from transfers_out o using transfers t
    where t.id = ${transferId} and o.transfer_id = t.id and t.closed_at is null and not t.followed
    returning letter_received_on as "letterReceivedOn", form_issued_on as "formIssuedOn", remitted_on as "remittedOn",
      reissues, amount_fen as "amountFen", done_on as "doneOn"`.execute(tx);
  return rows[0];
}

async function follow(tx: Tx, transferId: string, { version }: Procedure): Promise<void> {
  await tx
    .updateTable('transfers')
    .set({ followed: true, procedure_version: version })
    .where('id', '=', transferId)
    .execute();
}

/** The platform said that the letter had come on another day, when only the row had a clock. */
async function beginWithLetter(ledger: TransferLedger, day: string, at: (day: string) => Date): Promise<void> {
  const { id, accepted_at: acceptedAt } = ledger.transfer;
  if (dateOf(acceptedAt) === day) return;
  await ledger.moveAcceptance(at(day));
  await widenStewardship(ledger.tx, id, at(day));
  const payload = { correctedOccurredAt: at(day).toISOString() };
  ledger.noteFact({ kind: 'corrected', occurredAt: ledger.now, source: 'import', correctsSeq: 1, payload });
}

/** What was told before stands in the ledger already; what is concluded from it is noted now. @returns the numbers as facts, in the order of the history */
async function writeConcluded(
  ledger: TransferLedger,
  { facts }: History,
  at: (day: string) => Date,
): Promise<number[]> {
  const before = await ledger.tx
    .selectFrom('events')
    .select(['kind', 'fact_seq'])
    .where('transfer_id', '=', ledger.transfer.id)
    .where('fact_seq', 'is not', null)
    .orderBy('fact_seq')
    .execute();
  const numbers = facts.map(({ kind, on, ordinal, outcome, payload }) => {
    const known = before.findIndex((event) => event.kind === kind);
    if (known >= 0) return before.splice(known, 1)[0]!.fact_seq!;
    const closing = { stepOrdinal: ordinal, closes: outcome !== undefined, outcome: outcome ?? null };
    const said = { ...payload, ...personOfImported(kind, false) };
    return ledger.noteFact({ kind, occurredAt: at(on), source: 'import', ...closing, payload: said }).factSeq;
  });
  const payload = { why: 'taken into its procedure' };
  ledger.note({ kind: 'repaired', occurredAt: ledger.now, source: 'system', payload });
  await ledger.write();
  return numbers;
}

function numbered(history: History, numbers: readonly number[]): History {
  const numberOf = (fact: number): number => numbers[fact - 1]!;
  return {
    ...history,
    steps: history.steps.map((step) => ({
      ...step,
      openedByFact: numberOf(step.openedByFact),
      ...(step.closedByFact !== undefined && { closedByFact: numberOf(step.closedByFact) }),
    })),
    attempts: history.attempts.map((attempt) => ({ ...attempt, startedByFact: numberOf(attempt.startedByFact) })),
  };
}
