import { describe, expect, test } from 'vitest';
import {
  ballOf,
  firstState,
  isOfAnotherMonth,
  limitOfState,
  mayBecome,
  MONEY_PLACES,
  placeIn,
  REMITTANCE_STATES,
} from '../../../domain/money/remittance.ts';
import { differenceOf, referencesIn } from '../../../domain/money/remittance-match.ts';

describe('a remittance', () => {
  test('goes its one way from the plan to the bank’s word', () => {
    const ways = REMITTANCE_STATES.flatMap((from) =>
      REMITTANCE_STATES.filter((to) => to !== 'withdrawn' && mayBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(ways).toEqual([
      'planned → appliedFor',
      'appliedFor → funded',
      'funded → released',
      'released → sent',
      'sent → confirmed',
      'sent → bounced',
      'confirmed → bounced',
    ]);
  });

  test('is withdrawn until it is sent, and never after', () => {
    const until = REMITTANCE_STATES.filter((state) => mayBecome(state, 'withdrawn'));
    expect(until).toEqual(['planned', 'appliedFor', 'funded', 'released']);
  });

  test('lies in one place in each state, and somebody has the ball until it is over', () => {
    for (const state of REMITTANCE_STATES.filter((one) => one !== 'withdrawn')) {
      expect(MONEY_PLACES).toContain(placeIn(state, 'fiscalAccount'));
      expect(ballOf(state) === 'nobody').toBe(limitOfState(state) === undefined);
    }
    expect([ballOf('appliedFor'), ballOf('sent'), ballOf('bounced')]).toEqual(['financeBureau', 'bank', 'own']);
    expect(placeIn('appliedFor', 'fiscalAccount')).toBe('fiscalAccount');
    expect(placeIn('funded', 'fiscalAccount')).toBe('expenditureAccount');
  });

  test('of money that lies where it is paid from needs no application', () => {
    expect(firstState('fiscalAccount', false)).toBe('planned');
    expect(firstState('fiscalAccount', true)).toBe('funded');
    expect(firstState('incomeAccount', false)).toBe('funded');
    expect(placeIn('funded', 'incomeAccount')).toBe('incomeAccount');
  });

  test('says when its funds are of another month', () => {
    expect(isOfAnotherMonth('2026-11', '2026-12')).toBe(true);
    expect(isOfAnotherMonth('2026-11', '2026-11')).toBe(false);
    expect(isOfAnotherMonth('2026-11', null)).toBe(false);
  });
});

describe('an entry of the bank', () => {
  test('names our reference however the bank has written it', () => {
    expect(referencesIn('养老转移 HK20261100007')).toEqual(['HK20261100007']);
    expect(referencesIn('退汇ＨＫ２０２６１１００００７户名不符')).toEqual(['HK20261100007']);
    expect(referencesIn('HK202611\n00007')).toEqual(['HK20261100007']);
    expect(referencesIn('XHK20261100007 HK12 2026')).toEqual([]);
  });

  const sides = { amountFen: 100, ourAccount: '6222 0000-1111', otherAccount: '0200' };
  test.each([
    ['all of it', { ...sides, ourAccount: '622200001111' }, undefined],
    ['one account that the statement says', { ...sides, ourAccount: '' }, undefined],
    ['another amount', { ...sides, amountFen: 101 }, 'amount'],
    ['another payee', { ...sides, otherAccount: '0201' }, 'account'],
    ['another account of ours', { ...sides, ourAccount: '6333' }, 'account'],
    ['no account at all', { ...sides, ourAccount: '', otherAccount: '' }, 'account'],
  ])('is of a remittance by reference, amount and account: %s', (_, entry, difference) => {
    expect(differenceOf(sides, entry)).toBe(difference);
  });
});
