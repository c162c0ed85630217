/** The console knows no procedure: whatever the office answers is drawn. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { components } from '../../api/contract.generated.ts';
import { REASON_CODES } from '../../domain/facts/reason-codes.ts';
import { PROCEDURES } from '../../domain/procedures/index.ts';
import { procedureView } from '../../domain/procedures/view.ts';
import { offeredFacts, outcomesBy, reasonsFor, wantsReason } from '../../web/src/pages/transfer/facts/fact-rules.ts';
import { toFact } from '../../web/src/pages/transfer/facts/fact-values.ts';
import { standingOf, type Standing } from '../../web/src/pages/transfer/facts/standing.ts';
import { procedureLine } from '../../web/src/pages/transfer/procedure-line.ts';
import { procedureOf, stepNames } from '../../web/src/procedures/lookup.ts';
import { procedureWords } from '../../web/src/procedures/words.ts';
import { madeUp } from './made-up-procedure.ts';
import { LETTER_WAITS } from './mock-office.ts';
import { REASON_VIEWS } from './reason-views.ts';

type StepView = components['schemas']['StepView'];

const SOURCES = join(import.meta.dirname, '../../web/src');
const NEWER = 'in/newer/2099-1';

const answer = [...PROCEDURES.all, madeUp].map((text): components['schemas']['Procedure'] =>
  procedureView(text, REASON_VIEWS),
);
const [employee] = PROCEDURES.all;

const open = (step: string): StepView => ({ ...LETTER_WAITS, step });
const done = (step: string, outcome: string): StepView => ({
  ...open(step),
  outcome,
  closedAt: '2026-06-02T06:00:00Z',
});
const standing = (procedure: string, step: string): Standing => standingOf(answer, { procedure, steps: [open(step)] });

const lineOf = (procedure: string, steps: StepView[], next: string | null = null): string[] =>
  procedureLine(procedureOf(answer, procedure), { steps, next, closedAt: null }).map(
    ({ step, state }) => `${step} ${state}`,
  );
const codes = (...[kind, at]: [Parameters<typeof reasonsFor>[0], Standing]): string[] =>
  reasonsFor(kind, REASON_VIEWS, at).map(({ code }) => code);

test('no file of the console reads the text of a procedure', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => readFileSync(join(SOURCES, file), 'utf8').includes('domain/procedures'))).toEqual([]);
});

describe('a procedure that the console has never seen', () => {
  test('is drawn as a line: its way, and the detour once it was needed', () => {
    expect(lineOf(madeUp.key, [open('check')])).toEqual(['check current', 'opinion upcoming', 'dispatch upcoming']);
    expect(lineOf(madeUp.key, [done('check', 'incomplete')], 'supplement')).toEqual([
      'check done',
      'supplement current',
      'opinion upcoming',
      'dispatch upcoming',
    ]);
  });

  test('offers what can close its open step first', () => {
    const allowed = ['letterSent', 'decided', 'held'] as const;
    expect(offeredFacts(allowed, standing(madeUp.key, 'opinion'))).toEqual({
      ofStep: ['decided'],
      anyTime: ['letterSent', 'held'],
    });
    expect(offeredFacts(allowed, standing(madeUp.key, 'dispatch')).ofStep).toEqual(['letterSent']);
  });

  test('has a decision whose outcomes are its own, with a reason of its part where it wants one', () => {
    const at = standing(madeUp.key, 'opinion');
    expect(outcomesBy('decided', at.open)).toEqual(['granted', 'denied']);
    expect(['granted', 'denied'].map((outcome) => wantsReason(at.open, outcome))).toEqual([false, true]);
    expect(codes('decided', at)).toEqual(Object.keys(REASON_CODES).filter((code) => code.startsWith('L')));
    expect(toFact('decided', { outcome: 'denied', reasonCode: 'L01', note: ' seen ' }, at.open)).toEqual({
      kind: 'decided',
      outcome: 'denied',
      reasonCode: 'L01',
      note: 'seen',
    });
    expect(toFact('decided', { outcome: 'granted', reasonCode: 'L01' }, at.open)).not.toHaveProperty('reasonCode');
  });

  test('is told in its own words; where only the step is known, by the first procedure that has it', () => {
    const [en, zh] = [procedureWords(answer, 'en'), procedureWords(answer, 'zh-CN')];
    expect([en.step('opinion', madeUp.key), zh.step('opinion', madeUp.key)]).toEqual([
      'Opinion from above',
      '上级意见',
    ]);
    expect([en.outcome('denied', madeUp.key), zh.outcome('denied', madeUp.key)]).toEqual(['opinion against', '不同意']);
    expect([en.step('dispatch'), en.step('review')]).toEqual(['Dispatch', 'Eligibility review']);
    expect(stepNames(answer).filter((step) => step === 'check' || step === 'booking')).toEqual(['booking', 'check']);
  });

  test('says its own word even where another procedure has the same step', () => {
    const [first, second] = answer.map((procedure, number) => ({
      ...procedure,
      words: { ...procedure.words, en: { ...procedure.words.en, steps: { same: `word ${String(number)}` } } },
    }));
    const { step } = procedureWords([first!, second!], 'en');
    expect([step('same', first!.key), step('same', second!.key), step('same')]).toEqual(['word 0', 'word 1', 'word 0']);
  });
});

describe('a procedure of a newer release', () => {
  test('shows the steps that were walked and the next one, by their names', () => {
    const steps = [done('review', 'eligible'), done('somethingNew', 'done'), open('review')];
    expect(lineOf(NEWER, steps)).toEqual(['review current', 'somethingNew upcoming']);
    expect(lineOf(NEWER, [done('review', 'eligible')], 'somethingNew')).toEqual([
      'review done',
      'somethingNew current',
    ]);
    const { step, outcome } = procedureWords(answer, 'zh-CN');
    expect([step('somethingNew', NEWER), outcome('neverHeardOf', NEWER)]).toEqual(['somethingNew', 'neverHeardOf']);
    expect(step('review', NEWER)).toBe('资格审核');
  });

  test('offers no facts of its steps, and what fits every step with its reasons', () => {
    const at = standing(NEWER, 'somethingNew');
    expect(offeredFacts(['letterReturned', 'decided', 'withdrawn', 'corrected'], at)).toEqual({
      ofStep: [],
      anyTime: ['withdrawn', 'corrected'],
    });
    expect(codes('withdrawn', at)).toEqual(['W01', 'W02']);
  });
});

test('while the office cannot say what the procedures are, a transfer is drawn all the same', () => {
  const steps = [open('review')];
  const at = standingOf([], { procedure: employee!.key, steps });
  expect(procedureLine(undefined, { steps, next: 'liaisonLetter', closedAt: null }).map(({ step }) => step)).toEqual([
    'review',
    'liaisonLetter',
  ]);
  expect(offeredFacts(['reviewed', 'held'], at)).toEqual({ ofStep: [], anyTime: ['held'] });
  expect(codes('held', at)).toEqual([]);
  expect(procedureWords([], 'en').step('review', employee!.key)).toBe('review');
});
