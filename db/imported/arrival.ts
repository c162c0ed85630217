/** The clock of a transfer-out of an old ledger begins when its letter arrived on the platform, not when somebody fetched it from there. */
import { sql } from 'kysely';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Tx } from '../connection/connection.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { rulesNow, rulesOn } from '../office/rules.ts';
import type { ImportContext } from './placed.ts';

/** `afterAnswer`: form or money had left before, so that it cannot be the letter that they answered. `waits`: a figure that was told would be another one. */
export type Begun = 'same' | 'moved' | 'afterAnswer' | 'waits';

interface OpenOut {
  receivedOn: string;
  dueOn: string;
  answeredOn: string | null;
  letterSeq: number | null;
}

export async function beginAtArrival(
  tx: Tx,
  context: ImportContext,
  {
    transferId,
    arrivedAt,
    mayWait,
  }: { readonly transferId: string; readonly arrivedAt: Date; readonly mayWait: boolean },
): Promise<Begun> {
  const arrivedOn = dateOf(arrivedAt);
  const open = await readOpen(tx, transferId);
  if (!open || open.receivedOn === arrivedOn) return 'same';
  if (open.answeredOn !== null && open.answeredOn < arrivedOn) return 'afterAnswer';
  const { dueOn, secondDueOn } = await limitsFrom(tx, context, arrivedOn);
  if (mayWait && (open.dueOn < context.today || dueOn < context.today)) return 'waits';
  const ledger = await TransferLedger.open(tx, transferId);
  if (open.letterSeq !== null)
    ledger.noteFact({
      kind: 'corrected',
      occurredAt: ledger.now,
      source: 'import',
      confirmedBy: context.confirmedBy ?? null,
      correctsSeq: open.letterSeq,
      payload: { correctedOccurredAt: arrivedAt.toISOString(), importId: context.importId },
    });
  await sql`update transfers_out set letter_received_on = ${arrivedOn}::date, due_on = ${dueOn}::date, second_due_on = ${secondDueOn}::date
    where transfer_id = ${transferId}`.execute(tx);
  await ledger.write();
  return 'moved';
}

/** One that is followed here has steps with clocks of their own; one that is closed has none. */
async function readOpen(tx: Tx, transferId: string): Promise<OpenOut | undefined> {
  const { rows } = await sql<OpenOut>`select letter_received_on as "receivedOn", due_on as "dueOn",
      least(form_issued_on, remitted_on) as "answeredOn",
      (select min(seq) from events where transfer_id = o.transfer_id and kind = 'letterReceived') as "letterSeq"
    from transfers_out o join transfers t on t.id = o.transfer_id
    where t.id = ${transferId} and t.closed_at is null and not t.followed for update of t`.execute(tx);
  return rows[0];
}

async function limitsFrom(tx: Tx, { areaCode }: ImportContext, day: string) {
  const { rules: book } = await rulesNow(tx);
  const { limits, calendar } = rulesOn(book, day, { direction: 'in', procedureType: USUAL_TYPE, areaCode }).rules;
  const { dueOn } = addWorkingDays(day, limits.counterpart, calendar);
  return { dueOn, secondDueOn: addWorkingDays(dueOn, limits.counterpart, calendar).dueOn };
}
