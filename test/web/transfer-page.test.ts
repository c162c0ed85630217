import { describe, expect, test } from 'vitest';
import type { components } from '../../api/contract.generated.ts';
import { byHand, FACT_KINDS } from '../../domain/facts/facts.ts';
import { PROCEDURES } from '../../domain/procedures/index.ts';
import { procedureView } from '../../domain/procedures/view.ts';
import { stepOf } from '../../web/src/procedures/lookup.ts';
import { bankFile } from '../../web/src/pages/transfer/bank-file.ts';
import { stillAllowed } from '../../web/src/pages/transfer/facts/after-fact.ts';
import { offeredFacts, reasonsFor } from '../../web/src/pages/transfer/facts/fact-rules.ts';
import { toFact } from '../../web/src/pages/transfer/facts/fact-values.ts';
import { standingOf, type Standing } from '../../web/src/pages/transfer/facts/standing.ts';
import { procedureLine } from '../../web/src/pages/transfer/procedure-line.ts';
import { skippedSpans } from '../../web/src/pages/transfer/skipped-spans.ts';
import { LETTER_WAITS } from './mock-office.ts';
import { REASON_VIEWS } from './reason-views.ts';

type Procedure = components['schemas']['Procedure'];
type StepView = components['schemas']['StepView'];
type Walked = Parameters<typeof procedureLine>[1];

const employee: Procedure = procedureView(PROCEDURES.of('in/employee/2010-66'), REASON_VIEWS);
const STEPS = employee.steps.map((one) => one.step);

const step = (ordinal: number, part: Partial<StepView>): StepView => ({ ...LETTER_WAITS, ordinal, ...part });
const done = (ordinal: number, name: StepView['step'], outcome: StepView['outcome'], attempt = 1): StepView =>
  step(ordinal, { step: name, outcome, attempt, closedAt: '2026-06-02T06:00:00Z' });
const standing = (open?: string): Standing =>
  standingOf([employee], { procedure: employee.key, steps: open === undefined ? [] : [step(1, { step: open })] });
const lineOf = (walked: Walked) => procedureLine(employee, walked);
const states = (walked: Walked): string[] => lineOf(walked).map(({ step: name, state }) => `${name} ${state}`);

describe('the procedure as a line', () => {
  test('shows what is done, where the transfer is and what is to come; the amount check only where it happens', () => {
    const steps = [done(1, 'review', 'eligible'), step(2, {})];
    expect(states({ steps, next: null, closedAt: null })).toEqual([
      'review done',
      'liaisonLetter current',
      'delivery upcoming',
      'formAndFunds upcoming',
      'entry upcoming',
      'secondReview upcoming',
      'booking upcoming',
    ]);
  });

  test('goes back to the letter when it came back: what followed is to come again', () => {
    const steps = [
      done(1, 'review', 'eligible'),
      done(2, 'liaisonLetter', 'sent'),
      done(3, 'delivery', 'returned'),
      step(4, { attempt: 2 }),
    ];
    const line = lineOf({ steps, next: null, closedAt: null });
    expect(line.slice(0, 3).map(({ state }) => state)).toEqual(['done', 'current', 'upcoming']);
    expect(line[1]?.view?.attempt).toBe(2);
    expect(line[2]?.view).toBeUndefined();
  });

  test('between two steps the next one is current and has no owner yet', () => {
    const line = lineOf({ steps: [done(1, 'review', 'eligible')], next: 'liaisonLetter', closedAt: null });
    expect(line[1]).toEqual({ step: 'liaisonLetter', state: 'current' });
  });

  test('of a refused transfer everything after the review was not reached', () => {
    const steps = [done(1, 'review', 'refused')];
    expect(states({ steps, next: null, closedAt: '2026-06-02T06:00:00Z' }).slice(0, 2)).toEqual([
      'review done',
      'liaisonLetter skipped',
    ]);
  });

  test('shows the amount check once it was opened', () => {
    const steps = [done(1, 'formAndFunds', 'differs'), step(2, { step: 'match' })];
    expect(states({ steps, next: null, closedAt: null })).toContain('match current');
  });
});

