import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEmployee } from '../../../domain/procedures/in-employee.ts';
import { outcomesOf, stepNames } from '../../../domain/procedures/rules.ts';
import { ENDINGS } from '../../../domain/facts/closings.ts';
import { procedure } from '../../../domain/procedures/procedure.ts';
import { ahead, nextStep, walk } from '../../../domain/procedures/walk.ts';
import { ENDINGS as ANY_ENDINGS, IN_EMPLOYEE } from '../../../invariants/procedures.ts';

const GOOD = ['eligible', 'sent', 'delivered', 'agreed', 'entered', 'approved', 'booked'];

describe('a transfer-in of an employee', () => {
  test('begins with the review and is completed by the booking', () => {
    expect(walk(inEmployee, [])).toEqual({ open: { step: 'review', ordinal: 1, attempt: 1 }, closing: null });
    expect(walk(inEmployee, GOOD)).toEqual({ open: null, closing: 'completed' });
  });

  test('has the whole good way ahead, and behind each step the rest of it', () => {
    const way = ['liaisonLetter', 'delivery', 'formAndFunds', 'entry', 'secondReview', 'booking'];
    expect(ahead(inEmployee, [])).toEqual(way);
    for (const [index] of way.entries()) expect(ahead(inEmployee, GOOD.slice(0, index))).toEqual(way.slice(index));
    expect(ahead(inEmployee, GOOD)).toEqual([]);
  });

  test('sends a new letter, as a new attempt, after whatever came back', () => {
    const toDelivery = GOOD.slice(0, 2);
    for (const back of ['returned', 'lost'])
      expect(walk(inEmployee, [...toDelivery, back]).open).toEqual({ step: 'liaisonLetter', ordinal: 4, attempt: 2 });
    const twice = [...toDelivery, 'lost', 'sent', 'delivered', 'differs', 'returned'];
    expect(walk(inEmployee, twice).open).toEqual({ step: 'liaisonLetter', ordinal: 8, attempt: 3 });
  });

  test('lets a second person send an entry back as often as needed, in the same attempt', () => {
    const reviewed = [...GOOD.slice(0, 5), 'sentBack', 'entered', 'sentBack'];
    expect(walk(inEmployee, reviewed).open).toEqual({ step: 'entry', ordinal: 9, attempt: 1 });
  });

  test('ends in whichever step it is withdrawn or closed', () => {
    for (const [index] of GOOD.entries())
      for (const ending of ENDINGS)
        expect(walk(inEmployee, [...GOOD.slice(0, index), ending])).toEqual({ open: null, closing: ending });
  });

  test('cannot go on by an outcome that the open step does not know, nor after its end', () => {
    expect(() => walk(inEmployee, ['sent'])).toThrow(/review cannot end as sent/);
    expect(() => walk(inEmployee, [...GOOD, 'booked'])).toThrow(/has ended/);
    expect(() => walk(inEmployee, ['withdrawn', 'eligible'])).toThrow(/has ended/);
  });

  test('tells what comes next, of an open step and between two', () => {
    expect(nextStep(inEmployee, { outcomes: ['eligible'], isOpen: true })).toBe('delivery');
    expect(nextStep(inEmployee, { outcomes: ['eligible'], isOpen: false })).toBe('liaisonLetter');
    expect(nextStep(inEmployee, { outcomes: GOOD.slice(0, -1), isOpen: true })).toBeNull();
    expect(nextStep(inEmployee, { outcomes: GOOD, isOpen: false })).toBeNull();
    expect(nextStep(inEmployee, { outcomes: ['never heard of'], isOpen: false })).toBeNull();
  });
});

/** Any way through the procedure, as far as the length allows. */
const anyWay = fc.array(fc.nat(), { maxLength: 60 }).map((choices) => {
  const outcomes: string[] = [];
  for (const choice of choices) {
    const { open } = walk(inEmployee, outcomes);
    if (!open) break;
    const possible = [...outcomesOf(inEmployee, open.step), ...ENDINGS];
    outcomes.push(possible[choice % possible.length]!);
  }
  return outcomes;
});

test('agrees on every way with the list that the checker keeps for itself', () => {
  fc.assert(
    fc.property(anyWay, (outcomes) => {
      for (const [index, outcome] of outcomes.entries()) {
        const before = walk(inEmployee, outcomes.slice(0, index)).open!;
        const after = walk(inEmployee, outcomes.slice(0, index + 1));
        const allowed = IN_EMPLOYEE.transitions.find(([step, by]) => step === before.step && by === outcome);
        const ends = [IN_EMPLOYEE.endings, ANY_ENDINGS]
          .flat()
          .find(([step, by]) => (step === null || step === before.step) && by === outcome);
        expect(after).toEqual(
          allowed
            ? {
                open: { step: allowed[2], ordinal: before.ordinal + 1, attempt: before.attempt + allowed[3] },
                closing: null,
              }
            : { open: null, closing: ends?.[2] },
        );
      }
    }),
  );
});

test('every step can be reached, and every outcome of it leads somewhere', () => {
  const reached = new Set<string>();
  const visit = (outcomes: string[]): void => {
    const { open } = walk(inEmployee, outcomes);
    if (!open || reached.has(open.step)) return;
    reached.add(open.step);
    for (const outcome of outcomesOf(inEmployee, open.step)) visit([...outcomes, outcome]);
  };
  visit([]);
  expect([...reached].sort()).toEqual(stepNames(inEmployee).sort());
});

test('another procedure is walked by its own text and table', () => {
  const rule = {
    role: 'clerk',
    part: 'X1',
    limit: 'own',
    clock: 'opening',
    party: 'own',
    owner: 'continuity',
  } as const;
  const steps = {
    asked: { ...rule, outcomes: { answered: {}, again: { attempt: 'ends' } } },
    thanked: { ...rule, outcomes: { done: {} } },
  } as const;
  const made = procedure({
    direction: 'out',
    type: 'madeUp',
    version: '1',
    validFrom: '2026-01-01',
    caseNoPrefix: 'MU',
    words: inEmployee.words,
    steps,
    facts: {},
    *run({ step }) {
      while ((yield* step('asked')) === 'again') continue;
      yield* step('thanked');
      return 'completed';
    },
  });
  expect(walk(made, ['again', 'again']).open).toEqual({ step: 'asked', ordinal: 3, attempt: 3 });
  expect(ahead(made, [])).toEqual(['thanked']);
  expect(walk(made, ['answered', 'done'])).toEqual({ open: null, closing: 'completed' });
});
