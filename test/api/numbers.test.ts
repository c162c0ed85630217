/**
 * Every number that the contract answers opens a list that is exactly what it counts or sums, and every list is its number. The numbers are
 * found in the contract: one that nobody has given a list fails, unless it is named here with the reason why it has none.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REMITTANCE_STATES } from '../../domain/money/remittance.ts';
import { MAIN_FIGURES } from '../../db/metrics/main-figures.ts';
import { monthsOf } from '../../domain/time/months.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { aCountedOffice } from '../builders/counted-office.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';
import { numbersOfReplies } from '../support/contract-numbers.ts';
import { WITHOUT_A_LIST } from '../support/without-a-list.ts';

let api: TestApi;
let manager: Caller;
let today: string;
let lastMonth: string;

beforeAll(async () => {
  api = await startApi();
  ({ today, before: lastMonth } = await aCountedOffice(api));
  manager = await api.as('manager');
});
afterAll(() => api.stop());

interface Listed {
  readonly count: number;
  readonly rows: readonly Row[];
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of every list
type Row = any;

const kept = new Map<string, Promise<Listed>>();

/** The whole list, page by page; no row comes twice, and a count that it says is its own. */
function listed(address: string): Promise<Listed> {
  if (!kept.has(address)) kept.set(address, read(address));
  return kept.get(address)!;
}

async function read(address: string): Promise<Listed> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  let said: number | undefined;
  do {
    const more: string = `${address.includes('?') ? '&' : '?'}limit=7${cursor === null ? '' : `&cursor=${cursor}`}`;
    const { status, body, text } = await manager.get(address + more);
    expect([address, status, status === 200 ? '' : text]).toEqual([address, 200, '']);
    rows.push(...body.items);
    said ??= body.count;
    cursor = body.next;
  } while (cursor !== null);
  expect([address, new Set(rows.map((row) => JSON.stringify(row))).size]).toEqual([address, rows.length]);
  if (said !== undefined) expect([address, rows.length]).toEqual([address, said]);
  return { count: rows.length, rows };
}

/** What the list behind a number says it is. */
type Behind = (context: {
  readonly asked: string;
  /** What the figures were taken apart by. */
  readonly by?: string | undefined;
  /** The row of a list in which it stands, else the whole. */
  readonly of: Row;
  readonly body: Row;
}) => Promise<number>;

const counts =
  (address: (context: Parameters<Behind>[0]) => string): Behind =>
  async (context) =>
    (await listed(address(context))).count;

const bucket = (name: string): Behind => counts(({ asked }) => `/metrics/completion/transfers?bucket=${name}&${asked}`);

/** A month is a question of its own; of other groups the list asks for one. */
const group = (name: string): Behind =>
  counts(({ asked, by, of: { key } }) => {
    const list = `/metrics/completion/transfers?bucket=${name}&`;
    if (by !== 'month') return `${list}${asked}&by=${by}&group=${encodeURIComponent(key)}`;
    const given = new URLSearchParams(asked);
    const span = monthsOf(given.get('from')!, given.get('to')!).find(({ month }) => month === key)!;
    return list + asked.replace(/from=[\d-]+&to=[\d-]+/, `from=${span.from}&to=${span.to}`);
  });

