/** The transaction that closes a step opens the next one: there is no gap between two steps. */
import { CannotFollow } from '../../domain/errors.ts';
import { UnknownProcedure } from '../../domain/procedures/index.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import { walk, type OpenStep, type Position } from '../../domain/procedures/walk.ts';
import { askForMending } from '../holding/stuck.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { closeStep } from './closing.ts';
import { outcomeFromLedger, type Decided } from './evidence.ts';
import { openStep } from './opening.ts';
import type { StepRow } from './step-rows.ts';

/** All steps of the transfer as they are now; the last of them is open, unless the procedure has come to its end. */
export interface Followed {
  readonly steps: readonly StepRow[];
  readonly open: StepRow | undefined;
  /** What had come early has ended the transfer. */
  readonly ended?: Ended;
}

export interface Ended {
  readonly closing: Closing;
  readonly at: Date;
  readonly factSeq: number;
  readonly reasonCode?: string | null;
}

/**
 * The step at which the transfer stands after these, all closed. What a form, money or a scan that came early has decided already is
 * opened and closed in the same breath, as often as needed. The last row is only noted: whoever changes it has it written first.
 * @throws CannotFollow when a row is broken
 */
export async function openWhatFollows(
  ledger: TransferLedger,
  closed: readonly StepRow[],
  source: EventSource = 'system',
): Promise<Followed> {
  const rules = await ledger.rules();
  const before = [...closed];
  let early: Decided | undefined;
  for (;;) {
    const { open, closing } = positionAfter(ledger.procedure, before);
    if (!open) return { steps: before, open: undefined, ...(early && { ended: endedBy(before, closing, early) }) };
    const row = await openStep(ledger, { request: open, before, rules, source });
    const decided = await outcomeFromLedger(ledger, row);
    if (!decided) return { steps: [before, row].flat(), open: row };
    await ledger.write();
    before.push(await closeStep(ledger, row, { ...decided, at: row.opened_at }));
    early = decided;
  }
}

const endedBy = (steps: readonly StepRow[], closing: Closing, { factSeq, reasonCode }: Decided): Ended => ({
  closing,
  at: steps.at(-1)!.closed_at!,
  factSeq,
  ...(reasonCode !== undefined && { reasonCode }),
});

/** What the text comes to after these, all closed. @throws CannotFollow when it cannot have come to them */
export const stepAfter = (procedure: Procedure, before: readonly StepRow[]): OpenStep | null =>
  positionAfter(procedure, before).open;

function positionAfter(procedure: Procedure, before: readonly StepRow[]): Position {
  try {
    return walk(
      procedure,
      before.map(({ outcome }) => outcome!),
    );
  } catch (error) {
    throw error instanceof RangeError ? new CannotFollow(error.message) : error;
  }
}

/** The same for a fact, which is kept whatever its transfer's rows are like: then the administrator has a task, and no step opens. */
export async function openOrAskFor(
  ledger: TransferLedger,
  closed: readonly StepRow[],
  source: EventSource = 'system',
): Promise<Followed> {
  try {
    return await openWhatFollows(ledger, closed, source);
  } catch (error) {
    if (!(error instanceof CannotFollow || error instanceof UnknownProcedure)) throw error;
    await askForMending(ledger, { ordinal: closed.length + 1, work: 'openStep', failure: error.name });
    return { steps: closed, open: undefined };
  }
}
