/** Facts first: what a person or an outside party did is committed in one transaction, with everything it changes. */
import { factRule, personOfImported } from '../../domain/facts/facts.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { endAttempt } from '../procedure/attempts.ts';
import type { Tx } from '../connection/connection.ts';
import { effectOf } from './effects.ts';
import type { Effect, FactContext } from './effect.ts';
import type { NewFact, RecordedFact, Said } from './fact.ts';
import { decideNotice } from '../notices/deciding.ts';
import { noteOwner } from '../holding/owners.ts';
import type { Keyring } from '../connection/sealing.ts';
import { Refusal, withDefects } from '../../domain/errors.ts';
import { walk } from '../../domain/procedures/walk.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import { openAmong, stepsUnderLock, type StepRow } from '../procedure/step-rows.ts';
import { closedAt, closeStep } from '../procedure/closing.ts';
import { daysGivenBack } from '../procedure/holds.ts';
import { releaseMoney } from '../procedure/form-against-money.ts';
import { nudgeOfOpening } from '../procedure/opening.ts';
import { openOrAskFor, type Ended, type Followed } from '../procedure/follow.ts';
import { openDuties } from './duties.ts';
import { refuseUnfit } from './fit.ts';
import { numberRefusal } from './refused.ts';
import { misplaced } from './instants.ts';
import { recordedBefore } from './repeat.ts';
import { canWait, type ClosedStep, type WaitingNudge } from '../../domain/facts/nudge.ts';
import { armedAt } from '../../domain/time/deadlines.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { newTexts } from '../texts/sealed-texts.ts';

/** A posted letter settles the scans that came before it, and each of those is a fact again: it has a door of its own. */
export type FactBesidesLetters = NewFact & { readonly detail: Exclude<NewFactDetail, { kind: 'letterSent' }> };

/** Joins the caller's transaction, which a repeat must not break; the caller holds no ledger of this transfer. */
export async function recordFactIn(tx: Tx, keyring: Keyring, fact: FactBesidesLetters): Promise<void> {
  const ledger = await TransferLedger.openWithSteps(tx, fact.transferId);
  const before = await recordedBefore(tx, ledger.transfer.office_id, fact);
  if (!before) await recordOnce(ledger, keyring, fact);
}

/** The same when the caller knows that it is no repeat. */
export async function recordNewFactIn(tx: Tx, keyring: Keyring, fact: FactBesidesLetters): Promise<void> {
  await recordOnce(await TransferLedger.openWithSteps(tx, fact.transferId), keyring, fact);
}

/**
 * The caller has looked for a repeat, or looks for it when this fails.
 * @param last the transaction ends with it
 */
export async function recordOnce(
  ledger: TransferLedger,
  keyring: Keyring,
  fact: NewFact,
  { last = false } = {},
): Promise<RecordedFact> {
  const steps = await stepsOf(ledger);
  const open = openAmong(steps);
  await refuseUnfit(ledger, fact, steps);
  const context: FactContext = {
    ledger,
    keyring,
    detail: fact.detail,
    steps,
    open,
    occurredAt: fact.occurredAt ?? ledger.now,
    factSeq: ledger.nextFactSeq,
    by: fact.by,
    confirmedBy: fact.confirmedBy,
    note: fact.note,
  };
  const effect = await withDefects(await misplaced(context), () => effectOf(fact.detail.kind)(context));
  return apply(context, fact, isBeyondUs(context) ? { ...effect, parked: true } : effect, last);
}

/** From outside, for a step that only a later release knows: kept, with an owner. */
const isBeyondUs = ({ ledger, open, detail }: FactContext): boolean =>
  open !== undefined && factRule(detail.kind).source === 'outside' && !ledger.knownProcedure;

/** Of the release before a transfer may stand between two steps: the next one opens before anything else. */
async function stepsOf(ledger: TransferLedger): Promise<StepRow[]> {
  const { transfer } = ledger;
  const steps = await stepsUnderLock(ledger);
  const stands = transfer.closed_at !== null || !transfer.followed || steps.at(-1)?.closed_at === null;
  if (stands) return steps;
  const followed = await openOrAskFor(ledger, steps);
  await ledger.write();
  return [...followed.steps];
}

async function apply(context: FactContext, fact: NewFact, effect: Effect, last: boolean): Promise<RecordedFact> {
  const { ledger, open } = context;
  const closes = open && effect.outcome ? { ordinal: open.ordinal, outcome: effect.outcome } : undefined;
  const closing = closingOf(context, effect);
  const takenOverBy = open && closes && whoStepsIn(context, open);
  if (takenOverBy)
    noteOwner(ledger, { ordinal: open.ordinal, staffId: takenOverBy, why: 'takenOver', byStaffId: takenOverBy });
  const endsHold = open && closes ? await endOfHold(context, open) : undefined;
  const said = saidIn(fact, effect);
  const noted = noteFact(context, fact, { ...effect, payload: { ...effect.payload, ...endsHold }, said }, closes);
  let followed: Followed | undefined;
  if (open && closes) {
    const asked = {
      outcome: closes.outcome,
      factSeq: noted.factSeq,
      at: context.occurredAt,
      reasonCode: effect.reasonCode,
      ...(takenOverBy && { takenOverBy }),
    };
    const closed = [context.steps.slice(0, -1), await closeStep(ledger, open, asked)].flat();
    const source = fact.by.source === 'import' ? 'import' : 'system';
    followed = closing ? { steps: closed, open: undefined } : await openOrAskFor(ledger, closed, source);
  }
  const ended: Ended | undefined = closing
    ? { closing, at: context.occurredAt, factSeq: noted.factSeq, reasonCode: effect.reasonCode ?? null }
    : followed?.ended;
  tell(context, fact, { factSeq: noted.factSeq, followed, closing: ended?.closing ?? null });
  if (ended) await endTransfer(context, ended);
  await openDuties(context, effect, { ...noted, closing: ended?.closing ?? null });
  const next = followed ? followed.open : open;
  const owner = await ledger.write(next?.owner_id, { last });
  return {
    transferId: ledger.transfer.id,
    ...noted,
    said,
    parked: effect.parked ?? false,
    closed: open && closes ? { ...closes, step: open.step } : null,
    ...(!effect.changesStep && { opened: next && owner ? { ...next, owner } : null }),
  };
}