const back = (day: string): string => `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;

const volume =
  (figure: string, period: 'inPeriod' | 'sinceBeginning' | 'yearBefore'): Behind =>
  async ({ body: { from, to } }) => {
    const [first, last] = period === 'yearBefore' ? [back(from), back(to)] : [from, to];
    const span = period === 'sinceBeginning' ? `to=${last}` : `from=${first}&to=${last}`;
    const { count, rows } = await listed(`/metrics/volume/items?figure=${figure}&${span}`);
    if (!figure.startsWith('fen')) return count;
    return rows.reduce((sum: number, { amountFen }) => sum + amountFen, 0);
  };

/** Of the six numbers the reply says which days each is of. */
const main =
  (figure: string, days: (body: Row) => readonly [string, string]): Behind =>
  async ({ body }) => {
    const [from, to] = days(body);
    const { count, rows } = await listed(`/metrics/volume/items?figure=${figure}&from=${from}&to=${to}`);
    if (!figure.startsWith('fen')) return count;
    return rows.reduce((sum: number, { amountFen }) => sum + amountFen, 0);
  };
const MAIN: Readonly<Record<string, (body: Row) => readonly [string, string]>> = {
  inPeriod: ({ from, to }) => [from, to],
  sinceThen: ({ since, to }) => [since, to],
  yearBefore: ({ yearBeforeFrom, yearBeforeTo }) => [yearBeforeFrom, yearBeforeTo],
};

/** Money in a state is the parts of credits in it; what came is the credits themselves. */
const money =
  (state: string): Behind =>
  async () => {
    const { rows } = await listed(`/credits?state=${state}`);
    const parts = rows.flatMap((row) => row.parts).filter((part: Row) => part.state === state);
    return parts.reduce((sum: number, { amountFen }: Row) => sum + amountFen, 0);
  };
const came =
  (origin: string): Behind =>
  async () =>
    (await listed(`/credits?origin=${origin}`)).rows.reduce((sum: number, { amountFen }) => sum + amountFen, 0);

/** Money out is the remittances in a state, of a line that was paid anew the last one; what was ordered is all of those. */
const outgo =
  (state?: string): Behind =>
  async () => {
    const { rows } = await listed(`/remittances?replaced=false${state === undefined ? '' : `&state=${state}`}`);
    return rows.reduce((sum: number, { amountFen }: Row) => sum + amountFen, 0);
  };

const furtherLegs: Behind = async ({ asked, body: { from, to } }) => {
  const all = await listed(`/metrics/volume/items?figure=acceptedIn&from=${from}&to=${to}`);
  return all.count - (await listed(`/metrics/completion/transfers?bucket=accepted&${asked}`)).count;
};

const ofReason: Behind = async ({ asked, of: { why, reasonCode } }) =>
  (await listed(`/metrics/completion/transfers?bucket=${why}&${asked}`)).rows.filter(
    ({ closingReason }) => (closingReason ?? '') === reasonCode,
  ).length;

const importLines =
  (results: readonly string[]): Behind =>
  async ({ of: { id } }) => {
    const { body } = await manager.get(`/imports/${id}/lines`);
    return body.items.filter(({ result }: Row) => results.length === 0 || results.includes(result)).length;
  };

const mine = (address: (id: string) => string): Behind => counts(() => address(api.office.staff.manager));
const ofColleague = (address: string, more: string): Behind =>
  counts(({ of: { staff } }) => `${address}${staff.id as string}${more}`);
const lent = (address: (holder: string, of: string) => string): Behind =>
  counts(({ of: { holder, of } }) => address(holder.id as string, of.id as string));
const open = (filter: string): Behind => counts(() => `/transfers?${filter}`);
const FIGURES = [
  'accepted', 'acceptedIn', 'acceptedOut', 'closed', 'completed', 'itemsHandled', 'fenIn', 'fenOut', 'lettersPosted',
  'deliveredAtFirstPosting', 'postedAgain', 'noticesSent', 'noticesDelivered',
]; // prettier-ignore

const SHEET = [
  'opening', 'accepted', 'completed', 'endedOtherwise', 'inTransit', 'overdue1', 'overdue2', 'overdue3', 'overdue4',
  'withinPromise', 'withinProvince', 'acrossProvinces', 'accountFen', 'pooledFen', 'migrantWorkers', 'migrantNotSaid',
  'overPlatform', 'byPost', 'lumpSumsWithoutPaper',
]; // prettier-ignore

const sheet =
  (figure: string): Behind =>
  async ({ asked }) => {
    const { count, rows } = await listed(`/metrics/month-sheet/items?figure=${figure}&${asked}`);
    return figure.endsWith('Fen') ? rows.reduce((sum: number, { amountFen }) => sum + amountFen, 0) : count;
  };

/** A row of a party, or the ratio in it. */
const party = (more: string): Behind =>
  counts(({ asked, of }) => `/metrics/steps/items?${asked}&party=${of.party}${more}`);

const BEHIND: Readonly<Record<string, Behind>> = {
  'readCompletion attempts.accepted': bucket('accepted'),
  'readCompletion attempts.furtherLegs': furtherLegs,
  'readCompletion attempts.cohort': bucket('cohort'),
  ...perAttempt('closedAt'),
  ...perAttempt('closedWithin'),
  ...perAttempt('mature.denominators', 'mature'),
  ...perAttempt('otherReading.closedAt', 'otherClosedAt'),
  'readCompletion attempts.closedLater': bucket('closedLater'),
  'readCompletion attempts.notClosed': bucket('notClosed'),
  'readCompletion attempts.stillOpen': bucket('stillOpen'),
  'readCompletion attempts.excluded.refused': bucket('refused'),
  'readCompletion attempts.excluded.duplicate': bucket('duplicate'),
  'readCompletion attempts.excluded.withdrawnBeforeFirstLetter': bucket('withdrawnBeforeFirstLetter'),
  'readCompletion attempts.excludedReasons[].count': ofReason,
  'readCompletion periods.due': bucket('cohort'),
  'readCompletion periods.inPeriod.numerator': bucket('inPeriod'),
  'readCompletion periods.inPeriod.denominator': bucket('cohort'),
  'readCompletion periods.second.numerator': bucket('second'),
  'readCompletion periods.second.denominator': bucket('cohort'),
  'readCompletion periods.withinTwoLimits.numerator': bucket('withinTwoLimits'),
  'readCompletion periods.withinTwoLimits.denominator': bucket('cohort'),
  'readCompletion periods.sameMonth.numerator': bucket('sameMonth'),
  'readCompletion periods.sameMonth.denominator': bucket('received'),
  'readCompletion groups[].attempts.cohort': group('cohort'),
  'readCompletion groups[].attempts.notClosed': group('notClosed'),
  'readCompletion groups[].attempts.stillOpen': group('stillOpen'),
  ...ofGroup('attempts.closedWithin', 'closedWithin'),
  ...ofGroup('attempts.mature.denominators', 'mature'),
  'readCompletion groups[].periods.due': group('cohort'),
  'readCompletion groups[].periods.inPeriod.numerator': group('inPeriod'),
  'readCompletion groups[].periods.inPeriod.denominator': group('cohort'),
  'readCompletion groups[].periods.second.numerator': group('second'),
  'readCompletion groups[].periods.second.denominator': group('cohort'),
  'readStepTimes steps[].closed': counts(
    ({ asked, of: { step, party } }) => `/metrics/steps/items?${asked}&party=${party}&step=${step}`,
  ),
  'readStepTimes parties[].transfers': party(''),
  'readStepTimes parties[].inTime.numerator': party('&inTime=true'),
  'readStepTimes parties[].inTime.denominator': party(''),
  ...Object.fromEntries(SHEET.map((figure) => [`readMonthSheet ${figure}`, sheet(figure)])),
  'readMonthSheet steps[].open': counts(
    ({ asked, of: { step } }) =>
      `/metrics/month-sheet/items?figure=inTransit&${asked}&${step === null ? 'withoutStep=true' : `step=${step}`}`,
  ),
  'readOpenWork open': open('state=open'),
  'readOpenWork closed': open('state=closed'),
  'readOpenWork overdue': open('overdue=true'),
  'readOpenWork withoutStep': open('withoutStep=true'),
  'readOpenWork bySteps[].open': counts(({ of: { step } }) => `/transfers?step=${step}`),
  'readOpenWork bySteps[].overdue': counts(({ of: { step } }) => `/transfers?step=${step}&overdue=true`),
  'readOpenWork bySteps[].held': counts(({ of: { step } }) => `/transfers?step=${step}&held=true`),
  'readOpenWork byOwners[].open': counts(({ of: { owner } }) => `/transfers?holderId=${owner.id}`),
  'readOpenWork byOwners[].overdue': counts(({ of: { owner } }) => `/transfers?holderId=${owner.id}&overdue=true`),
  'readOpenWork byAge[].open': counts(
    ({ of: { fromWorkingDays: from, toWorkingDays: to } }) =>
      `/transfers?ageFrom=${from}${to === null ? '' : `&ageTo=${to}`}`,
  ),
  ...Object.fromEntries(
    (['inPeriod', 'sinceBeginning', 'yearBefore'] as const).flatMap((period) =>
      FIGURES.map((figure) => [`readVolume ${period}.${figure}`, volume(figure, period)]),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(MAIN).flatMap(([period, days]) =>
      MAIN_FIGURES.map((figure) => [`readMainFigures ${period}.${figure}`, main(figure, days)]),
    ),
  ),
  ...Object.fromEntries(
    ['suspense', 'proposed', 'matched', 'booked', 'returned', 'reversed'].map((state) => [
      `readMoney ${state}Fen`,
      money(state),
    ]),
  ),
  ...Object.fromEntries(REMITTANCE_STATES.map((state) => [`readMoney outgo.${state}Fen`, outgo(state)])),
  'readMoney outgo.orderedFen': outgo(),
  'readMoney receivedFen': came('bank'),
  'readMoney openingFen': came('openingBalance'),
  'readOperations openWithoutStep': open('withoutStep=true&followed=true'),
  'readOperations stuckTransfers': counts(() => '/tasks?kind=stuckTransfer'),
  'readOperations managerHolds': counts(() => '/held-work?why=nobodyElse'),
  'readOperations withoutActFor30Days': open('withoutActFor30Days=true'),
  'readMyWork steps.open': mine((id) => `/transfers?ownerId=${id}`),
  'readMyWork steps.overdue': mine((id) => `/transfers?ownerId=${id}&overdue=true`),
  'readMyWork steps.held': mine((id) => `/transfers?ownerId=${id}&held=true`),
  'readMyWork steps.sentBack': mine((id) => `/transfers?ownerId=${id}&sentBack=true`),
  'readMyWork stewarded': mine((id) => `/transfers?stewardId=${id}&state=open`),
  'readMyWork tasks.open': mine((id) => `/tasks?ownerId=${id}`),
  'readMyWork tasks.overdue': async () =>
    (await listed(`/tasks?ownerId=${api.office.staff.manager}`)).rows.filter(({ overdue }) => overdue).length,
  'readMyWork handOverNotes': counts(() => '/hand-over-notes'),
  'readMyWork toConfirm': async () => (await manager.get('/approvals')).body.toConfirm.length,
  'readLoads colleagues[].open': ofColleague('/transfers?holderId=', ''),
  'readLoads colleagues[].dueThisWeek': ofColleague('/transfers?holderId=', '&dueThisWeek=true'),
  'readLoads colleagues[].overdue': ofColleague('/transfers?holderId=', '&overdue=true'),
  'readLoads colleagues[].held': ofColleague('/transfers?ownerId=', '&held=true'),
  'readLoads colleagues[].stewarded': ofColleague('/transfers?stewardId=', '&state=open'),
  'readLoads colleagues[].tasks.open': ofColleague('/tasks?ownerId=', ''),
  'readLoads colleagues[].tasks.dueThisWeek': ofColleague('/tasks?ownerId=', '&dueThisWeek=true'),
  'readLoads colleagues[].tasks.overdue': ofColleague('/tasks?ownerId=', '&overdue=true'),
  'readLoads lent[].steps': lent((holder, of) => `/transfers?holderId=${holder}&lentById=${of}`),
  'readLoads lent[].tasks': lent((holder, of) => `/tasks?ownerId=${holder}&lentById=${of}`),
  'readLoads lent[].stewarded': lent((_, of) => `/transfers?stewardId=${of}&state=open`),
  'listStaff items[].openSteps': counts(({ of: { id } }) => `/transfers?ownerId=${id}`),
  'listImports items[].linesTotal': importLines([]),
  'listImports items[].linesDone': importLines([]),
  'listImports items[].accepted': importLines(['accepted']),
  'listImports items[].refused': importLines(['refused']),
  'listImports items[].unchanged': importLines(['unchanged']),
  'listImports items[].changed': importLines(['changed']),
  'listArchiveMonths items[].waiting': counts(({ of: { month } }) => `/archive/waiting?month=${month}`),
  'listManualDecisions counts[].count': counts(
    ({ asked, of: { kind, by } }) => `/manual-decisions?kind=${kind}&staffId=${by.id}&${asked}`,
  ),
};

function perAttempt(path: string, name = path): Record<string, Behind> {
  return Object.fromEntries(['1', '2', '3'].map((n) => [`readCompletion attempts.${path}.${n}`, bucket(name + n)]));
}

function ofGroup(path: string, name: string): Record<string, Behind> {
  return Object.fromEntries(['1', '2', '3'].map((n) => [`readCompletion groups[].${path}.${n}`, group(name + n)]));
}

const numbers = numbersOfReplies();

test('every number of the contract has its list or its reason', () => {
  const reasonOf = (name: string): string | undefined => WITHOUT_A_LIST.find(([pattern]) => pattern.test(name))?.[1];
  expect(numbers.length).toBeGreaterThan(100);
  expect(numbers.filter((name) => BEHIND[name] === undefined && reasonOf(name) === undefined)).toEqual([]);
  // And nothing is listed that no longer is.
  expect(Object.keys(BEHIND).filter((name) => !numbers.includes(name))).toEqual([]);
  expect(WITHOUT_A_LIST.filter(([pattern]) => !numbers.some((name) => pattern.test(name)))).toEqual([]);
});

/** The values under a path, with the row of a list in which each stands. */
function valuesAt(body: Row, path: string): { readonly of: Row; readonly value: number }[] {
  const [, list, rest] = /^(.*?)\[\]\.(.*)$/.exec(path) ?? [];
  if (list !== undefined) {
    const rows = list.split('.').reduce((part, name) => part?.[name], body) ?? [];
    return rows.flatMap((of: Row) => valuesAt(of, rest!).map(({ value }) => ({ of, value })));
  }
  const value = path.split('.').reduce((part, name) => part?.[name], body);
  return typeof value === 'number' ? [{ of: body, value }] : [];
}

async function compare(operation: string, address: string, asked: string): Promise<number> {
  const { status, body } = await manager.get(`${address}${asked === '' ? '' : `?${asked}`}`);
  expect([address, status]).toEqual([address, 200]);
  let above = 0;
  for (const name of numbers.filter((one) => one.startsWith(`${operation} `) && BEHIND[one])) {
    for (const { of, value } of valuesAt(body, name.slice(operation.length + 1))) {
      const plain = asked.replace(/&(compareWith|by)=\w+/, '');
      const by = /&by=(\w+)/.exec(asked)?.[1];
      const row = of?.step ?? of?.why ?? of?.kind ?? of?.key;
      expect([name, row, await BEHIND[name]!({ asked: plain, by, of, body })]).toEqual([name, row, value]);
      if (value > 0) above += 1;
    }
  }
  return above;
}

describe('a number is its list', () => {
  const all = () => `from=2020-01-01&to=${today}`;
  const month = () => `from=${lastMonth.slice(0, 8)}01&to=${lastMonth}`;
  const known = () => `${all()}&knownAt=${encodeURIComponent(`${addDays(lastMonth, 1)}T00:00:00+08:00`)}`;

  test.each(['in', 'out'])(
    'of the rates of transfers-%s, of all, of a month, as of a day, as known then',
    async (direction) => {
      const spans = [all(), month(), `${all()}&asOf=${addDays(lastMonth, 1)}`, known()];
      const above = [];
      for (const span of spans)
        above.push(await compare('readCompletion', '/metrics/completion', `direction=${direction}&${span}`));
      expect(Math.min(...above.slice(0, 1))).toBeGreaterThan(4);
    },
  );

  test.each(['month', 'counterpart', 'scheme', 'category', 'procedureType'])(
    'of the rates by %s, now, as of a day and as known then',
    async (by) => {
      const first = by === 'month' ? lastMonth.slice(0, 7) : lastMonth.slice(0, 4) + '-01';
      const span = `from=${first}-01&to=${today}`;
      const spans = [span, `${span}&asOf=${addDays(lastMonth, 1)}`, known().replace(all(), span)];
      const above = [];
      for (const direction of ['in', 'out'])
        for (const asked of spans)
          above.push(
            await compare('readCompletion', '/metrics/completion', `direction=${direction}&${asked}&by=${by}`),
          );
      expect(above[0]).toBeGreaterThan(8);
    },
  );

  test('of the groups of a year, once taken apart, each case is in one, except by category', async () => {
    const asked = `direction=in&${all()}`;
    for (const by of ['counterpart', 'scheme', 'procedureType']) {
      const { body } = await manager.get(`/metrics/completion?${asked}&by=${by}`);
      const sum = body.groups.reduce((cases: number, { attempts }: Row) => cases + attempts.cohort, 0);
      expect([by, sum]).toEqual([by, body.attempts.cohort]);
    }
  });

  test.each(['in', 'out'])('of the monthly sheet of transfers-%s, which adds up', async (direction) => {
    const above = [];
    for (const span of [all(), month(), `from=${addDays(lastMonth, 1)}&to=${today}`]) {
      const asked = `direction=${direction}&${span}`;
      above.push(await compare('readMonthSheet', '/metrics/month-sheet', asked));
      const { body } = await manager.get(`/metrics/month-sheet?${asked}`);
      const { opening, accepted, completed, endedOtherwise, inTransit, steps } = body;
      expect(opening + accepted - completed - endedOtherwise).toBe(inTransit);
      expect(steps.reduce((sum: number, { open: count }: Row) => sum + count, 0)).toBe(inTransit);
    }
    expect(above[0]).toBeGreaterThan(direction === 'in' ? 6 : 3);
  });

  test('of the days that steps took', async () => {
    expect(await compare('readStepTimes', '/metrics/steps', all())).toBeGreaterThan(8);
  });

  test('of the volume, in a period, since the beginning and a year before', async () => {
    expect(await compare('readVolume', '/metrics/volume', `${all()}&compareWith=yearBefore`)).toBeGreaterThan(15);
    expect(await compare('readVolume', '/metrics/volume', `${month()}&compareWith=yearBefore`)).toBeGreaterThan(8);
  });

  test('of the six numbers, of all, of a month and of a month a year ago', async () => {
    const lastYear = `from=${back(lastMonth).slice(0, 8)}01&to=${back(lastMonth)}`;
    for (const [span, atLeast] of [
      [all(), 6],
      [month(), 4],
      [lastYear, 0],
    ] as const)
      expect(await compare('readMainFigures', '/metrics/main-figures', span)).toBeGreaterThanOrEqual(atLeast);
  });

  test.each([
    ['readOpenWork', '/metrics/progress', 8],
    ['readMoney', '/metrics/money', 7],
    ['readOperations', '/operations', 2],
    ['readMyWork', '/my-work', 1],
    ['listStaff', '/staff', 2],
    ['readLoads', '/loads', 4],
    ['listImports', '/imports', 4],
    ['listArchiveMonths', '/archive/months', 1],
  ])('of %s', async (operation, address, atLeast) => {
    expect(await compare(operation, address, '')).toBeGreaterThanOrEqual(atLeast);
  });

  test('of what people decided, by kind and person', async () => {
    expect(await compare('listManualDecisions', '/manual-decisions', all())).toBeGreaterThan(2);
  });
});

describe('a list is its number', () => {
  test('open work by step, by holder, by age, and in no step each sum to all that is open', async () => {
    const { body } = await manager.get('/metrics/progress');
    const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).sort();
    const everything = ids((await listed('/transfers?state=open')).rows);
    const union = async (addresses: readonly string[]) =>
      ids((await Promise.all(addresses.map(listed))).flatMap(({ rows }) => rows));
    const steps = body.bySteps.map(({ step }: Row) => `/transfers?step=${step}`);
    expect(await union([...steps, '/transfers?withoutStep=true'])).toEqual(everything);
    expect(await union(body.byOwners.map(({ owner }: Row) => `/transfers?holderId=${owner.id}`))).toEqual(everything);
    const ages = body.byAge.map(
      ({ fromWorkingDays: from, toWorkingDays: to }: Row) =>
        `/transfers?ageFrom=${from}${to === null ? '' : `&ageTo=${to}`}`,
    );
    expect(await union(ages)).toEqual(everything);
  });
});
