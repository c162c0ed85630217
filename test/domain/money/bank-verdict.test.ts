import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaitedIndex, outstandingFen, type AwaitedTransfer } from '../../../domain/money/awaited-money.ts';
import { judgeCredit, type BankVerdict } from '../../../domain/money/bank-verdict.ts';
import { residentId } from '../../builders/persons.ts';

const awaited = (
  caseNumber: string,
  name: string,
  idNumber: string,
  expectedFen: number,
  matchedFen = 0,
): AwaitedTransfer => ({
  caseNumber,
  name,
  idNumber,
  expectedFen,
  matchedFen,
  areaCode: '320100',
});
const ID = {
  one: residentId('1990-03-17', 222),
  two: residentId('1985-01-02', 111),
  dot: residentId('1992-03-19', 607),
};
const ONE = awaited('IN20260600001', '甲子', ID.one, 3_420_644);
const LONGER = awaited('IN20260600002', '甲子丑', ID.two, 500_000);
const DOT = awaited('IN20260600003', '甲·子丑寅', ID.dot, 579_403);
const STRANGER = residentId('1979-09-09', 9);

const judge = (memo: string, amountFen: number, transfers: AwaitedTransfer[] = [ONE, LONGER, DOT]): BankVerdict =>
  judgeCredit(
    { serial: 'S1', amountFen, payerName: '样例付款单位', memo, payerAreaCode: '320100' },
    awaitedIndex(transfers),
  );
const told = (verdict: BankVerdict) => [verdict.verdict, ...verdict.cases];

