/** What the history of one imported transfer has brought about, table by table. */
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { outcomeRule, stepRule } from '../../domain/procedures/rules.ts';
import { deadlineOf, limitOf } from '../../domain/time/deadlines.ts';
import type { HistoryStep } from './history.ts';
import type { Placed, Walked } from './placed.ts';

/** The closed ones: the open step is opened as any other. */
export function stepRows(transfer: Walked) {
  const { procedure, history, transferId, context, staff, at, ruleVersion } = transfer;
  return history.steps.flatMap((step) => {
    if (step.outcome === undefined) return [];
    const deadline = deadlineOf(
      {
        rule: stepRule(procedure, step.step),
        attempt: step.attempt,
        ruleVersion,
        startedOn: clockStart(transfer, step),
        heldWorkingDays: 0,
      },
      transfer.rules,
    );
    return {
      transfer_id: transferId,
      ordinal: step.ordinal,
      office_id: context.officeId,
      procedure: procedure.key,
      step: step.step,
      attempt: step.attempt,
      rule_version: ruleVersion,
      owner_id: staff.of(step.owner).id,
      opened_at: at(step.openedOn),
      opened_recorded_at: context.now,
      opened_by_fact_seq: step.openedByFact,
      due_on: deadline.dueOn,
      due_at: deadline.dueAt,
      provisional: deadline.provisional,
      due_explained: JSON.stringify(deadline.explained),
      closed_at: at(step.closedOn!),
      closed_recorded_at: context.now,
      closed_by_fact_seq: step.closedByFact!,
      outcome: step.outcome,
    };
  });
}

/** A clock that starts with something else than the opening, as far as an old ledger has a day for it. */
function clockStart(
  { procedure, history, acceptedOn }: Walked,
  { step, attempt, ordinal, openedOn }: HistoryStep,
): string {
  const rule = stepRule(procedure, step);
  const { clock } = rule;
  if (clock === 'opening' || limitOf(rule, attempt) !== rule.limit) return openedOn;
  if (clock === 'acceptance') return acceptedOn;
  if (typeof clock === 'object') return history.facts.findLast(({ kind }) => kind === clock.fact)?.on ?? openedOn;
  const before = history.steps.filter((one) => one.ordinal < ordinal);
  return before.findLast((one) => startsAgreement(procedure, one))?.closedOn ?? openedOn;
}

const startsAgreement = (procedure: Procedure, { step, outcome }: HistoryStep): boolean =>
  outcome !== undefined && outcomeRule(procedure, step, outcome).starts === 'agreement';

/** Who held the closed ones. */
export function responsibilityRows({ history, transferId, staff, at }: Walked) {
  return history.steps.flatMap((step) =>
    step.outcome === undefined
      ? []
      : {
          transfer_id: transferId,
          kind: 'step',
          ordinal: step.ordinal,
          staff_id: staff.of(step.owner).id,
          since: at(step.openedOn),
          until: at(step.closedOn!),
          why: 'imported',
        },
  );
}

export function attemptRows({ history, transferId, at }: Walked) {
  return history.attempts.map((attempt) => ({
    transfer_id: transferId,
    attempt: attempt.attempt,
    started_at: at(attempt.startedOn),
    started_by_fact_seq: attempt.startedByFact,
    ended_at: attempt.endedOn ? at(attempt.endedOn) : null,
    ended_by_fact_seq: attempt.endedByFact ?? null,
    ending: attempt.ending ?? null,
    reason_code: attempt.reasonCode ?? null,
  }));
}

export function letterRows({ history, transferId, caseNo, context, at, letterIds }: Placed) {
  return history.letters.map((letter) => ({
    id: letterIds.get(letter)!,
    office_id: context.officeId,
    transfer_id: transferId,
    attempt: letter.attempt,
    envelope: 1,
    kind: letter.kind,
    channel: letter.channel,
    letter_no: `${caseNo}-${String(letter.attempt)}-1`,
    waybill: letter.waybill,
    posted_on: letter.sentOn,
    state: letter.state,
    state_since: at(letter.stateOn),
    failure_code: letter.failureCode,
    sent_by_fact_seq: letter.sentByFact,
  }));
}

/** Lines ① to ⑤ are not in an old ledger: only the total is known, and said so. */
export function infoFormRows({ history: { infoForm, attempts }, transferId, context }: Placed) {
  if (!infoForm) return [];
  return [
    {
      office_id: context.officeId,
      transfer_id: transferId,
      attempt: attempts.at(-1)?.attempt ?? 1,
      received_on: infoForm.on,
      personal_before_1998_fen: 0,
      account_until_last_year_fen: 0,
      account_this_year_fen: 0,
      account_total_fen: 0,
      pooled_fund_fen: 0,
      total_fen: infoForm.totalFen,
      flags: JSON.stringify([{ field: 'years', code: 'imported', message: 'onlyTotal' }]),
      fact_seq: infoForm.byFact,
      recorded_at: context.now,
    },
  ];
}
