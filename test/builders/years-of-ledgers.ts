/**
 * Ledgers of many years as an office would hand them over, and what they add up to: counted from what was made up, row by row, by nothing
 * that counts the office.
 */
import { formatYuan } from '../../domain/money/money.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import type { Row } from './files.ts';
import { ledgerInRow, ledgerOutRow } from './ledgers.ts';
import { seeded } from './persons.ts';

/** What one row tells that counts: days, and fen that came or left on a day. */
interface Tells {
  readonly caseNo: string;
  readonly takenUp: string;
  readonly direction: 'in' | 'out';
  readonly money?: { readonly on: string; readonly fen: number };
  readonly letters: readonly string[];
  readonly notice?: string;
}

interface Story {
  readonly tells: Tells;
  /** As the ledger had it at first; undefined: it was not in it yet. */
  readonly early: Row | undefined;
  readonly row: Row;
}

export interface YearsOfLedgers {
  /** As they stood when the office began with us, and as they are now. */
  readonly before: { readonly in: readonly Row[]; readonly out: readonly Row[] };
  readonly now: { readonly in: readonly Row[]; readonly out: readonly Row[] };
  readonly truth: (from: string, to: string) => SixNumbers;
  /** The business numbers behind a count, sorted. */
  readonly casesBehind: (figure: 'acceptedIn' | 'acceptedOut', from: string, to: string) => string[];
}

export interface SixNumbers {
  readonly acceptedIn: number;
  readonly acceptedOut: number;
  readonly fenIn: number;
  readonly fenOut: number;
  readonly lettersPosted: number;
  readonly noticesSent: number;
}

/** From January of the first year to the last month before `today`; the earlier file ends half a year before. */
export function yearsOfLedgers(firstYear: number, today: string): YearsOfLedgers {
  const cut = addDays(today, -180);
  const stories: Story[] = [];
  const random = seeded(firstYear);
  for (const month of monthsUntil(`${String(firstYear)}-01`, today.slice(0, 7))) {
    // More from year to year, and more after the holidays.
    const year = Number(month.slice(0, 4)) - firstYear;
    const many = 1 + Math.floor(year / 6) + (month.endsWith('-03') ? 2 : 0);
    for (let n = 0; n < many; n += 1) stories.push(inStory(stories.length, month, { random, cut, today }));
    for (let n = 0; n < 2 * many; n += 1) stories.push(outStory(stories.length, month, { random, cut, today }));
  }
  const of = (direction: 'in' | 'out') => stories.filter(({ tells }) => tells.direction === direction);
  const early = (direction: 'in' | 'out') =>
    of(direction).flatMap(({ early: row }) => (row === undefined ? [] : [row]));
  const tells = stories.map((story) => story.tells);
  return {
    before: { in: early('in'), out: early('out') },
    now: { in: of('in').map(({ row }) => row), out: of('out').map(({ row }) => row) },
    truth: (from, to) => addedUp(tells, (day) => day >= from && day <= to),
    casesBehind: (figure, from, to) =>
      tells
        .filter(
          ({ direction, takenUp }) =>
            figure === (direction === 'in' ? 'acceptedIn' : 'acceptedOut') && takenUp >= from && takenUp <= to,
        )
        .map(({ caseNo }) => caseNo)
        .sort(),
  };
}

function addedUp(tells: readonly Tells[], isWithin: (day: string) => boolean): SixNumbers {
  const taken = (which: Tells['direction']): number =>
    tells.filter(({ direction, takenUp }) => direction === which && isWithin(takenUp)).length;
  const fen = (which: Tells['direction']): number =>
    tells.reduce((sum, { direction, money }) => {
      return direction === which && money && isWithin(money.on) ? sum + money.fen : sum;
    }, 0);
  return {
    acceptedIn: taken('in'),
    acceptedOut: taken('out'),
    fenIn: fen('in'),
    fenOut: fen('out'),
    lettersPosted: tells.flatMap(({ letters }) => letters).filter(isWithin).length,
    noticesSent: tells.filter(({ notice }) => notice !== undefined && isWithin(notice)).length,
  };
}

function monthsUntil(first: string, end: string): string[] {
  const months: string[] = [];
  for (let day = `${first}-01`; day.slice(0, 7) < end; day = `${addDays(`${day.slice(0, 8)}01`, 32).slice(0, 8)}01`)
    months.push(day.slice(0, 7));
  return months;
}

interface Drawing {
  readonly random: () => number;
  readonly cut: string;
  readonly today: string;
}

/** Of any day of the month, its last one often: that is where months are counted wrong. */
function dayIn(month: string, { random }: Drawing): string {
  const last = addDays(`${addDays(`${month}-01`, 32).slice(0, 8)}01`, -1);
  return random() < 0.2 ? last : addDays(`${month}-01`, Math.floor(random() * Number(last.slice(8))));
}

const CAME_BACK = ['M01', 'L02'];

