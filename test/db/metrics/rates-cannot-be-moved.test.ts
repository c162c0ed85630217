/** After the first letter no ending, relabelling, correction or backdating takes a case out of its cohort, and none raises a rate. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCompletionIn, type CompletionIn } from '../../../db/metrics/completion-in.ts';
import { seqOf } from '../../builders/ledger-rows.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { postedLetter } from '../../builders/posted-letter.ts';
import { recordCase, recordedOffice, type SketchedFact } from '../../builders/recorded-cases.ts';
import { anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ENDINGS, happened, historyIn } from '../../model/histories-in.ts';
import { modelSettings } from '../../support/model-settings.ts';
import { ownOffice } from '../../support/own-office.ts';

const { db, office } = await ownOffice();
const { seed } = modelSettings;

const MAY = { from: '2026-05-01', to: '2026-05-31' };
const count = (officeId: string) => countCompletionIn(db, { officeId, ...MAY, asOf: '2026-11-20' }, 45);

const raised = (before: CompletionIn, after: CompletionIn): boolean =>
  ([1, 2, 3] as const).some((limit) => Number(after.rates[limit] ?? 0) > Number(before.rates[limit] ?? 0));

describe('whatever the history', () => {
  const others = ENDINGS.filter(({ kind }) => kind !== 'booked');
  test.each(others)('no ending raises a rate: $kind for $reasonCode', async (ending) => {
    const withLetters = historyIn.filter(({ rounds }) => rounds.length > 0);
    await fc.assert(
      fc.asyncProperty(fc.array(withLetters, { minLength: 6, maxLength: 12 }), async (histories) => {
        const answers: CompletionIn[] = [];
        for (const ends of [null, ending]) {
          const { officeId, ...rest } = await recordedOffice(db);
          for (const [index, history] of histories.entries()) {
            const facts = happened({ ...history, ending: index % 2 === 0 ? ENDINGS[0] : ends });
            await recordCase(db, { officeId, ...rest }, { facts });
          }
          answers.push(await count(officeId));
        }
        const [before, after] = answers as [CompletionIn, CompletionIn];
        expect(raised(before, after)).toBe(false);
        expect(after.cohort).toBe(before.cohort);
      }),
      { numRuns: 4, seed },
    );
  });
});

test('a letter that came back, then “not insured here”: the case stays in the cohort', async () => {
  const other = await recordedOffice(db);
  const begun: SketchedFact[] = [
    { kind: 'accepted', on: '2026-05-04' },
    { kind: 'letterSent', on: '2026-05-06' },
  ];
  const back: SketchedFact = { kind: 'returnedByCounterpart', on: '2026-05-12', reasonCode: 'L01' };
  const ended = (reasonCode: string): SketchedFact => ({ kind: 'closedWithoutTransfer', on: '2026-05-20', reasonCode });
  await recordCase(db, other, { facts: [...begun, { kind: 'booked', on: '2026-05-20' }] });
  for (const code of ['A01', 'A06', 'W01', 'L06'])
    await recordCase(db, other, { facts: [...begun, back, ended(code)] });
  expect(await count(other.officeId)).toMatchObject({
    accepted: 5,
    cohort: 5,
    excluded: { refused: 0, duplicate: 0, withdrawnBeforeFirstLetter: 0 },
    rates: { 1: '20.00' },
  });
});

describe('in the ledger itself, of a case whose letter came back', () => {
  const at = (text: string) => ({ occurredAt: new Date(`${text}:00+08:00`) });

  async function returned() {
    await standClockAt(db, '2026-05-30T10:00:00+08:00');
    const id = await anAcceptedTransfer(db, office, at('2026-05-04T10:00'));
    const the = walk(db, office, id);
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-05-05T10:00'));
    await the.say('letterClerk', postedLetter(), at('2026-05-06T10:00'));
    await the.say('letterClerk', { kind: 'returnedByCounterpart', reasonCode: 'L01' }, at('2026-05-12T10:00'));
    return { id, the };
  }
  const notInsured = { kind: 'closedWithoutTransfer', reasonCode: 'A01' } as const;

  test('an ending is not dated to before the letter', async () => {
    const { the } = await returned();
    for (const detail of [notInsured, { kind: 'withdrawn' } as const])
      await expect(the.say('clerk', detail, at('2026-05-05T12:00'))).rejects.toMatchObject({
        defects: [{ field: 'occurredAt' }],
      });
  });

  test('nor moved there by a correction, nor the letter to after the ending', async () => {
    const { id, the } = await returned();
    const before = await count(office.officeId);
    await the.say('clerk', notInsured, at('2026-05-20T10:00'));
    const corrected = async (kind: string, to: string) =>
      the.say(
        'clerk',
        {
          kind: 'corrected',
          correctsSeq: await seqOf(db, id, kind),
          correctedOccurredAt: at(to).occurredAt.toISOString(),
        },
        { confirmedBy: office.staff.manager },
      );
    for (const [kind, to] of [
      ['closedWithoutTransfer', '2026-05-05T12:00'],
      ['letterSent', '2026-05-21T10:00'],
      ['letterSent', '2026-05-04T12:00'],
    ] as const)
      await expect(corrected(kind, to)).rejects.toMatchObject({ defects: [{ field: 'correctedOccurredAt' }] });
    const after = await count(office.officeId);
    expect(after.cohort).toBe(before.cohort);
    expect(after.excluded).toEqual(before.excluded);
  });
});
