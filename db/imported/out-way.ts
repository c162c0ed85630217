/** How far a row about a transfer-out shows it to be on the way of its procedure: what it tells, and what must have been done for that. */
import { FACT_KINDS, type FactKind } from '../../domain/facts/facts.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { closedBy, outcomesOf, stepRule } from '../../domain/procedures/rules.ts';
import { ahead } from '../../domain/procedures/walk.ts';
import { ANSWERED_KINDS, answeredBy, type Answered, type OutRow } from './out-facts.ts';
import type { History } from './history.ts';
import { HistoryWalk } from './history-walk.ts';

export interface StandsAt {
  readonly procedure: Procedure;
  /** Of the steps before. */
  readonly outcomes: readonly string[];
  readonly step: string;
}

/** What closes the open step. */
export interface Shown {
  readonly kind: FactKind;
  readonly outcome: string;
  readonly on: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Undefined: the row tells it not; it must have been done, because what comes after it was. */
  readonly told: Answered | undefined;
}

/** Undefined: there it stands. What has a column of its own is never concluded, nor a form whose sum nobody knows while its money is still to be paid. */
export function nextShown(at: StandsAt, left: readonly Answered[], row: OutRow): Shown | undefined {
  const { procedure, step } = at;
  const told = left.find(({ kind }) => closedBy(procedure, kind, step).length > 0);
  if (told) {
    const { kind, on, payload = {} } = told;
    return { kind, on, payload, told, outcome: closedBy(procedure, kind, step)[0]! };
  }
  const first = left.find(({ kind }) => isAhead(at, kind));
  const concluded = first && concludedAt(at, row);
  if (!concluded) return undefined;
  const { letterReceivedOn: letterOn } = row;
  return { ...concluded, on: first.on < letterOn ? letterOn : first.on, told: undefined };
}

export const isAhead = ({ procedure, outcomes }: StandsAt, kind: FactKind): boolean =>
  ahead(procedure, outcomes).some((step) => closedBy(procedure, kind, step).length > 0);

function concludedAt(
  { procedure, step }: StandsAt,
  row: OutRow,
): Pick<Shown, 'kind' | 'outcome' | 'payload'> | undefined {
  const outcome = outcomesOf(procedure, step)[0]!;
  const kind = FACT_KINDS.find(
    (one) => !ANSWERED_KINDS.some((answered) => answered === one) && closedBy(procedure, one, step).includes(outcome),
  );
  const isUnknown = row.remittedOn === null && (row.amountFen ?? 0) === 0;
  if (!kind || (kind === 'infoFormIssued' && isUnknown)) return undefined;
  return { kind, outcome, payload: { ...amountOf(kind, row.amountFen), assumed: true } };
}

/** That nothing is due is a finding which answers for the money: no row has made it. */
function amountOf(kind: FactKind, amountFen: number | null): Record<string, number> {
  if (amountFen === null) return {};
  if (kind === 'infoFormIssued') return { totalFen: amountFen };
  return kind === 'remittanceChecked' && amountFen > 0 ? { dueFen: amountFen } : {};
}

/** From the letter to the step at which an open row stands. */
export function outHistory(
  procedure: Procedure,
  row: OutRow,
  { clerk, today }: { readonly clerk: string; readonly today: string },
): History {
  const walk = new HistoryWalk(procedure);
  walk.note('accepted', row.letterReceivedOn);
  walk.open(clerk);
  walk.note('letterReceived', row.letterReceivedOn);
  let left: readonly Answered[] = answeredBy(row, {}, today);
  for (let next = shownTo(walk, left, row); next; next = shownTo(walk, left, row)) {
    const { kind, on, outcome, payload, told } = next;
    walk.closeAs(kind, on, outcome, { payload });
    left = left.filter((one) => one !== told);
    walk.open(clerk);
  }
  // Ahead of its step, or without one: a re-issue counts, and nobody knows which dispute it answered.
  for (const { kind, on, payload } of left) walk.note(kind, on, payload && { payload });
  return standingWith(procedure, walk.history);
}

/** The row names who has the case: what others do in it is nobody's yet. */
function standingWith(procedure: Procedure, history: History): History {
  const steps = history.steps.map((step) => {
    const isOthers = step.outcome === undefined && stepRule(procedure, step.step).owner !== 'steward';
    return isOthers ? { ...step, owner: '' } : step;
  });
  return { ...history, steps };
}

const shownTo = (walk: HistoryWalk, left: readonly Answered[], row: OutRow): Shown | undefined =>
  walk.standsAt && nextShown(walk.standsAt, left, row);
