import { describe, expect, test } from 'vitest';
import { agencyDefects, answersOn, successorOn, type AgencyEntry } from '../../domain/agencies.ts';

const pension = (code: string, changes: Partial<AgencyEntry> = {}): AgencyEntry => ({
  code,
  kind: 'pension',
  area: code,
  validFrom: '2010-01-01',
  validUntil: null,
  successor: null,
  ...changes,
});
const annuity = (code: string, area: string | null, changes: Partial<AgencyEntry> = {}): AgencyEntry =>
  pension(code, { kind: 'annuity', area, ...changes });
const found = (entry: AgencyEntry, ...others: AgencyEntry[]) =>
  agencyDefects(entry, others).map(({ field, code }) => `${field} ${code}`);

describe('an agency of the directory', () => {
  test('stands beside those of other kinds and of other areas', () => {
    const military = pension('JD-01', { kind: 'military', area: null });
    const central = pension('ZY-01', { kind: 'central', area: null });
    const all = [pension('110102'), pension('110104'), annuity('NJ-110102', '110102'), military, central];
    for (const one of all) expect(found(one, ...all.filter((other) => other !== one))).toEqual([]);
  });

  test('has the code of its kind, and an annuity agency its area', () => {
    expect(found(pension('11010'))).toEqual(['areaCode agencyCode']);
    expect(found(annuity('110102', null))).toEqual(['areaCode agencyCode', 'area agencyArea']);
    expect(found(pension('JD 1', { kind: 'military', area: null }))).toEqual(['areaCode agencyCode']);
  });

  test('answers on no day on which another one does for the same kind and area', () => {
    const before = pension('110102', { validUntil: '2020-06-30' });
    expect(found(pension('110102', { validFrom: '2020-07-01' }), before)).toEqual([]);
    expect(found(pension('110102', { validFrom: '2020-06-30' }), before)).toEqual(['validFrom validityOverlaps']);
    expect(found(annuity('NJ-2', '110102'), annuity('NJ-1', '110102'))).toEqual(['validFrom validityOverlaps']);
    // Of those that answer for no area there may be several.
    expect(
      found(pension('JD-01', { kind: 'military', area: null }), pension('JD-02', { kind: 'military', area: null })),
    ).toEqual([]);
  });

  test('is told everything that is wrong with it at once', () => {
    const entry = pension('110104', { validFrom: '2020-01-01', validUntil: '2019-12-31', successor: '990000' });
    expect(found(entry)).toEqual(['validUntil endsBeforeItBegins', 'successor successorUnknown']);
    expect(found(pension('110104', { successor: '990000' }))).toEqual([
      'successor successorWithoutEnd',
      'successor successorUnknown',
    ]);
  });

  test('has a successor of its kind that outlives it and does not lead back', () => {
    const gone = pension('110104', { validUntil: '2010-06-30', successor: '110102' });
    expect(found(gone, pension('110102'))).toEqual([]);
    expect(found(gone, pension('110102', { validUntil: '2010-06-30' }))).toEqual(['successor successorEndsBefore']);
    expect(found({ ...gone, successor: 'NJ-110102' }, annuity('NJ-110102', '110102'))).toEqual([
      'successor successorKind',
    ]);
    expect(found({ ...gone, successor: '110104' })).toEqual(['successor successorCircle']);
    // Nor may the successor be ended under it.
    expect(found(pension('110102', { validUntil: '2010-06-30' }), gone)).toEqual(['validUntil successorEndsBefore']);
    const back = [
      pension('110102', { validUntil: '2015-12-31', successor: '110103' }),
      pension('110103', { validUntil: '2016-12-31', successor: '110104' }),
    ];
    expect(found(gone, ...back)).toEqual(['successor successorCircle']);
  });
});

test('who goes on for it is the first of its successors that answers on the day', () => {
  const entries = [
    pension('110104', { validUntil: '2010-06-30', successor: '110102' }),
    pension('110102', { validUntil: '2015-12-31', successor: '110199' }),
    pension('110199', { validFrom: '2016-01-01' }),
  ];
  const on = (day: string) => successorOn('110104', day, entries)?.code;
  expect([on('2010-07-01'), on('2015-12-31'), on('2016-01-01')]).toEqual(['110102', '110102', '110199']);
  expect(successorOn('110199', '2026-01-01', entries)).toBeUndefined();
  expect(successorOn('110104', '2026-01-01', [entries[0]!])).toBeUndefined();
  expect([answersOn(entries[0]!, '2010-06-30'), answersOn(entries[0]!, '2010-07-01')]).toEqual([true, false]);
});