/** One to three letters; booked, refused, withdrawn or ended without a transfer. */
function inStory(no: number, month: string, drawing: Drawing): Story {
  const { random, cut, today } = drawing;
  const later = (day: string, most: number): string => addDays(day, 1 + Math.floor(random() * most));
  const acceptedOn = dayIn(month, drawing);
  const kind = random();
  const base: Row = {
    ...ledgerInRow(no, NOT_YET),
    业务编号: `IN${month.replace('-', '')}${String(no).padStart(5, '0')}`,
    受理日期: acceptedOn,
    交接日期: acceptedOn,
    通知发送日期: '',
  };
  if (kind < 0.06) {
    const row = { ...base, 办理进度: '不予受理', 不予受理原因: 'A02', 办理完结日期: later(acceptedOn, 4) };
    return known({ caseNo: base['业务编号']!, takenUp: acceptedOn, direction: 'in', letters: [] }, row, row, drawing);
  }
  const letters = [later(acceptedOn, 4)];
  let sent: Row = letterCells(no, 1, letters[0]!);
  const again = kind < 0.7 ? 0 : kind < 0.9 ? 1 : 2;
  for (let n = 1; n <= again; n += 1) {
    const backOn = later(letters.at(-1)!, 9);
    letters.push(later(backOn, 5));
    sent = {
      ...sent,
      [`第${String(n)}次退回原因`]: CAME_BACK[n - 1]!,
      [`第${String(n)}次退回日期`]: backOn,
      ...letterCells(no, n + 1, letters.at(-1)!),
    };
  }
  const going = { ...base, ...sent, 办理进度: '联系函已发出' };
  const told = { caseNo: base['业务编号']!, takenUp: acceptedOn, direction: 'in' as const, letters };
  if (random() < 0.05) {
    const endedOn = later(letters.at(-1)!, 20);
    const row = { ...going, 办理进度: '已终止', 存在问题: 'L06', 办理完结日期: endedOn };
    return known(told, endedOn > today ? going : row, endedOn < cut ? row : going, drawing);
  }
  const formOn = later(letters.at(-1)!, 25);
  const moneyOn = later(formOn, 12);
  const bookedOn = later(moneyOn, 12);
  const fen = 1_000_00 + Math.floor(random() * 90_000_00);
  if (bookedOn > today) return known(told, going, going, drawing);
  const noticeOn = random() < 0.8 ? later(bookedOn, 8) : undefined;
  const isTold = noticeOn !== undefined && noticeOn <= today;
  const done: Row = {
    ...going,
    信息表收到日期: formOn,
    基金到账日期: moneyOn,
    应到金额: formatYuan(fen),
    实到金额: formatYuan(fen),
    办理进度: '已办结',
    办理完结日期: bookedOn,
    通知发送日期: isTold ? noticeOn : '',
  };
  const early = bookedOn < cut ? { ...done, 通知发送日期: isTold && noticeOn < cut ? noticeOn : '' } : going;
  return known({ ...told, money: { on: bookedOn, fen }, ...(isTold && { notice: noticeOn }) }, done, early, drawing);
}

/** The form, the money, now and then sent again, or ended without either. */
function outStory(no: number, month: string, drawing: Drawing): Story {
  const { random, cut, today } = drawing;
  const later = (day: string, most: number): string => addDays(day, 1 + Math.floor(random() * most));
  const receivedOn = dayIn(month, drawing);
  const base: Row = {
    ...ledgerOutRow(no),
    业务编号: `OUT${month.replace('-', '')}${String(no).padStart(5, '0')}`,
    收到联系函日期: receivedOn,
    信息表发出日期: '',
    基金划转日期: '',
    划转金额: '',
    办理进度: '办理中',
    办理完结日期: '',
  };
  const told = { caseNo: base['业务编号']!, takenUp: receivedOn, direction: 'out' as const, letters: [] };
  const formOn = later(receivedOn, 18);
  const moneyOn = later(formOn, 9);
  if (moneyOn > today) return known(told, base, base, drawing);
  const fen = 500_00 + Math.floor(random() * 60_000_00);
  const done: Row = {
    ...base,
    信息表发出日期: formOn,
    基金划转日期: moneyOn,
    更正次数: random() < 0.06 ? '1' : '0',
    划转金额: formatYuan(fen),
    办理进度: '已办结',
    办理完结日期: moneyOn,
  };
  // The amount of some came into the ledger after the day.
  const early = moneyOn >= cut ? base : random() < 0.04 ? { ...done, 划转金额: '' } : done;
  return known({ ...told, money: { on: moneyOn, fen } }, done, early, drawing);
}

/** In the earlier file stands what had been taken up by then. */
const known = (tells: Tells, row: Row, early: Row, { cut }: Drawing): Story => ({
  tells,
  row,
  early: tells.takenUp < addDays(cut, -60) ? early : undefined,
});

const NOT_YET: Row = {
  第1次联系函日期: '',
  第1次EMS单号: '',
  信息表收到日期: '',
  基金到账日期: '',
  应到金额: '',
  实到金额: '',
  办理进度: '受理中',
  办理完结日期: '',
};

const letterCells = (no: number, number: number, on: string): Row => ({
  [`第${String(number)}次联系函日期`]: on,
  [`第${String(number)}次EMS单号`]: String(2_000_000_000_000 + no * 4 + number),
});
