/** The bank gathers what the other offices pay into statements: daily, and in every fourth week on Monday only. */
import type { ReasonCode } from '../../domain/facts/reason-codes.ts';
import { dateOf, dayNumber } from '../../domain/time/shanghai-day.ts';
import { isWorkingDay } from '../../domain/time/working-days.ts';
import { statementCamt, statementCsv } from '../story/bank-files.ts';
import { draws } from '../outside/draws.ts';
import { at, CALENDAR, nextDay, type OfficeMs } from '../outside/office-time.ts';
import type { Plan } from '../plan/plan.ts';
import type { Remittance } from '../plan/remittances.ts';
import type { StatementEntry, Story } from '../story/story.ts';

const READY = 9 * 60 + 10;

/** Remittances of all cases that no statement shows yet. */
export function outstandingRemittances(plan: Plan, story: Story): Remittance[] {
  return [...story.cases.values()]
    .flatMap((one) => plan.remittancesOf(one))
    .filter(({ id }) => !story.remitted.has(id));
}

/** Weekly in every fourth week; Mondays are days 4, 11, … since 1970. */
function isStatementDay(date: string): boolean {
  if (!isWorkingDay(date, CALENDAR)) return false;
  const day = dayNumber(date);
  return Math.floor((day + 3) / 7) % 4 !== 3 || day % 7 === 4;
}

/** When a remittance of that moment is on a statement that the office can read. */
export function statementAfter(moment: OfficeMs): OfficeMs {
  let day = nextDay(dateOf(moment));
  while (!isStatementDay(day)) day = nextDay(day);
  return at(day, READY);
}

/** The statement of what was paid before today; undefined when nothing was, or when today has none. */
export function statementOf(plan: Plan, outstanding: readonly Remittance[], today: string) {
  if (!isStatementDay(today)) return undefined;
  const paid = outstanding.filter((one) => dateOf(one.at) < today).sort((a, b) => a.at - b.at);
  if (paid.length === 0) return undefined;
  const sums = new Map<string, Remittance[]>();
  for (const one of paid) {
    const { areaCode } = plan.caseOf(one.no).counterpart;
    const key = one.together ? `${areaCode} ${dateOf(one.at)}` : one.id;
    sums.set(key, [...(sums.get(key) ?? []), one]);
  }
  const entries = [...sums.values()].map((together) => entryOf(plan, together));
  const strays = strayOf(plan.seed, today);
  return [...entries, ...strays].map((entry, index) => ({
    serial: `S${plan.seed}0${today.replaceAll('-', '')}${String(index + 1).padStart(3, '0')}`,
    ...entry,
  }));
}

function entryOf(plan: Plan, together: readonly Remittance[]): Omit<StatementEntry, 'serial'> {
  const [first] = together;
  if (!first) throw new RangeError('a payment pays something');
  const memo =
    together.length === 1 && !first.together
      ? first.memo
      : `养老保险关系转移 ${together.map((one) => one.memo).join(' ')}`;
  return {
    bookedOn: dateOf(first.at),
    amountFen: together.reduce((sum, one) => sum + one.amountFen, 0),
    payer: plan.caseOf(first.no).counterpart.name,
    memo,
    shares: together.map(({ id, no, amountFen }) => ({ id, no, amountFen })),
    ...(first.toReturn && { toReturn: first.toReturn }),
  };
}

/** Now and then somebody pays what is not ours. */
function strayOf(seed: number, today: string): Omit<StatementEntry, 'serial'>[] {
  const draw = draws(seed, 'stray', today);
  if (!draw.chance('comes', 0.12)) return [];
  const amountFen = draw.integer('amount', 100_000, 9_000_000);
  const toReturn: ReasonCode = 'F07';
  return [{ bookedOn: today, amountFen, payer: '样例付款单位', memo: '往来款', shares: [], toReturn }];
}

/** The two banks' formats take turns. */
export function statementFile(name: string, entries: readonly StatementEntry[]) {
  const camt = dayNumber(name) % 2 === 0;
  return camt
    ? { name: `statement-${name}.xml`, content: statementCamt(`ST${name}`, entries, { openingFen: 12_345_678 }) }
    : { name: `statement-${name}.csv`, content: statementCsv(entries) };
}