describe('the facts that are offered', () => {
  test('begin with those that the open step waits for', () => {
    const { ofStep, anyTime } = offeredFacts(
      ['held', 'letterSent', 'infoFormReceived', 'takenOver'],
      standing('liaisonLetter'),
    );
    expect(ofStep).toEqual(['letterSent']);
    expect(anyTime).toEqual(['infoFormReceived', 'held', 'takenOver']);
  });

  test('lead with the info form where it is waited for', () => {
    expect(offeredFacts(['infoFormReceived', 'held'], standing('formAndFunds')).ofStep).toEqual(['infoFormReceived']);
  });

  test('lose what belonged to a step at the moment when it is closed', () => {
    const before = ['reviewed', 'held', 'infoFormReceived', 'takenOver', 'corrected'] as const;
    const event = { kind: 'reviewed' } as const;
    const closedStep = { ordinal: 1, step: 'review', outcome: 'eligible' };
    const openStep = { ...LETTER_WAITS, overdue: false, held: false };
    expect(stillAllowed([...before], { event, closedStep, openStep }, employee)).toEqual(before.slice(1));
    expect(stillAllowed([...before], { event, closedStep, openStep: null }, employee)).toEqual(['corrected']);
    const held = { event: { kind: 'held' }, closedStep: null, openStep } as const;
    expect(stillAllowed([...before], held, employee)).not.toContain('held');
    expect(stillAllowed([...before], held, undefined)).toContain('reviewed');
  });

  test('never hold what nobody records by hand', () => {
    for (const open of [...STEPS, undefined]) {
      const { ofStep, anyTime } = offeredFacts(FACT_KINDS, standing(open));
      const offered = [...ofStep, ...anyTime];
      for (const kind of ['accepted', 'fundReceived', 'fundReversed', 'letterReceived', 'chased'])
        expect(offered).not.toContain(kind);
      expect(offered.length).toBe(FACT_KINDS.filter(byHand).length);
    }
  });
});

describe('the reasons that a fact may carry', () => {
  const codes = (kind: Parameters<typeof reasonsFor>[0], open?: string): string[] =>
    reasonsFor(kind, REASON_VIEWS, standing(open)).map(({ code }) => code);

  test('are those of its own step', () => {
    expect(codes('reviewed', 'review')).toEqual(['A01', 'A02', 'A03', 'A06', 'A07', 'A08']);
    expect(codes('letterReturned', 'delivery')).toEqual(['M01', 'M02', 'M04']);
    expect(codes('secondReviewed', 'secondReview')).toEqual(['S01', 'S02', 'S03', 'S04', 'S05']);
    expect(codes('sentBackToCounterpart', 'entry')).toEqual(['D01', 'D04', 'D05', 'D06', 'F03', 'F05']);
    expect(codes('withdrawn', 'delivery')).toEqual(['W01', 'W02']);
  });

  test('of a hold begin with the open step, then those of any step', () => {
    const holds = codes('held', 'formAndFunds');
    expect(holds.slice(0, 2)).toEqual(['L04', 'L07']);
    expect(holds.indexOf('H01')).toBeLessThan(holds.indexOf('F01'));
    expect(holds).not.toContain('S01');
    expect(holds).not.toContain('M01');
  });

  test('are none for a fact without one', () => {
    expect(codes('booked', 'booking')).toEqual([]);
  });

  test('are those of its step, too, when it comes between two steps or too late', () => {
    expect(codes('letterReturned')).toEqual(codes('letterReturned', 'delivery'));
    expect(codes('withdrawn')).toEqual(['W01', 'W02']);
  });
});

describe('a form becomes a fact', () => {
  test('without its empty fields, with the time of the office', () => {
    const values = { channel: 'ems', waybill: ' 1234567890123 ', note: '  ', occurredAt: '2026-06-08T09:30' };
    expect(toFact('letterSent', values)).toEqual({
      kind: 'letterSent',
      channel: 'ems',
      waybill: '1234567890123',
      occurredAt: '2026-06-08T01:30:00.000Z',
    });
  });

  test('an approval carries no reason that was chosen before', () => {
    const secondReview = stepOf(employee, 'secondReview');
    const sentBack = { outcome: 'sentBack', reasonCode: 'S01' };
    expect(toFact('secondReviewed', { ...sentBack, outcome: 'approved' }, secondReview)).toEqual({
      kind: 'secondReviewed',
      outcome: 'approved',
    });
    expect(toFact('secondReviewed', sentBack, secondReview)).toEqual({ kind: 'secondReviewed', ...sentBack });
  });

  test('a letter over the platform has no waybill', () => {
    expect(toFact('letterSent', { channel: 'platform', waybill: '1' })).toEqual({
      kind: 'letterSent',
      channel: 'platform',
    });
  });
});

test('days in a row that do not count are one span', () => {
  const days = ['2026-06-06', '2026-06-07', '2026-06-13'].map((date) => ({ date, why: 'weekend' }));
  expect(skippedSpans([...days, { date: '2026-06-14', why: 'holiday' }])).toEqual([
    { from: '2026-06-06', to: '2026-06-07', why: 'weekend' },
    { from: '2026-06-13', to: '2026-06-13', why: 'weekend' },
    { from: '2026-06-14', to: '2026-06-14', why: 'holiday' },
  ]);
});

test('the practice bank writes the file of a bank: amount in yuan, a payer with a comma in quotes', () => {
  const payment = {
    serial: 'P1',
    bookedOn: '2026-06-08',
    amountFen: 4_836_028,
    payerName: 'Office, North',
    caseNo: 'IN20260600001',
  };
  expect(bankFile(payment).split('\r\n')[1]).toBe('P1,2026-06-08,贷,48360.28,"Office, North",,IN20260600001');
});