/** How the transfer ends by the fact: what the procedure comes to, or an ending that needs no step. */
function closingOf({ ledger, steps, open, detail }: FactContext, { outcome }: Effect): Closing | null {
  const { ends, source } = factRule(detail.kind);
  if (ends || !open || outcome === undefined) return ends ?? null;
  const outcomes = steps.map((step) => step.outcome ?? outcome);
  try {
    return walk(ledger.procedure, outcomes).closing;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // What comes from outside is kept; what the office does would end a transfer, or not, as nobody can say.
    if (source === 'outside') return null;
    throw new Refusal(
      'step-not-open',
      'The steps of this transfer are recorded wrongly: an operator must mend them first.',
    );
  }
}

/** Whoever reads the history sees what the hold gave back, as when somebody resumes. */
async function endOfHold({ ledger, occurredAt }: FactContext, open: StepRow): Promise<Record<string, unknown>> {
  if (!open.held_since) return {};
  return { givenBackWorkingDays: await daysGivenBack(ledger, open, closedAt(open, occurredAt)) };
}

const saidIn = ({ note }: NewFact, { said }: Effect): Said =>
  Object.fromEntries(Object.entries({ ...said, note }).flatMap(([name, text]) => (text ? [[name, text]] : [])));

function noteFact(context: FactContext, fact: NewFact, effect: Effect, closes: ClosedStep | undefined) {
  const { ledger, keyring, open } = context;
  const { office_id: officeId, id: transferId } = ledger.transfer;
  return ledger.noteFact({
    kind: fact.detail.kind,
    occurredAt: context.occurredAt,
    source: fact.by.source,
    byStaffId: fact.by.staffId,
    confirmedBy: fact.confirmedBy ?? null,
    stepOrdinal: open?.ordinal ?? null,
    closes: closes !== undefined,
    outcome: closes?.outcome ?? null,
    reasonCode: effect.reasonCode ?? null,
    payload: {
      ...effect.payload,
      ...(effect.parked && { parked: true }),
      ...(fact.by.source === 'import' && personOfImported(fact.detail.kind, fact.by.staffId !== null)),
    },
    texts: newTexts(keyring, { officeId, transferId }, effect.said ?? {}),
    idempotencyKey: fact.idempotencyKey ?? null,
    bodyHash: fact.bodyHash ?? null,
    correctsSeq: effect.correctsSeq ?? null,
  });
}

interface Told {
  readonly factSeq: number;
  /** Absent when the fact closed no step. */
  readonly followed: Followed | undefined;
  readonly closing: Closing | null;
}

/** The workflow hears of every step that the fact closed, of those with it that had been decided early, and of what is open now. */
function tell({ ledger, open }: FactContext, { by, detail: { kind } }: NewFact, told: Told): void {
  // History comes in by the thousand; the importer nudges once at the end of a row that is still open.
  if (by.source === 'import') return;
  const { factSeq, followed, closing } = told;
  const closed = followed && {
    closes: followed.steps.flatMap(({ ordinal, outcome }) =>
      outcome !== null && ordinal >= open!.ordinal ? [{ ordinal, outcome }] : [],
    ),
    ...(followed.open ? nudgeOfOpening(followed.open) : { opens: null }),
  };
  const rearms = factRule(kind).rearms;
  const nudge: WaitingNudge = {
    factSeq,
    kind,
    ...closed,
    ...(closing && { ends: closing }),
    ...(rearms && { rearms }),
  };
  ledger.tell(nudge, { waits: canWait(nudge, open && armedAt(open)) });
}

/** Who completes a step that a colleague holds takes it over by that. */
function whoStepsIn({ by, detail }: FactContext, open: StepRow): string | undefined {
  const isOffice = factRule(detail.kind).source === 'office';
  return isOffice && by.staffId && by.source === 'staff' && by.staffId !== open.owner_id ? by.staffId : undefined;
}

async function endTransfer(
  { ledger, keyring, by }: FactContext,
  { closing, at, reasonCode, factSeq }: Ended,
): Promise<void> {
  ledger.close(at, closing, reasonCode ?? null);
  endAttempt(ledger, {
    at,
    factSeq,
    ending: closing === 'completed' ? 'closed' : closing === 'withdrawn' ? 'withdrawn' : 'closedWithoutTransfer',
    reasonCode,
  });
  if (closing !== 'completed') await releaseMoney(ledger);
  if (closing === 'refused' && by.source !== 'import') numberRefusal(ledger, { reasonCode, byStaffId: by.staffId, at });
  await decideNotice(ledger, keyring, { closing, at, source: by.source });
}
