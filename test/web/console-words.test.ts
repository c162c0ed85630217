import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { newIdempotencyKey } from '../../web/src/api/idempotency-key.ts';
import {
  fieldPath,
  problemName,
  problemOf,
  RefusedError,
  sortDefects,
  toProblem,
  UnreachableError,
} from '../../web/src/api/problem.ts';
import { defectText } from '../../web/src/components/problem-text.ts';
import {
  daysUntil,
  formatDay,
  formatDayShort,
  formatInstant,
  formatMonth,
  inputOfInstant,
  instantOfInput,
} from '../../web/src/format/day.ts';
import { en } from '../../web/src/i18n/en/index.ts';
import { addMonths, firstDay, isMonth, lastDay } from '../../web/src/format/month.ts';
import { officeTime } from '../../web/src/format/office-time.ts';
import { basisPointsOf, perCentOf } from '../../web/src/format/per-cent.ts';
import { toNewTransfer } from '../../web/src/pages/accept/accept-values.ts';
import { blocksOf, noticeOf } from '../../web/src/pages/settings/notice-values.ts';
import { bankSearch, moneySearch } from '../../web/src/money-params.ts';
import {
  casesSearch,
  decisionsSearch,
  heldWorkSearch,
  parseSearch,
  refusalsSearch,
  signInSearch,
  stringifySearch,
  todaySearch,
  volumeItemsSearch,
  workSearch,
} from '../../web/src/search-params.ts';
import { clock } from './mock-office.ts';

describe('days', () => {
  test('are written as the office says them', () => {
    expect(formatDay('2026-06-03', 'en')).toBe('3 Jun 2026');
    expect(formatDay('2026-06-03', 'zh-CN')).toBe('2026年6月3日');
    expect(formatDayShort('2026-06-03', 'en', '2026-06-08')).toBe('3 June');
    expect(formatDayShort('2027-01-04', 'en', '2026-12-30')).toBe('4 Jan 2027');
    expect(formatMonth('2026-01', 'en')).toBe('January 2026');
  });

  test('are those of the office, wherever the browser stands', () => {
    expect(formatInstant('2026-06-03T16:30:00Z', 'en')).toBe('4 Jun 2026, 00:30');
    expect(instantOfInput('2026-06-04T00:30')).toBe('2026-06-03T16:30:00.000Z');
    expect(inputOfInstant('2026-06-03T16:30:00Z')).toBe('2026-06-04T00:30');
    expect(instantOfInput('')).toBeUndefined();
  });

  test('are counted to and from today', () => {
    expect(daysUntil('2026-06-23', '2026-06-08')).toBe(15);
    expect(daysUntil('2026-06-03', '2026-06-08')).toBe(-5);
  });

  test('make months with a first and a last', () => {
    expect([firstDay('2028-02'), lastDay('2028-02')]).toEqual(['2028-02-01', '2028-02-29']);
    expect([addMonths('2026-01', -1), addMonths('2026-12', 1), addMonths('2026-06', -18)]).toEqual([
      '2025-12',
      '2027-01',
      '2024-12',
    ]);
    expect(isMonth('2026-13')).toBe(false);
  });
});

test('per cent is typed with two decimals at most, and never rounded', () => {
  expect(['2.6', ' 2.62 % ', '0', '8.05', '12'].map(basisPointsOf)).toEqual([260, 262, 0, 805, 1200]);
  expect(['', '2.625', '2,6', '-1', '.5', '260'].map(basisPointsOf)).toEqual(Array(6).fill(undefined));
  expect([260, 5, 1200].map(perCentOf)).toEqual(['2.60', '0.05', '12.00']);
});

test('days of a notice that follow each other are one block, and a block of one day needs no end', () => {
  expect(blocksOf(['2027-01-02', '2026-12-31', '2027-01-01', '2027-02-28', '2027-03-01', '2027-05-01'])).toEqual([
    { from: '2026-12-31', to: '2027-01-02' },
    { from: '2027-02-28', to: '2027-03-01' },
    { from: '2027-05-01', to: '2027-05-01' },
  ]);
  const typed = { year: '2027', notice: 'n', rest: [{ from: ' 2027-01-01 ', to: '' }], work: ['2027-01-09 '] };
  const rest = [{ from: '2027-01-01', to: '2027-01-01' }];
  expect(noticeOf({ ...typed, replaces: 'ask' })).toEqual({ notice: 'n', rest, work: ['2027-01-09'] });
  expect(noticeOf({ ...typed, replaces: 'supplements' })).toMatchObject({ supplements: true });
});

test('a defect says what to do at its field: the year of a day, the look at the ID', async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en } } });
  const said = (field: string, code: string): string => defectText({ field, code, message: 'Must match.' });
  expect(said('person.bornOn', 'form')).toBe(en.defects.day);
  expect(said('firstInsuredHereOn', 'form')).toBe(en.defects.day);
  expect(said('firstInsuredHereOn', 'future')).toBe(en.defects.future);
  expect(said('identitySeen', 'unknownValue')).toBe(en.defectsAt.identitySeen.unknownValue);
  expect(said('scheme', 'unknownValue')).toBe(en.defects.unknownValue);
  expect(said('scheme', 'newerThanThis')).toBe('Must match.');
});

