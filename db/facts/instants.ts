/** A fact lies inside what it speaks of: the case, the step, the hold, the letter, the task. Said as a defect of its field. */
import { sql } from 'kysely';
import type { Defect } from '../../domain/errors.ts';
import { factRule } from '../../domain/facts/facts.ts';
import type { InfoFormDetail } from '../../domain/facts/new-fact.ts';
import { dateOf, instantOf } from '../../domain/time/shanghai-day.ts';
import { allowedDuring } from '../../domain/procedures/rules.ts';
import type { FactContext } from './effect.ts';

/** What the fact speaks of has begun at this instant; the code names it. */
export interface Beginning {
  readonly at: Date;
  readonly code: 'beforeAcceptance' | 'beforeStep' | 'beforeHold' | 'beforeLetter' | 'beforeTask';
  readonly message: string;
}

/** A second for clocks that differ. */
const TOLERANCE_MS = 1000;

/** The courier's and the bank's clocks go wrong, and nobody can ask them: what they say is kept, and counted where it fits. */
export async function misplaced(context: FactContext): Promise<Defect[]> {
  const { occurredAt, ledger, by } = context;
  if (occurredAt.getTime() > ledger.now.getTime() + TOLERANCE_MS) return [future('occurredAt')];
  if (by.source === 'staff') return [await beforeWhatItIsAbout(context), daysOutside(context)].flat();
  return by.source === 'import' && dateOf(occurredAt) < dateOf(ledger.transfer.accepted_at)
    ? [early(accepted(context))]
    : [];
}

async function beforeWhatItIsAbout(context: FactContext): Promise<Defect[]> {
  const begun = [accepted(context), ...(await beginnings(context))].filter(({ at }) => context.occurredAt < at);
  // The latest says most: who is before the letter is before much else.
  const last = begun.sort((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  return last ? [early(last)] : [];
}

const early = ({ code, message }: Beginning): Defect => ({ field: 'occurredAt', code, message });
const future = (field: string): Defect => ({
  field,
  code: 'future',
  message: 'A fact cannot lie in the future of the office clock.',
});

const accepted = ({ ledger }: FactContext): Beginning => ({
  at: ledger.transfer.accepted_at,
  code: 'beforeAcceptance',
  message: 'This lies before the acceptance of the case.',
});

async function beginnings(context: FactContext): Promise<Beginning[]> {
  const { detail, ledger, open } = context;
  if (detail.kind === 'personTold') return taskOf(context, detail.taskId);
  if (factRule(detail.kind).source === 'outside') return lettersOf(context);
  const procedure = ledger.knownProcedure;
  const isOfStep = open && procedure && SPEAKS_OF_NO_STEP.every((kind) => kind !== detail.kind);
  if (!isOfStep || !allowedDuring(procedure, detail.kind, open.step)) return [];
  const step: Beginning = { at: open.opened_at, code: 'beforeStep', message: 'This lies before the open step began.' };
  return [step, ...(await holdOf(context))];
}

const SPEAKS_OF_NO_STEP = ['corrected', 'counterpartContacted'] as const;

/** A hold goes on until it is resumed, or the step ends; the next one begins after it, or its days would come back twice. */
async function holdOf({ ledger, open, detail }: FactContext): Promise<Beginning[]> {
  if (detail.kind === 'held') {
    const ended = await lastResumed(ledger.tx, ledger.transfer.id, open!.ordinal);
    const message = 'This lies inside an earlier hold of the step.';
    return ended ? [{ at: ended, code: 'beforeHold', message }] : [];
  }
  if (!open?.held_since || detail.kind === 'takenOver') return [];
  return [{ at: open.held_since, code: 'beforeHold', message: 'This lies before the hold of the step began.' }];
}

async function lastResumed(tx: FactContext['ledger']['tx'], transferId: string, ordinal: number): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(occurred_at) as at from events
    where transfer_id = ${transferId} and step_ordinal = ${ordinal} and kind = 'resumed'`.execute(tx);
  return rows[0]!.at;
}

/** What is said of a letter: of the first of the attempt, by its day of posting. */
function lettersOf({ ledger, open, detail }: FactContext): Beginning[] {
  if (!['letterDelivered', 'letterReturned', 'returnedByCounterpart'].includes(detail.kind)) return [];
  const { firstPosted } = ledger.stands!;
  const days = open ? [firstPosted[open.attempt]].flatMap((day) => day ?? []) : Object.values(firstPosted);
  const at = days.sort()[0];
  return at === undefined
    ? []
    : [{ at: new Date(instantOf(at, 0)), code: 'beforeLetter', message: 'This lies before the letter was posted.' }];
}

async function taskOf({ ledger }: FactContext, taskId: string): Promise<Beginning[]> {
  const task = await ledger.tx
    .selectFrom('tasks')
    .select('opened_at')
    .where('id', '=', taskId)
    .where('transfer_id', '=', ledger.transfer.id)
    .executeTakeFirst();
  return task ? [{ at: task.opened_at, code: 'beforeTask', message: 'This lies before the duty arose.' }] : [];
}

/** The same of what a fact says with a day only. */
function daysOutside(context: FactContext): Defect[] {
  const { detail } = context;
  if (detail.kind === 'letterSent') return dayOutside(context, 'postedOn', detail.postedOn);
  if (detail.kind === 'corrected') return daysOfForm(context, 'correctedForm', detail.correctedForm);
  return detail.kind === 'infoFormReceived' ? daysOfForm(context, 'form', detail.form) : [];
}

/** Its own date may be older than the case, and decides the year of the transfer; it does not lie ahead. */
function daysOfForm(context: FactContext, field: string, form: InfoFormDetail | undefined): Defect[] {
  const { receivedOn, transferredOn } = form ?? {};
  const isAhead = transferredOn !== undefined && transferredOn > dateOf(context.ledger.now);
  return [
    dayOutside(context, `${field}.receivedOn`, receivedOn),
    isAhead ? [future(`${field}.transferredOn`)] : [],
  ].flat();
}

/** Of the case alone: the postmark may be older than the record of the step before. */
function dayOutside({ ledger }: FactContext, field: string, day: string | undefined): Defect[] {
  if (day === undefined) return [];
  if (day > dateOf(ledger.now)) return [future(field)];
  return day < dateOf(ledger.transfer.accepted_at)
    ? [{ field, code: 'beforeAcceptance', message: 'This day lies before the acceptance of the case.' }]
    : [];
}
