/** How another office pays: once, in parts, with others in one payment, with a wrong amount, or twice. */
import { draws } from '../outside/draws.ts';
import { afterWorkingDays, at, nextDay, type OfficeMs } from '../outside/office-time.ts';
import { dateOf, dayNumber } from '../../domain/time/shanghai-day.ts';

export interface Remittance {
  readonly id: string;
  readonly no: number;
  readonly at: OfficeMs;
  readonly amountFen: number;
  readonly memo: string;
  /** Paid together with others of the same office on the same day, in one sum. */
  readonly together: boolean;
  /** Finance sends it back: a wrong amount, or one payment too many. */
  readonly toReturn?: 'F03' | 'F06';
}

export interface Debt {
  readonly seed: number;
  readonly no: number;
  readonly caseNo: string;
  readonly name: string;
  readonly idNumber: string;
  readonly accountFen: number;
  readonly pooledFen: number;
  /** The office pays on Thursdays, for everybody whose form is out by then. */
  readonly onThursdays: boolean;
  /** The form is wrong on purpose (F03): one plain payment, so that the difference is the form's. */
  readonly plain: boolean;
}

const THURSDAY = 4;

/** What the office pays and when, once it has decided to; the same for the same debt. */
export function remittancesOf(debt: Debt, payAt: OfficeMs): Remittance[] {
  const { seed, no, accountFen, pooledFen } = debt;
  const draw = draws(seed, 'remittance', no);
  const totalFen = accountFen + pooledFen;
  const memo = memoOf(debt);
  const way = debt.plain ? 'once' : draw.weighted('way', { once: 84, parts: 12, wrongAmount: 2, twice: 2 });
  const payment = (index: number, more: Partial<Remittance>): Remittance => ({
    id: `${no}.${index}`,
    no,
    at: payAt,
    amountFen: totalFen,
    memo,
    together: false,
    ...more,
  });
  const laterAt = afterWorkingDays(payAt, draw.integer('later', 2, 5), 11 * 60);
  switch (way) {
    case 'once':
      return [
        debt.onThursdays && !debt.plain
          ? payment(0, { at: nextThursday(payAt), together: true, memo: debt.caseNo })
          : payment(0, {}),
      ];
    case 'parts':
      return [
        payment(0, { amountFen: accountFen, memo: `${memo} 个人账户` }),
        payment(1, { amountFen: pooledFen, memo: `${memo} 统筹基金`, at: laterAt }),
      ];
    case 'wrongAmount':
      return [
        payment(0, { amountFen: wrongAmount(totalFen), toReturn: 'F03' }),
        payment(1, { at: afterWorkingDays(laterAt, 4, 11 * 60) }),
      ];
    case 'twice':
      return [payment(0, {}), payment(1, { at: afterWorkingDays(laterAt, 3, 11 * 60), toReturn: 'F06' })];
  }
}

/** Offices write what they like: the case number, the ID number, the name with its last six characters, or the name alone. */
function memoOf({ seed, no, caseNo, name, idNumber }: Debt): string {
  const style = draws(seed, 'memo', no).weighted('style', { caseNo: 52, both: 12, id: 16, lastSix: 14, name: 6 });
  switch (style) {
    case 'caseNo':
      return `养老保险关系转移${caseNo}`;
    case 'both':
      return `转移基金-${name}-${idNumber.slice(-6)} ${caseNo}`;
    case 'id':
      return `养老转移 ${name} ${idNumber}`;
    case 'lastSix':
      return `转移基金-${name}-${idNumber.slice(-6)}`;
    case 'name':
      return `养老转移 ${name}`;
  }
}

/** Two neighbouring digits change places; where that changes nothing, ten yuan are missing. */
function wrongAmount(fen: number): number {
  const digits = String(fen);
  const swapped = Number(digits.slice(0, 1) + digits.charAt(2) + digits.charAt(1) + digits.slice(3));
  return swapped === fen ? fen - 1000 : swapped;
}

/** 1970-01-01 was a Thursday. */
function nextThursday(moment: OfficeMs): OfficeMs {
  let day = nextDay(dateOf(moment));
  while ((dayNumber(day) + THURSDAY) % 7 !== THURSDAY) day = nextDay(day);
  return at(day, 15 * 60);
}