test('the office clock goes on between two readings at its own speed, and stands while it is frozen', () => {
  expect(officeTime(clock, 1000).toISOString()).toBe('2026-06-08T02:48:00.000Z');
  expect(officeTime({ ...clock, frozen: true }, 1000).toISOString()).toBe('2026-06-08T02:24:00.000Z');
});

describe('a refusal', () => {
  const defect = (field: string) => ({ field, code: 'missing', message: 'm' });

  test('puts each defect at its field and the others above the form', () => {
    const fields = [
      ['person', 'idNumber'],
      ['form', 'years', 0, 'months'],
    ];
    const sorted = sortDefects(
      [
        defect('person.idNumber'),
        defect('/body/form/years/0/months'),
        defect('somewhere'),
        { ...defect('person.idNumber'), code: 'checkDigit' },
      ],
      fields,
    );
    expect(sorted.atFields.map(({ name, defects }) => [name.join('.'), defects.length])).toEqual([
      ['person.idNumber', 2],
      ['form.years.0.months', 1],
    ]);
    expect(sorted.elsewhere.map(({ field }) => field)).toEqual(['somewhere']);
    expect(fieldPath('form.years[2].baseFen')).toEqual(['form', 'years', 2, 'baseFen']);
  });

  test('is told apart from a line that is cut, from a server that fails and from a mistake of ours', () => {
    const problem = { type: '/problems/step-not-open', title: 't', status: 409 };
    expect(toProblem(new RefusedError(problem, 1))).toBe(problem);
    expect(toProblem(problem)).toBe(problem);
    expect(problemName(problem)).toBe('step-not-open');
    const named = (thrown: unknown) => problemName(toProblem(thrown));
    expect(named(new UnreachableError(new TypeError('Failed to fetch')))).toBe('unreachable');
    expect(named(new TypeError('Failed to fetch dynamically imported module: /app/a.js'))).toBe('unreachable');
    expect(named(new TypeError("Cannot read properties of undefined (reading 'name')"))).toBe('own-fault');
    expect(problemOf('<html>Bad gateway</html>', 502)).toEqual({ type: '/problems/internal', title: '', status: 502 });
    expect(problemOf(problem, 409)).toBe(problem);
  });
});

test('each form that is opened has an Idempotency-Key of its own', () => {
  const keys = Array.from({ length: 100 }, newIdempotencyKey);
  expect(new Set(keys).size).toBe(100);
  expect(keys.every((key) => /^[\x21-\x7e]{8,200}$/.test(key))).toBe(true);
});

describe('addresses', () => {
  test('keep digits as they are and leave out what is not set', () => {
    const search = { tab: 'all', counterpart: '010203', overdue: true, step: undefined };
    expect(stringifySearch(search)).toBe('?tab=all&counterpart=010203&overdue=true');
    expect(workSearch(parseSearch('tab=all&counterpart=010203&overdue=true'))).toEqual({
      tab: 'all',
      counterpart: '010203',
      overdue: true,
    });
    // Of a step that this console does not know the office says what is open.
    expect(workSearch({ step: 'ofANewerRelease' })).toEqual({ step: 'ofANewerRelease' });
  });

  test('that were mistyped lead to something sensible', () => {
    expect(workSearch({ tab: 'x', step: 'no step', owner: '1', counterpart: '12', overdue: 'no' })).toEqual({});
    expect(todaySearch({ month: '2026-99' })).toEqual({});
    expect(bankSearch({ state: 'zz', from: '2026-99-99', to: '2026-02-30', account: '' })).toEqual({});
    expect(bankSearch({ state: 'open', from: '2026-02-03' })).toEqual({ state: 'open', from: '2026-02-03' });
    expect(heldWorkSearch({ why: 'zz' })).toEqual({});
    expect(refusalsSearch({ kind: 'zz', from: '1' })).toEqual({});
    expect(decisionsSearch({ month: '2026-00', kind: 'toString', staff: '1' })).toEqual({});
    expect(moneySearch({ state: 'constructor' })).toEqual({ origin: 'bank' });
    expect(volumeItemsSearch({ figure: 'zz' })).toEqual({ figure: 'accepted' });
    expect(casesSearch({ bucket: 'nonsense', from: '2026-02-30' })).toEqual({ direction: 'in', bucket: 'cohort' });
  });

  test('never lead to another host after the sign-in', () => {
    expect(signInSearch({ to: '/transfers/1' })).toEqual({ to: '/transfers/1' });
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      expect(signInSearch({ to })).toEqual({});
    }
  });
});

test('an application leaves out what was left empty', () => {
  const values = {
    person: { name: ' 样例甲 ', idNumber: '110102199912310357', mobile: '' },
    counterpartAreaCode: '310000',
    scheme: 'enterprise',
    localHukou: true,
    benefitPlaceHere: undefined,
    approvedMove: false,
    employer: { name: ' ' },
    agent: { telephone: '13900000000' },
  } as const;
  expect(toNewTransfer(values)).toEqual({
    person: { name: '样例甲', idNumber: '110102199912310357' },
    counterpartAreaCode: '310000',
    scheme: 'enterprise',
    localHukou: true,
    approvedMove: false,
    agent: { name: '', telephone: '13900000000' },
  });
});

test('an empty form is sent as it is, so that the office names what is missing', () => {
  const untouched = {
    person: {},
    counterpartAreaCode: '',
    scheme: 'enterprise',
    localHukou: true,
    approvedMove: false,
  } as const;
  expect(toNewTransfer(untouched).person).toEqual({ name: '', idNumber: '' });
});
