import { describe, expect, test } from 'vitest';
import { contactDefects, type SaidOfContact } from '../../../domain/contacts/contact.ts';
import { promiseDefects } from '../../../domain/contacts/promise.ts';

const NOW = new Date('2026-03-10T10:00:00+08:00');
const said = (change: Partial<SaidOfContact> = {}): SaidOfContact => ({
  channel: 'phone',
  direction: 'in',
  occurredAt: NOW,
  toldPersonal: false,
  identity: 'notChecked',
  outcome: 'solvedAtOnce',
  promises: false,
  ...change,
});
const fields = (change: Partial<SaidOfContact>) =>
  contactDefects(said(change), NOW).map(({ field, code }) => `${field} ${code}`);

describe('a talk', () => {
  test('in which nothing personal was told needs no identity', () => {
    expect(fields({})).toEqual([]);
  });

  test.each([
    [{ identity: 'questionsAnswered' }, []],
    [{ identity: 'mobileMatched', identityCheckId: 'x' }, []],
    [{ channel: 'window', identity: 'cardSeen' }, []],
    [{ channel: 'letter', direction: 'out' }, []],
    [{ channel: 'sms', direction: 'out' }, []],
    [{}, ['identity notChecked']],
    [{ channel: 'email', direction: 'out' }, ['identity notChecked']],
    [{ identity: 'cardSeen' }, ['identity notSeen']],
    [{ identity: 'mobileMatched' }, ['identityCheckId missing']],
  ] as const)('in which something was told: %o', (change, defects) => {
    expect(fields({ toldPersonal: true, ...change })).toEqual(defects);
  });

  test('says all that is wrong at once', () => {
    const occurredAt = new Date(NOW.getTime() + 60_000);
    expect(fields({ occurredAt, toldPersonal: true, outcome: 'promised' })).toEqual([
      'occurredAt future',
      'identity notChecked',
      'promise missing',
    ]);
    expect(fields({ promises: true })).toEqual(['outcome notPromised']);
  });
});

describe('a promise', () => {
  const dueAt = new Date('2026-03-13T17:00:00+08:00');
  const codes = (change: object, mobile: string | null = null) =>
    promiseDefects({ channel: 'phone', dueAt, ...change }, { mobile, madeAt: NOW }).map(
      ({ field, code }) => `${field} ${code}`,
    );

  test.each([
    [{}, '13900000000', []],
    [{ phone: '010-66000000' }, null, []],
    [{ channel: 'letter' }, null, []],
    [{ channel: 'window' }, null, []],
    [{}, null, ['promise.phone missing']],
    [{ phone: '  ' }, null, ['promise.phone missing']],
    [{ phone: '12' }, '13900000000', ['promise.phone telephone']],
    [{ channel: 'sms', phone: '010-66000000' }, null, ['promise.phone takesNoSms']],
    [{ dueAt: NOW }, '13900000000', ['promise.dueAt past']],
  ])('%o to somebody with %s', (change, mobile, defects) => {
    expect(codes(change, mobile)).toEqual(defects);
  });
});
