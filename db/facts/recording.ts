/** Facts first: what a person or an outside party did is committed in one transaction, with everything it changes. */
import { allowedDuring, factRule } from '../../domain/facts/facts.ts';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { isStep, stepRule } from '../../domain/procedures/steps.ts';
import { endAttempt } from '../procedure/attempts.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { effectOf } from './effects.ts';
import type { Effect, FactContext } from './effect.ts';
import { decideNotice } from '../notices/deciding.ts';
import { assignStep } from '../holding/owners.ts';
import type { Keyring } from '../connection/sealing.ts';
import { completersOf } from '../holding/separation.ts';
import { selectStep, type StepRow } from '../procedure/step-rows.ts';
import { closeStep } from '../procedure/steps.ts';
import { openDuties } from './duties.ts';
import type { EventRow, EventSource, FactNudge } from '../ledger/event-rows.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface NewFact {
  readonly transferId: string;
  readonly detail: NewFactDetail;
  /** Default: now. Never in the future. */
  readonly occurredAt?: Date;
  /** Sealed before it is stored. */
  readonly note?: string;
  readonly by: { readonly staffId: string | null; readonly source: EventSource };
  readonly idempotencyKey?: string;
  /** Of the canonical body: the same key with another body is refused. */
  readonly bodyHash?: Buffer;
}

export interface RecordedFact {
  readonly transferId: string;
  readonly seq: number;
  readonly factSeq: number;
  /** As written just now; null: the same key had recorded it before. */
  readonly event: EventRow | null;
  readonly parked: boolean;
  readonly closed: { readonly ordinal: number; readonly step: string; readonly outcome: string } | null;
}

/** A repeat fails at something, the key or a step that is closed: only then is it looked for what was recorded before. */
export async function recordFact(
  db: Db,
  keyring: Keyring,
  fact: NewFact & { readonly officeId: string },
): Promise<RecordedFact> {
  try {
    return await db.transaction().execute(async (tx) => {
      const ledger = await TransferLedger.open(tx, fact.transferId, fact.officeId);
      return recordOnce(ledger, keyring, fact);
    });
  } catch (error) {
    const before = await recordedBefore(db, fact.officeId, fact);
    if (before) return before;
    throw error;
  }
}

/** Joins the caller's transaction, which a repeat must not break; the caller holds no ledger of this transfer. */
export async function recordFactIn(tx: Tx, keyring: Keyring, fact: NewFact): Promise<void> {
  const ledger = await TransferLedger.open(tx, fact.transferId);
  const before = await recordedBefore(tx, ledger.transfer.office_id, fact);
  if (!before) await recordOnce(ledger, keyring, fact);
}

async function recordOnce(ledger: TransferLedger, keyring: Keyring, fact: NewFact): Promise<RecordedFact> {
  const open = await selectStep(ledger.tx, fact.transferId);
  const occurredAt = fact.occurredAt ?? ledger.now;
  await refuseUnfit(ledger, fact, open, occurredAt);
  const context: FactContext = {
    ledger,
    keyring,
    detail: fact.detail,
    open,
    occurredAt,
    factSeq: ledger.nextFactSeq,
    by: fact.by,
    note: fact.note,
  };
  const effect = await effectOf(fact.detail.kind)(context);
  return apply(context, fact, effect);
}

async function apply(context: FactContext, fact: NewFact, effect: Effect): Promise<RecordedFact> {
  const { ledger, open } = context;
  const closes = open && effect.outcome ? { ordinal: open.ordinal, outcome: effect.outcome } : undefined;
  if (open && closes) await stepIn(context, open);
  const noted = noteFact(context, fact, effect, closes);
  if (open && closes) {
    const { at, factSeq } = { at: context.occurredAt, factSeq: noted.factSeq };
    await closeStep(ledger, open, { outcome: closes.outcome, factSeq, at, reasonCode: effect.reasonCode });
  }
  if (effect.ends) await endTransfer(context, effect, noted.factSeq);
  await openDuties(context, effect, noted);
  await ledger.write();
  await effect.afterwards?.();
  return {
    transferId: ledger.transfer.id,
    ...noted,
    parked: effect.parked ?? false,
    closed: open && closes ? { ...closes, step: open.step } : null,
  };
}

function noteFact(context: FactContext, fact: NewFact, effect: Effect, closes: FactNudge['closes']) {
  const { ledger, keyring, open } = context;
  const rearms = factRule(fact.detail.kind).rearms;
  return ledger.noteFact(
    {
      kind: fact.detail.kind,
      occurredAt: context.occurredAt,
      source: fact.by.source,
      byStaffId: fact.by.staffId,
      stepOrdinal: open?.ordinal ?? null,
      closes: closes !== undefined,
      outcome: closes?.outcome ?? null,
      reasonCode: effect.reasonCode ?? null,
      payload: {
        ...effect.payload,
        ...(effect.parked && { parked: true }),
        ...(fact.note && { noteSealed: keyring.seal(fact.note).toString('base64') }),
      },
      idempotencyKey: fact.idempotencyKey ?? null,
      bodyHash: fact.bodyHash ?? null,
      correctsSeq: effect.correctsSeq ?? null,
    },
    { ...(closes && { closes }), ...(effect.ends && { ends: effect.ends }), ...(rearms && { rearms }) },
  );
}

