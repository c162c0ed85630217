/** When a step is due and why, when its owner is reminded, when it goes higher. */
import { workingDayBefore, addWorkingDays, type SkippedDay, type WorkingCalendar } from './working-days.ts';
import { dateOf, endOfDay, instantOf } from './shanghai-day.ts';
import type { Limit, StepRule } from '../procedures/procedure.ts';

const OFFICE_OPENS_MINUTE = 9 * 60;

/** Of one rule version and one procedure type, over the days as they are known now. */
export interface RulesInForce {
  readonly limits: Readonly<Record<Limit, number>>;
  readonly calendar: WorkingCalendar;
}

/** The due date's own reasoning, kept with the step. */
export interface DueExplained {
  readonly limit: Limit;
  readonly workingDays: number;
  readonly startedOn: string;
  readonly skipped: readonly SkippedDay[];
  readonly heldWorkingDays: number;
  readonly ruleVersion: string;
}

export interface Deadline {
  readonly dueOn: string;
  readonly dueAt: Date;
  readonly provisional: boolean;
  readonly explained: DueExplained;
  readonly reminderAt: Date | null;
}

export interface DeadlineQuestion {
  readonly rule: StepRule;
  readonly attempt: number;
  readonly ruleVersion: string;
  /** The day of the fact that the clock starts with; it is not counted. */
  readonly startedOn: string;
  /** Working days of holds, given back. */
  readonly heldWorkingDays: number;
}

export function limitOf(rule: StepRule, attempt: number): Limit {
  return attempt > 1 && rule.laterLimit ? rule.laterLimit : rule.limit;
}

export function deadlineOf(question: DeadlineQuestion, rules: RulesInForce): Deadline {
  const limit = limitOf(question.rule, question.attempt);
  const workingDays = rules.limits[limit];
  const due = addWorkingDays(question.startedOn, workingDays + question.heldWorkingDays, rules.calendar);
  const reminderOn = workingDayBefore(due.dueOn, rules.limits.reminder, rules.calendar);
  return {
    dueOn: due.dueOn,
    dueAt: new Date(endOfDay(due.dueOn)),
    provisional: due.provisional,
    explained: {
      limit,
      workingDays,
      startedOn: question.startedOn,
      skipped: due.explanation.skipped,
      heldWorkingDays: question.heldWorkingDays,
      ruleVersion: question.ruleVersion,
    },
    // A limit shorter than the lead has no reminder of its own: it is due at once.
    reminderAt: reminderOn > question.startedOn ? new Date(instantOf(reminderOn, OFFICE_OPENS_MINUTE)) : null,
  };
}

/** The end of the day on which the next escalation falls. */
export function nextEscalation(after: Date, rules: RulesInForce): Date {
  return new Date(endOfDay(addWorkingDays(dateOf(after), rules.limits.escalation, rules.calendar).dueOn));
}

/** The morning of the day on which a hold must be looked at again; a rest day moves on. */
export function holdReviewAt(reviewOn: string, calendar: WorkingCalendar): Date {
  return new Date(instantOf(addWorkingDays(reviewOn, 0, calendar).dueOn, OFFICE_OPENS_MINUTE));
}

export interface AlarmState {
  readonly reminder_at: Date | null;
  readonly reminded_at: Date | null;
  readonly next_escalation_at: Date | null;
  readonly due_at: Date;
  readonly held_since: Date | null;
  readonly hold_review_on: string | null;
  readonly hold_review_raised_at: Date | null;
}

/** Of a step that has just opened. */
export const firstAlarmAt = ({
  reminder_at: reminder,
  due_at: due,
}: Pick<AlarmState, 'reminder_at' | 'due_at'>): Date => (reminder && reminder < due ? reminder : due);

/** The next one of the clock itself, which a hold stops. */
function nextOfClock(step: AlarmState): Date {
  const escalation = step.next_escalation_at ?? step.due_at;
  const reminder = step.reminded_at === null ? step.reminder_at : null;
  return reminder && reminder < escalation ? reminder : escalation;
}

/** When the run of an open step wakes, as far as its row says: a hold is looked at again on a day that rest days may move. */
export const armedAt = (step: AlarmState): Date | undefined => (step.held_since ? undefined : nextOfClock(step));

/** The one armed deadline of an open step. */
export function nextAlarmAt(step: AlarmState, calendar: WorkingCalendar): Date {
  if (!step.held_since || !step.hold_review_on) return nextOfClock(step);
  if (!step.hold_review_raised_at) return holdReviewAt(step.hold_review_on, calendar);
  return step.next_escalation_at ?? step.due_at;
}