describe('bank verdicts', () => {
  it.each([
    ['the case number', '养老保险关系转移IN20260600001', 'caseNumber'],
    ['a case number in small letters', 'in20260600001', 'caseNumber'],
    ['a case number in full width', 'ＩＮ２０２６０６００００１', 'caseNumber'],
    ['the whole ID number', `养老转移 ${ID.one}`, 'idNumber'],
    ['the name with the last six of the ID', `转移基金-甲子-${ID.one.slice(-6)}`, 'nameAndLastSix'],
  ])('matches on %s when the amount completes the case', (_, memo, key) => {
    expect(judge(memo, 3_420_644)).toMatchObject({
      verdict: 'match',
      cases: ['IN20260600001'],
      key,
      reasons: ['amountCompletes'],
      shares: [{ caseNumber: 'IN20260600001', amountFen: 3_420_644 }],
    });
  });

  it('matches an ID number that ends in a small x', () => {
    const sequence = Array.from({ length: 99 }, (_, n) => n).find((n) => residentId('1987-03-05', n).endsWith('X'))!;
    const withX = awaited('IN20260600009', '乙丑', residentId('1987-03-05', sequence), 100);
    expect(told(judge(withX.idNumber.toLowerCase(), 100, [withX]))).toEqual(['match', 'IN20260600009']);
    expect(told(judge(`乙丑 ${withX.idNumber.slice(-6).toLowerCase()}`, 100, [withX]))).toEqual([
      'match',
      'IN20260600009',
    ]);
  });

  it.each(['甲·子丑寅', '甲•子丑寅', '甲子丑寅', '甲?子丑寅', '甲 子丑寅'])(
    'knows the name %s with and without its dot',
    (name) => {
      expect(told(judge(`养老转移 ${name} ${ID.dot.slice(-6)}`, 579_403))).toEqual(['match', 'IN20260600003']);
    },
  );

  it('V10: stops at 34,260.44 for 34,206.44, and says which digits changed places', () => {
    expect(judge('IN20260600001', 3_426_044)).toMatchObject({
      verdict: 'amountDiffers',
      cases: ['IN20260600001'],
      differenceFen: 5400,
      shares: [],
      reasons: ['tooMuch', 'digitsSwapped'],
    });
  });

  it('stops at a shortfall that is not marked as a part', () => {
    expect(judge('IN20260600001', 3_420_643)).toMatchObject({ verdict: 'amountDiffers', reasons: ['shortNotMarked'] });
  });

  it('takes a marked part, and matches with the part that completes the case', () => {
    expect(judge('IN20260600001 个人账户', 1_380_644)).toMatchObject({
      verdict: 'part',
      shares: [{ caseNumber: 'IN20260600001', amountFen: 1_380_644 }],
    });
    const begun = { ...ONE, matchedFen: 1_380_644 };
    expect(told(judge('IN20260600001 统筹', 2_040_000, [begun]))).toEqual(['match', 'IN20260600001']);
    expect(told(judge('IN20260600001', 2_040_000, [begun]))).toEqual(['match', 'IN20260600001']);
    expect(judge('IN20260600001 统筹', 2_040_001, [begun]).verdict).toBe('amountDiffers');
    expect(judge('IN20260600001', 3_420_644, [begun]).verdict).toBe('amountDiffers');
  });

  it('splits one payment over the cases that it names when the sum agrees', () => {
    const memo = '养老转移2人 IN20260600002 IN20260600001';
    expect(judge(memo, 3_920_644)).toMatchObject({
      verdict: 'split',
      shares: [
        { caseNumber: 'IN20260600002', amountFen: 500_000 },
        { caseNumber: 'IN20260600001', amountFen: 3_420_644 },
      ],
    });
    expect(told(judge(memo, 3_920_645))).toEqual(['amountDiffers', 'IN20260600002', 'IN20260600001']);
    expect(told(judge(`${ID.one} IN20260600002`, 3_920_644))).toEqual(['split', 'IN20260600002', 'IN20260600001']);
  });

  it('does not split over a case that has its money already', () => {
    const paid = { ...ONE, matchedFen: ONE.expectedFen };
    expect(judge('IN20260600001 IN20260600002', 500_000, [paid, LONGER]).verdict).toBe('amountDiffers');
  });

  it('sees a second full payment of a satisfied case, by whatever key', () => {
    const paid = { ...ONE, matchedFen: ONE.expectedFen };
    for (const memo of ['IN20260600001', `甲子 ${ID.one}`, '养老转移 甲子'])
      expect(told(judge(memo, 3_420_644, [paid]))).toEqual(['paidTwice', 'IN20260600001']);
    expect(judge('IN20260600001', 100, [paid])).toMatchObject({
      verdict: 'amountDiffers',
      reasons: ['alreadySatisfied'],
    });
  });

  it('only proposes on name and amount, and says when it did so before', () => {
    expect(judge('养老转移 甲子', 3_420_644)).toMatchObject({ verdict: 'propose', key: 'nameAndAmount', shares: [] });
    const proposed = { ...ONE, proposedFen: 3_420_644 };
    expect(judge('养老转移 甲子', 3_420_644, [proposed]).reasons).toContain('alreadyProposed');
  });

  it('proposes several named people whose sum agrees', () => {
    expect(told(judge('养老转移2人 甲子、甲子丑', 3_920_644))).toEqual(['propose', 'IN20260600001', 'IN20260600002']);
  });

  it('does not take a longer name for the shorter one inside it', () => {
    expect(told(judge('养老转移 甲子丑', 3_420_644))).toEqual(['suspense']);
    expect(told(judge('养老转移 子丑', 500_000))).toEqual(['suspense']);
  });

  it('cannot tell two people of one name and one amount apart', () => {
    const twin = awaited('IN20260600005', '甲子', STRANGER, ONE.expectedFen);
    expect(judge('养老转移 甲子', ONE.expectedFen, [ONE, twin])).toMatchObject({
      verdict: 'suspense',
      cases: [],
      hints: ['IN20260600001', 'IN20260600005'],
      reasons: ['severalCandidates'],
    });
  });

  it('never matches on the amount alone; with the area it is a hint', () => {
    expect(judge('转移基金', 3_420_644)).toMatchObject({
      verdict: 'suspense',
      cases: [],
      hints: ['IN20260600001'],
      reasons: ['areaAndAmountOnly'],
    });
    expect(judge('往来款', 1)).toMatchObject({ verdict: 'suspense', hints: [], reasons: ['nobodyNamed'] });
  });

  it.each([
    ['a digit too many', 'IN202606000011'],
    ['a digit too few', 'IN2026060000'],
    ['digits around the ID number', `9${ID.one}9`],
    ['a wrong check digit', `${ID.one.slice(0, 17)}${ID.one.endsWith('1') ? '2' : '1'}`],
    ['seven digits at the end', `甲子丑-1${ID.one.slice(-6)}`],
    ['the last six without the name', ID.one.slice(-6)],
  ])('does not identify by %s', (_, memo) => {
    expect(judge(memo, 3_420_644).verdict).toBe('suspense');
  });

  it('stops for a person where the keys speak of different people', () => {
    expect(judge(`IN20260600001 ${ID.two}`, 3_420_644)).toMatchObject({
      verdict: 'propose',
      cases: ['IN20260600001'],
      hints: ['IN20260600002'],
      reasons: ['keysDisagree', 'amountCompletes'],
    });
    expect(judge(`IN20260600001 ${STRANGER}`, 3_420_644)).toMatchObject({
      verdict: 'propose',
      cases: ['IN20260600001'],
    });
    expect(judge(`IN20260600001 ${ID.two}`, 7)).toMatchObject({ verdict: 'amountDiffers', reasons: ['keysDisagree'] });
  });

  it('chooses among the transfers of one person the one that the money completes', () => {
    const second = awaited('IN20260600008', '甲子', ID.one, 777);
    expect(told(judge(ID.one, 777, [ONE, second]))).toEqual(['match', 'IN20260600008']);
    expect(told(judge(`IN20260600001 ${ID.one}`, 3_420_644, [ONE, second]))).toEqual(['match', 'IN20260600001']);
    expect(told(judge(ID.one, 778, [ONE, second]))).toEqual(['amountDiffers', 'IN20260600001', 'IN20260600008']);
  });

  it('gives no case more than it awaits, whatever the memos say', () => {
    const word = fc.constantFrom(
      'IN20260600001',
      'IN20260600002',
      ID.one,
      ID.two,
      ID.one.slice(-6),
      '甲子',
      '甲子丑',
      '统筹',
      '往来款',
    );
    const amount = fc.constantFrom(3_420_644, 500_000, 3_920_644, 1_380_644, 2_040_000, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(word, { maxLength: 4 }), amount), { maxLength: 20 }), (credits) => {
        const index = awaitedIndex([ONE, LONGER]);
        for (const [words, amountFen] of credits) {
          const verdict = judgeCredit({ serial: 'S', amountFen, payerName: '', memo: words.join(' ') }, index);
          if (!words.some((one) => !['统筹', '往来款'].includes(one))) expect(verdict.verdict).toBe('suspense');
          const shared = verdict.shares.reduce((sum, share) => sum + share.amountFen, 0);
          expect(shared).toBe(['match', 'part', 'split'].includes(verdict.verdict) ? amountFen : 0);
          for (const share of verdict.shares) {
            const transfer = index.byCaseNumber(share.caseNumber)!;
            index.put({ ...transfer, matchedFen: transfer.matchedFen + share.amountFen });
          }
        }
        for (const caseNumber of ['IN20260600001', 'IN20260600002'])
          expect(outstandingFen(index.byCaseNumber(caseNumber)!)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