/** Who completes a step that a colleague holds takes it over by that: responsibility stays provable. */
async function stepIn({ ledger, by, detail }: FactContext, open: StepRow): Promise<void> {
  const isOffice = factRule(detail.kind).source === 'office';
  if (!isOffice || !by.staffId || by.source !== 'staff' || by.staffId === open.owner_id) return;
  await assignStep(ledger, { ordinal: open.ordinal, staffId: by.staffId, why: 'takenOver', byStaffId: by.staffId });
}

async function endTransfer(
  { ledger, keyring, occurredAt, by }: FactContext,
  effect: Effect,
  factSeq: number,
): Promise<void> {
  const closing = effect.ends!;
  ledger.close(occurredAt, closing, effect.reasonCode ?? null);
  await endAttempt(ledger.tx, ledger.transfer.id, {
    at: occurredAt,
    factSeq,
    ending: closing === 'completed' ? 'closed' : closing === 'withdrawn' ? 'withdrawn' : 'closedWithoutTransfer',
    reasonCode: effect.reasonCode,
  });
  await decideNotice(ledger, keyring, { closing, at: occurredAt, source: by.source });
}

async function recordedBefore(db: Db, officeId: string, fact: NewFact): Promise<RecordedFact | undefined> {
  if (!fact.idempotencyKey) return undefined;
  const row = await db
    .selectFrom('events')
    .leftJoin('steps', (join) =>
      join.onRef('steps.transfer_id', '=', 'events.transfer_id').onRef('steps.ordinal', '=', 'events.step_ordinal'),
    )
    .select([
      'events.transfer_id',
      'seq',
      'fact_seq',
      'closes',
      'events.outcome',
      'step_ordinal',
      'body_hash',
      'steps.step',
      'payload',
    ])
    .where('events.office_id', '=', officeId)
    .where('idempotency_key', '=', fact.idempotencyKey)
    .executeTakeFirst();
  if (!row) return undefined;
  const sameBody = !fact.bodyHash || !row.body_hash || fact.bodyHash.equals(row.body_hash);
  if (row.transfer_id !== fact.transferId || !sameBody) {
    throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used for something else.');
  }
  return {
    transferId: fact.transferId,
    seq: row.seq,
    factSeq: row.fact_seq ?? 0,
    event: null,
    parked: (row.payload as { parked?: boolean }).parked ?? false,
    closed: row.closes ? { ordinal: row.step_ordinal!, step: row.step!, outcome: row.outcome! } : null,
  };
}

const ALWAYS: ReadonlySet<NewFactDetail['kind']> = new Set(['personTold', 'corrected']);

/** Office facts that the open step does not allow are refused at once; facts from outside never are. */
async function refuseUnfit(
  ledger: TransferLedger,
  fact: NewFact,
  open: StepRow | undefined,
  occurredAt: Date,
): Promise<void> {
  const { kind } = fact.detail;
  if (occurredAt.getTime() > ledger.now.getTime() + 1000) {
    refuseDefects([
      { field: 'occurredAt', code: 'future', message: 'A fact cannot lie in the future of the office clock.' },
    ]);
  }
  if (factRule(kind).source === 'outside' || ALWAYS.has(kind)) return;
  if (ledger.transfer.closed_at) throw new Refusal('transfer-closed', 'This transfer is closed.');
  const ends = kind === 'withdrawn' || kind === 'closedWithoutTransfer' || kind === 'counterpartContacted';
  if (!open) {
    if (ends) return;
    throw new Refusal('step-opening', 'The next step is just being opened; try again in a moment.');
  }
  if (!isStep(open.step) || !allowedDuring(kind, open.step)) {
    throw new Refusal('step-not-open', `“${kind}” does not belong to the open step “${open.step}”.`, {
      extra: { openStep: open.step, ordinal: open.ordinal },
    });
  }
  await refuseSamePerson(ledger, fact, open);
}

async function refuseSamePerson(ledger: TransferLedger, fact: NewFact, open: StepRow): Promise<void> {
  if (!fact.by.staffId || fact.by.source !== 'staff' || !isStep(open.step)) return;
  const { apartFrom } = stepRule(open.step);
  if (!apartFrom || !factRule(fact.detail.kind).closes) return;
  if ((await completersOf(ledger.tx, ledger.transfer.id, apartFrom)).includes(fact.by.staffId)) {
    throw new Refusal('separation-of-duties', 'Who did the step before may not complete this one.');
  }
}
