/** An account as the core system answers it; a row that cannot be read is counted, and nothing is made of it. */
import type { Contribution, LumpSumPaper } from '../../domain/contributions/contribution.ts';
import { monthOf, natureOf, paperIssuerOf, paperKindOf } from '../../domain/contributions/written-words.ts';
import type { CoreAccount } from '../../domain/core/core-system.ts';
import { LINES, type Line } from '../../domain/forms/info-form-lines.ts';
import { valueAt, type Tree } from '../sms/tree.ts';
import type { CoreTemplate } from './template.ts';
import { amountOf, dayOf, isUnread, textOf, type Item, type Money } from './values.ts';

type Reading = NonNullable<CoreTemplate['account']>;

/** Undefined: there is no list of rows where it should be. */
export function readAccount(
  tree: Tree,
  { rows: at, row, facts, form }: Reading,
  money: Money,
): CoreAccount | undefined {
  const list = asList(valueAt(tree, at));
  if (!list) return undefined;
  const rows = list.map((content) => readRow({ tree: { text: '', content }, fields: row }, money));
  return {
    facts: readFacts({ tree, fields: facts }, money),
    rows: rows.filter((one): one is Contribution => one !== undefined),
    unreadable: rows.filter((one) => one === undefined).length,
    form: readForm({ tree, fields: form }, money),
  };
}

/** XML has no list of one. */
export function asList(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value as unknown[];
  return typeof value === 'object' && value !== null ? [value] : undefined;
}

function readRow(item: Item, money: Money): Contribution | undefined {
  const amount = (field: string): number | undefined => amountOf(item, field, money);
  const [fromMonth, toMonth] = [monthIn(item, 'fromMonth'), monthIn(item, 'toMonth')];
  const nature = natureOf(textOf(item, 'nature') ?? 'regular');
  const areaCode = textOf(item, 'areaCode');
  const paidOn = dayOf(item, 'paidOn');
  const paper = readPaper(item);
  const isWrong =
    ['base', 'employer', 'personal', 'credited', 'interest'].some((field) => isUnread(item, field, amount(field))) ||
    isUnread(item, 'paidOn', paidOn) ||
    paper === 'unread';
  if (isWrong || !fromMonth || !toMonth || !nature || !/^\d{6}$/.test(areaCode ?? '')) return undefined;
  return {
    areaCode: areaCode!,
    fromMonth,
    toMonth,
    nature,
    baseFen: amount('base') ?? null,
    employerFen: amount('employer') ?? 0,
    personalFen: amount('personal') ?? 0,
    creditedFen: amount('credited') ?? 0,
    interestFen: amount('interest') ?? null,
    ...(paidOn !== undefined && { paidOn }),
    ...(paper !== undefined && { paper }),
  };
}

const monthIn = (item: Item, field: string): string | undefined => monthOf(textOf(item, field) ?? '');

function readPaper(item: Item): LumpSumPaper | 'unread' | undefined {
  const written = textOf(item, 'paperKind');
  if (written === undefined) return undefined;
  const kind = paperKindOf(written);
  if (!kind) return 'unread';
  return { kind, issuer: paperIssuerOf(textOf(item, 'paperIssuer') ?? ''), datedOn: dayOf(item, 'paperDatedOn') };
}

const readFacts = (item: Item, money: Money): CoreAccount['facts'] => ({
  personalNo: textOf(item, 'personalNo')?.slice(0, 60),
  employer: textOf(item, 'employer')?.slice(0, 200),
  workSince: monthIn(item, 'workSince'),
  pooledSince: monthIn(item, 'pooledSince'),
  firstPaid: monthIn(item, 'firstPaid'),
  accountSince: monthIn(item, 'accountSince'),
  pooledFromElsewhereFen: amountOf(item, 'pooledFromElsewhere', money),
});

/** All of its lines, or none. */
function readForm(item: Item, money: Money): Readonly<Record<Line, number>> | null {
  const amounts = LINES.map((line) => [line, amountOf(item, line.replace(/Fen$/, ''), money)] as const);
  if (amounts.some(([, fen]) => fen === undefined)) return null;
  return Object.fromEntries(amounts) as Record<Line, number>;
}
