/** Completion of transfers-out: of the letters due in a period, how many were answered in time, and how many at all. */
import { rateOf, type Rate } from './pass-rates.ts';
import { addWorkingDays, type WorkingCalendar } from '../../domain/time/working-days.ts';

export interface OutRecord {
  readonly caseId: string;
  readonly letterReceivedOn: string;
  readonly infoFormIssuedOn?: string | undefined;
  readonly remittedOn?: string | undefined;
  /** The days on which the info form had to be issued again. */
  readonly reissuedOn: readonly string[];
}

export interface OutRates {
  /** Letters whose limit ends in the period. */
  readonly due: readonly string[];
  readonly inPeriod: readonly string[];
  /** Done after the due date, or with one re-issue. */
  readonly afterOneReissue: readonly string[];
  readonly notDone: readonly string[];
  /** 当期办结率: info form and money by the due date. */
  readonly current: Rate;
  /** 二次办结率: done after at most one re-issue. */
  readonly second: Rate;
  /** 两期办结率, the other reading of 二次: done by the end of one further limit, however often the form was sent again. */
  readonly withinTwoLimits: Rate;
  /** 当月办结率, another reading: letters received in the period and done in the same calendar month. */
  readonly sameMonth: Rate;
}

export interface OutQuestion {
  /** Due dates (and, for the same-month reading, days of receipt), both included. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly calendar: WorkingCalendar;
  readonly limitWorkingDays?: number;
}

/** The day on which both the form and the money had gone out. */
function doneOn({ infoFormIssuedOn, remittedOn }: OutRecord, asOf: string): string | undefined {
  if (infoFormIssuedOn === undefined || remittedOn === undefined) return undefined;
  const both = infoFormIssuedOn > remittedOn ? infoFormIssuedOn : remittedOn;
  return both <= asOf ? both : undefined;
}

export function outRates(records: Iterable<OutRecord>, question: OutQuestion): OutRates {
  const { from, to, asOf, calendar, limitWorkingDays = 15 } = question;
  const due: string[] = [];
  const inPeriod: string[] = [];
  const afterOneReissue: string[] = [];
  const notDone: string[] = [];
  let withinTwoLimits = 0;
  let received = 0;
  let receivedAndDone = 0;
  for (const record of records) {
    if (record.letterReceivedOn > asOf) continue;
    const done = doneOn(record, asOf);
    if (record.letterReceivedOn >= from && record.letterReceivedOn <= to) {
      received += 1;
      if (done?.slice(0, 7) === record.letterReceivedOn.slice(0, 7)) receivedAndDone += 1;
    }
    const { dueOn } = addWorkingDays(record.letterReceivedOn, limitWorkingDays, calendar);
    if (dueOn < from || dueOn > to) continue;
    due.push(record.caseId);
    if (done !== undefined && done <= addWorkingDays(dueOn, limitWorkingDays, calendar).dueOn) withinTwoLimits += 1;
    if (done !== undefined && done <= dueOn) inPeriod.push(record.caseId);
    else if (done !== undefined && record.reissuedOn.filter((day) => day <= asOf).length <= 1)
      afterOneReissue.push(record.caseId);
    else notDone.push(record.caseId);
  }
  return {
    due,
    inPeriod,
    afterOneReissue,
    notDone,
    current: rateOf(inPeriod.length, due.length),
    second: rateOf(inPeriod.length + afterOneReissue.length, due.length),
    withinTwoLimits: rateOf(withinTwoLimits, due.length),
    sameMonth: rateOf(receivedAndDone, received),
  };
}
