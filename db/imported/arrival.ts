/** The clock of a transfer-out of an old ledger begins when its letter arrived on the platform, not when somebody fetched it from there. */
import { sql } from 'kysely';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { recordAnyFactIn } from '../counter/record-fact.ts';
import { enqueueLook } from '../ledger/outbox.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { raiseDueAlarms } from '../procedure/alarms.ts';
import { selectOpenStep } from '../procedure/step-rows.ts';
import { rulesNow, rulesOn } from '../office/rules.ts';
import type { ImportContext } from './placed.ts';

/** `afterAnswer`: something had been done for it before, so that it cannot be the letter that this answered. `waits`: a figure that was told would be another one. */
export type Begun = 'same' | 'moved' | 'afterAnswer' | 'waits';

/** As the platform has it. */
interface ArrivedLetter {
  readonly areaCode: string;
  readonly serial: string;
  readonly arrivedAt: Date;
}

interface Arrival {
  readonly transferId: string;
  readonly letter: ArrivedLetter;
  readonly mayWait: boolean;
}

interface OpenOut {
  receivedOn: string;
  /** The first that was done for the letter. */
  answeredAt: Date | null;
  acceptedSeq: number;
  letterSeq: number | null;
}

export async function beginAtArrival(
  tx: Tx,
  keyring: Keyring,
  context: ImportContext,
  { transferId, letter, mayWait }: Arrival,
): Promise<Begun> {
  const { arrivedAt } = letter;
  const arrivedOn = dateOf(arrivedAt);
  const open = await readOpen(tx, transferId, letter);
  if (!open || open.receivedOn === arrivedOn) return 'same';
  const { answeredAt, receivedOn } = open;
  if (answeredAt !== null && dateOf(answeredAt) < arrivedOn) return 'afterAnswer';
  const dueOn = await limitsFrom(tx, context);
  if (mayWait && (dueOn(receivedOn) < context.today || dueOn(arrivedOn) < context.today)) return 'waits';
  // A ledger knows no hours: what was done on that very day was done after it came. And the platform's clock may run ahead of ours.
  const at = [arrivedAt, answeredAt ?? arrivedAt, context.now].reduce((one, other) => (other < one ? other : one));
  for (const correctsSeq of inOrder(open, arrivedOn)) {
    const detail = { kind: 'corrected', correctsSeq, correctedOccurredAt: at.toISOString() } as const;
    const by = { staffId: null, source: 'import' } as const;
    const { confirmedBy } = context;
    await recordAnyFactIn(tx, keyring, { transferId, detail, by, ...(confirmedBy !== undefined && { confirmedBy }) });
  }
  await raiseWhatIsDue(tx, transferId);
  await enqueueLook(tx, transferId);
  return 'moved';
}

/** The limit may have passed long ago, counted from the earlier day. */
async function raiseWhatIsDue(tx: Tx, transferId: string): Promise<void> {
  const ledger = await TransferLedger.open(tx, transferId);
  const open = await selectOpenStep(tx, transferId);
  if (open) await raiseDueAlarms(ledger, open, await ledger.rules());
  await ledger.write();
}

/** The letter never comes before its acceptance, not even between the two corrections. */
function inOrder({ receivedOn, acceptedSeq, letterSeq }: OpenOut, arrivedOn: string): number[] {
  const letter = letterSeq === null ? [] : [letterSeq];
  return arrivedOn < receivedOn ? [acceptedSeq, ...letter] : [...letter, acceptedSeq];
}

/**
 * One that was registered here has its instant from whoever opened the envelope; one that is closed has no clock. Its clock is that of the
 * first letter of its own region, and what two people have corrected no list corrects back.
 */
async function readOpen(tx: Tx, transferId: string, letter: ArrivedLetter): Promise<OpenOut | undefined> {
  const { areaCode, serial, arrivedAt } = letter;
  const { rows } = await sql<OpenOut>`select office_date(t.accepted_at) as "receivedOn",
      (select min(occurred_at) from events where transfer_id = t.id and fact_seq is not null
        and kind not in ('accepted', 'letterReceived', 'corrected')) as "answeredAt",
      (select min(seq) from events where transfer_id = t.id and kind = 'accepted') as "acceptedSeq",
      (select min(seq) from events where transfer_id = t.id and kind = 'letterReceived') as "letterSeq"
    from transfers t join cases c on c.id = t.case_id join counterparts cp on cp.id = t.counterpart_id
    where t.id = ${transferId} and t.closed_at is null and t.followed and c.imported and t.link is null
      and coalesce(cp.area, cp.area_code) = ${areaCode}
      and not exists (select from platform_rows before
        where before.transfer_id = t.id and before.serial <> ${serial} and before.arrived_at < ${arrivedAt})
      and not exists (select from events corrected
        where corrected.transfer_id = t.id and corrected.kind = 'corrected' and corrected.source = 'staff'
          and corrected.payload ? 'correctedOccurredAt' and corrected.corrects_seq in (
            select seq from events where transfer_id = t.id and kind in ('accepted', 'letterReceived')))
    for update of t`.execute(tx);
  return rows[0];
}

async function limitsFrom(tx: Tx, { areaCode }: ImportContext): Promise<(day: string) => string> {
  const { rules: book } = await rulesNow(tx);
  return (day) => {
    const of = { direction: 'out', procedureType: USUAL_TYPE, areaCode } as const;
    const { limits, calendar } = rulesOn(book, day, of).rules;
    return addWorkingDays(day, limits.own, calendar).dueOn;
  };
}
