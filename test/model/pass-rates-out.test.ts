import { describe, expect, it } from 'vitest';
import { outRates, type OutRecord } from './pass-rates-out.ts';
import { CALENDAR, PLAIN_WEEK } from '../builders/calendar.ts';

const JUNE = { from: '2026-06-01', to: '2026-06-30', asOf: '2026-11-20', calendar: CALENDAR };
let made = 0;
/** Received on 20 May: due on 10 June. */
const answered = (infoFormIssuedOn: string, remittedOn: string, reissues = 0): OutRecord => ({
  caseId: `out ${String(made++)}`,
  letterReceivedOn: '2026-05-20',
  infoFormIssuedOn,
  remittedOn,
  reissuedOn: Array.from({ length: reissues }, () => infoFormIssuedOn),
});
const many = (count: number, make: () => OutRecord): OutRecord[] => Array.from({ length: count }, make);

describe('completion of transfers-out', () => {
  it('gives the figures of the reference office', () => {
    const records = [
      ...many(647, () => answered('2026-06-09', '2026-06-10')),
      ...many(13, () => answered('2026-06-15', '2026-06-16', 1)),
    ];
    const rates = outRates(records, JUNE);
    expect([rates.due.length, rates.inPeriod.length, rates.afterOneReissue.length]).toEqual([660, 647, 13]);
    expect([rates.current.rate, rates.second.rate]).toEqual(['98.03', '100.00']);
  });

  it('asks for the form and the money by the due date', () => {
    const rates = outRates([answered('2026-06-10', '2026-06-10'), answered('2026-06-10', '2026-06-11')], JUNE);
    expect(rates.current).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('leaves out what is not done, done after two re-issues, or done later than the day asked for', () => {
    const open: OutRecord = {
      caseId: 'open',
      letterReceivedOn: '2026-05-20',
      infoFormIssuedOn: '2026-06-01',
      reissuedOn: [],
    };
    const rates = outRates([open, answered('2026-06-20', '2026-06-20', 2), answered('2026-06-08', '2026-06-09')], {
      ...JUNE,
      asOf: '2026-06-08',
    });
    expect(rates.notDone).toHaveLength(3);
    expect(rates.second.rate).toBe('0.00');
  });

  it('knows the cohort by the calendar: the plain week lets other letters fall due', () => {
    // Fifteen working days from 9 June end on 1 July, because 19 June was a rest day.
    const record: OutRecord = { ...answered('2026-06-12', '2026-06-12'), letterReceivedOn: '2026-06-09' };
    expect(outRates([record], JUNE).due).toEqual([]);
    expect(outRates([record], { ...JUNE, calendar: PLAIN_WEEK }).due).toEqual([record.caseId]);
  });

  it('shows the other reading of the second rate under its own name', () => {
    // Due on 10 June, and after one further limit on 2 July.
    const rates = outRates([answered('2026-07-01', '2026-07-02', 2), answered('2026-07-01', '2026-07-03', 1)], JUNE);
    expect(rates.second).toMatchObject({ numerator: 1, denominator: 2 });
    expect(rates.withinTwoLimits).toMatchObject({ numerator: 1, denominator: 2 });
    expect(rates.afterOneReissue).toEqual([expect.stringContaining('out')]);
  });

  it('shows the same-month reading under its own name', () => {
    const received = (letterReceivedOn: string, done: string): OutRecord => ({
      ...answered(done, done),
      letterReceivedOn,
    });
    const rates = outRates([received('2026-06-01', '2026-06-30'), received('2026-06-30', '2026-07-01')], JUNE);
    expect(rates.sameMonth).toMatchObject({ numerator: 1, denominator: 2, rate: '50.00' });
  });
});
