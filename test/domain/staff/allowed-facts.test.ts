import { describe, expect, test } from 'vitest';
import { allowedFacts, type Situation } from '../../../domain/staff/allowed-facts.ts';
import { inEmployee } from '../../../domain/procedures/in-employee.ts';
import { stepNames } from '../../../domain/procedures/rules.ts';

const during = (step: string, change: Partial<Situation> = {}): Situation => ({
  procedure: inEmployee,
  closed: false,
  followed: true,
  openStep: { step, held: false, ownedByViewer: true, barredToViewer: false },
  toTell: 0,
  roles: ['manager'],
  ...change,
});

describe('the facts that are allowed now', () => {
  test('are those of the open step and of the viewer’s role', () => {
    expect(allowedFacts(during('booking', { roles: ['accountClerk'] }))).toEqual(
      expect.arrayContaining(['booked', 'held', 'counterpartContacted', 'corrected']),
    );
    expect(allowedFacts(during('booking', { roles: ['clerk'] }))).not.toContain('booked');
    expect(allowedFacts(during('review'))).not.toContain('booked');
  });

  test('never include what only the system or the bank records', () => {
    for (const step of stepNames(inEmployee)) {
      expect(allowedFacts(during(step))).not.toContain('accepted');
      expect(allowedFacts(during(step))).not.toContain('fundReceived');
    }
  });

  test('hold and resume exclude each other; taking over is for a colleague of the step', () => {
    const held = { step: 'entry', held: true, ownedByViewer: false, barredToViewer: false };
    const facts = allowedFacts(during('entry', { openStep: held, roles: ['entryClerk'] }));
    expect(facts).toEqual(expect.arrayContaining(['resumed', 'takenOver']));
    expect(facts).not.toContain('held');
    expect(allowedFacts(during('entry', { openStep: held, roles: ['finance'] }))).not.toContain('takenOver');
    expect(allowedFacts(during('entry'))).not.toContain('takenOver');
  });

  test('are none that would end a step which is barred to the viewer, nor its taking over', () => {
    const open = { step: 'secondReview', held: false, ownedByViewer: false, barredToViewer: true };
    const facts = allowedFacts(during('secondReview', { openStep: open }));
    expect(facts).toEqual(expect.arrayContaining(['held', 'infoFormReceived', 'withdrawn']));
    expect(facts.filter((kind) => kind === 'secondReviewed' || kind === 'takenOver')).toEqual([]);
    const free = allowedFacts(during('secondReview', { openStep: { ...open, barredToViewer: false } }));
    expect(free).toEqual(expect.arrayContaining(['secondReviewed', 'takenOver']));
  });

  test('between two steps and after the end only what needs no step is left', () => {
    expect(allowedFacts(during('review', { openStep: null }))).toEqual(
      expect.arrayContaining(['withdrawn', 'infoFormReceived', 'corrected']),
    );
    const closed = allowedFacts(during('review', { openStep: null, closed: true, toTell: 1 }));
    expect(closed).toEqual(expect.arrayContaining(['infoFormReceived', 'personTold', 'corrected']));
    expect(closed).not.toContain('withdrawn');
    expect(allowedFacts(during('review'))).not.toContain('personTold');
  });
});
