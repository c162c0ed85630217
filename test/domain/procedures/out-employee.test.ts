import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENDINGS } from '../../../domain/facts/closings.ts';
import { outEmployee } from '../../../domain/procedures/out-employee.ts';
import { outcomesOf, stepNames } from '../../../domain/procedures/rules.ts';
import { ahead, goodWay, walk } from '../../../domain/procedures/walk.ts';
import { ENDINGS as ANY_ENDINGS, OUT_EMPLOYEE } from '../../../invariants/procedures.ts';

const TO_THE_END = ['eligible', 'issued', 'approved', 'agreed', 'paidOut', 'sent'];
const AGAIN = ['disputed', 'issued', 'approved'];
const opens = (...outcomes: string[]) => walk(outEmployee, outcomes).open?.step;

describe('a transfer-out', () => {
  test('goes from the letter over form, second person and money to the end of the relation', () => {
    expect(goodWay(outEmployee)).toEqual([
      'letterCheck',
      'formIssue',
      'formReview',
      'remittanceCheck',
      'remitting',
      'formSending',
      'relationEnd',
    ]);
    expect(walk(outEmployee, [...TO_THE_END, 'cutOff'])).toEqual({ open: null, closing: 'completed' });
  });

  test('ends when the letter goes back at any check before the money', () => {
    for (const before of [[], ['eligible'], ['eligible', 'issued', 'approved']])
      expect(walk(outEmployee, [...before, 'returned'])).toEqual({ open: null, closing: 'letterSentBack' });
    for (const before of [TO_THE_END.slice(0, 2), TO_THE_END.slice(0, 4), TO_THE_END])
      expect(() => walk(outEmployee, [...before, 'returned'])).toThrow(/cannot end as returned/);
  });

  test('makes the form out again as often as the second person or finance sends it back', () => {
    expect(opens('eligible', 'issued', 'sentBack')).toBe('formIssue');
    expect(opens('eligible', 'issued', 'approved', 'differs')).toBe('formIssue');
    expect(opens('eligible', 'issued', 'sentBack', 'issued', 'approved', 'differs', 'issued', 'approved')).toBe(
      'remittanceCheck',
    );
  });

  test('pays nothing where the relation alone moves', () => {
    expect(opens('eligible', 'issued', 'approved', 'covered')).toBe('formSending');
  });

  test('is sent again, as a new attempt, when the other office disputes it', () => {
    expect(walk(outEmployee, [...TO_THE_END, 'disputed']).open).toEqual({
      step: 'formCorrection',
      ordinal: 8,
      attempt: 2,
    });
    expect(opens(...TO_THE_END, ...AGAIN, 'covered')).toBe('formReissue');
    expect(opens(...TO_THE_END, ...AGAIN, 'agreed')).toBe('remitting');
    expect(opens(...TO_THE_END, ...AGAIN, 'agreed', 'paidOut')).toBe('formReissue');
    expect(opens(...TO_THE_END, ...AGAIN, 'differs')).toBe('formCorrection');
    expect(walk(outEmployee, [...TO_THE_END, ...AGAIN, 'covered', 'sent', 'disputed']).open?.attempt).toBe(3);
    expect(ahead(outEmployee, [...TO_THE_END, ...AGAIN, 'covered'])).toEqual(['relationEnd']);
  });
});

/** Any way through the procedure, as far as the length allows. */
const anyWay = fc.array(fc.nat(), { maxLength: 60 }).map((choices) => {
  const outcomes: string[] = [];
  for (const choice of choices) {
    const { open } = walk(outEmployee, outcomes);
    if (!open) break;
    const own = outcomesOf(outEmployee, open.step);
    // Seldom, or few ways would come far.
    outcomes.push(choice % 20 === 19 ? ENDINGS[choice % 2]! : own[choice % own.length]!);
  }
  return outcomes;
});

test('never goes another way than the list of the checker allows', () => {
  fc.assert(
    fc.property(anyWay, (outcomes) => {
      for (const [index, outcome] of outcomes.entries()) {
        const before = walk(outEmployee, outcomes.slice(0, index)).open!;
        const { open, closing } = walk(outEmployee, outcomes.slice(0, index + 1));
        const allowed = OUT_EMPLOYEE.transitions.filter(([step, by]) => step === before.step && by === outcome);
        const ends = [OUT_EMPLOYEE.endings, ANY_ENDINGS]
          .flat()
          .find(([step, by]) => (step === null || step === before.step) && by === outcome);
        if (open) {
          const found = allowed.find(([, , next]) => next === open.step);
          expect(open).toEqual({
            step: found?.[2],
            ordinal: before.ordinal + 1,
            attempt: before.attempt + (found?.[3] ?? Number.NaN),
          });
        } else expect(closing).toBe(ends?.[2]);
      }
    }),
    { numRuns: 500 },
  );
});

test('every step can be reached, and every outcome of it leads somewhere', () => {
  const reached = new Map<string, string>();
  const visit = (outcomes: string[]): void => {
    const { open } = walk(outEmployee, outcomes);
    if (!open) return;
    // Of the first form, and of one that goes out again.
    const key = `${open.step} ${String(open.attempt > 1)}`;
    if (reached.has(key)) return;
    reached.set(key, open.step);
    for (const outcome of outcomesOf(outEmployee, open.step)) visit([...outcomes, outcome]);
  };
  visit([]);
  expect([...new Set(reached.values())].sort()).toEqual(stepNames(outEmployee).sort());
});

test('every step is done by the day that the letter gives, or the dispute', () => {
  for (const [step, { clock }] of Object.entries(outEmployee.steps))
    expect([step, clock]).toEqual([
      step,
      ['formCorrection', 'remittanceRecheck', 'formReissue'].includes(step)
        ? { fact: 'disputeReceived' }
        : 'acceptance',
    ]);
});
