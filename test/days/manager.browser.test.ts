/** The day of the manager: from a rate to exactly its cases, as of three days; a proposal confirmed, and what it moved; the month on paper. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { csvFile, type Row } from '../builders/files.ts';
import { caseNo, open, returned } from '../builders/ledger-changes.ts';
import { ledgerInRow } from '../builders/ledgers.ts';
import type { Caller } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { textOf } from '../support/pdf.ts';
import { printed } from './at-the-page.ts';
import { describeDay, officeDay } from './office-day.ts';

const MAY = 'direction=in&from=2026-05-01&to=2026-05-31';
const numbers = (...ofCases: readonly number[]): string[] => ofCases.map(caseNo).sort();
const FIRST_SEVEN = [1, 2, 3, 4, 5, 6, 7];

/** As long as a locator waits: a slow machine is no fault. */
const PATIENTLY = { timeout: 15_000 };

describeDay('the day of the manager', () => {
  const day = officeDay('manager', { from: '2026-11-20T09:00:00+08:00' });
  let page: Page;
  let finance: Caller;
  let asked: Caller;

  beforeAll(async () => {
    const { api, signIn } = day();
    [finance, asked] = [await api.as('finance'), await api.as('manager')];
    expect(await brings(finance, OLD_LEDGER)).toMatchObject({ accepted: 14, refused: 0 });
    page = await signIn('manager');
  }, 60_000);

  const menu = (name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click();
  const view = (name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Figures', exact: true }).getByRole('link', { name }).click();
  const card = (name: string): Locator => page.getByRole('region', { name });
  const shown = async (name: string): Promise<string> =>
    (await card(name).innerText())
      .match(/(\d+)\s*\/\s*(\d+)\s+(\d+\.\d\d %)/)
      ?.slice(1)
      .join(' ') ?? '';
  const enter = async (label: string, text: string): Promise<void> => {
    await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel(label, { exact: true }).press('Enter');
  };

  /** Opens the number of those closed with the first attempt: who they are, on the page and in the ledger. */
  async function behindTheFirst(asOf: string, ofCases: readonly string[]): Promise<void> {
    const many = String(ofCases.length);
    await card('With the first attempt').getByRole('link', { name: many, exact: true }).first().click();
    await page.getByText(`${many} cases`, { exact: true }).waitFor();
    const listed = await page.locator('main tbody tr td:first-child').allInnerTexts();
    expect(listed.sort()).toEqual(ofCases);
    const question = `${MAY}&bucket=closedWithin1&asOf=${asOf}&limit=100`;
    const { items, count } = (await asked.get(`/metrics/completion/transfers?${question}`)).body;
    expect(count).toBe(ofCases.length);
    expect(items.map((one: { caseNo: string }) => one.caseNo).sort()).toEqual(ofCases);
    await page.goBack();
    await card('With the first attempt').waitFor();
  }

  test('today: the newest month that is mature stands there by itself, and its rate opens exactly its cases', async () => {
    await day().seen(page, 'today');
    await menu('Figures');
    await page.getByText('May 2026 is the newest month of which 95 % of the cases are mature.').waitFor();
    expect(await shown('With the first attempt')).toBe('8 12 66.67 %');
    expect(await shown('Within two attempts')).toBe('9 12 75.00 %');
    expect(await shown('Within three attempts')).toBe('10 12 83.33 %');
    const yearBefore = card('With the first attempt').locator('dt', { hasText: 'A year before' });
    expect(await yearBefore.locator('xpath=following-sibling::dd[1]').innerText()).toBe('2 / 2');
    await day().seen(page, 'rates');
    await behindTheFirst('2026-11-20', numbers(...FIRST_SEVEN, 8));
    await menu('Figures');
  });

  test.each([
    ['2026-06-12', '12 Jun 2026', '7 12 58.33 %', numbers(...FIRST_SEVEN)],
    ['2026-06-25', '25 Jun 2026', '8 12 66.67 %', numbers(...FIRST_SEVEN, 8)],
  ] as const)('as of %s it says what it said that day', async (asOf, written, rate, ofCases) => {
    await enter('As of', asOf);
    await page.getByText(`You are looking at the past · as of ${written}`).waitFor();
    await expect.poll(() => shown('With the first attempt'), PATIENTLY).toBe(rate);
    expect(await shown('Within three attempts')).toBe(rate);
    await day().seen(page, `as-of-${asOf}`);
    await behindTheFirst(asOf, ofCases);
    await card('Within three attempts').getByRole('link', { name: '12', exact: true }).first().click();
    await page.getByText('12 cases', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Back to the figures' }).click();
    await page.getByText(`You are looking at the past · as of ${written}`).waitFor();
    await page.getByRole('link', { name: 'Back to today' }).click();
    await expect.poll(() => shown('Within three attempts'), PATIENTLY).toBe('10 12 83.33 %');
  });

  test('the trend is a chart with its table, and a month of it opens its rates', async () => {
    await view('Trend');
    const trend = page.getByRole('region', { name: 'Completion rates by month of acceptance' });
    await trend.getByRole('img').locator('svg').waitFor();
    await day().seen(page, 'trend');
    await trend.getByRole('button', { name: 'Show the table' }).click();
    const may = trend.getByRole('row').filter({ hasText: 'May 2026' });
    expect(await may.getByRole('cell').allInnerTexts()).toEqual([
      'May 2026',
      '12',
      '8 66.67 %',
      '9 75.00 %',
      '10 83.33 %',
      '2',
    ]);
    await day().seen(page, 'trend-table');
    await may.getByRole('link', { name: 'May 2026' }).click();
    await card('With the first attempt').waitFor();
  });

  test('a proposal is read and confirmed: the rate rises by one, and what was known before can still be seen', async () => {
    await day().comes('2026-11-20T11:00:00+08:00');
    expect(await brings(finance, [ledgerInRow(12, HERE)])).toMatchObject({ heldRows: 1 });
    await menu('To confirm');
    const proposal = page.getByRole('row').filter({ hasText: 'Rows of a file that end, pay or recount transfers' });
    const words = await proposal.innerText();
    for (const word of ['finance', 'Ledger of transfers-in', '34,206.44']) expect(words).toContain(word);
    await proposal.getByRole('button', { name: 'Decide' }).click();
    await day().seen(page, 'proposal');
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('status').getByText('Done.').waitFor();
    // The rows go in a moment later; the page does not ask again for half a minute.
    const closedWithFirst = async (): Promise<number> =>
      (await asked.get(`/metrics/completion?${MAY}`)).body.attempts.closedWithin['1'];
    await expect.poll(closedWithFirst, PATIENTLY).toBe(9);
    await menu('Figures');
    await expect.poll(() => shown('With the first attempt'), PATIENTLY).toBe('9 12 75.00 %');
    await enter('As of', '2026-06-12');
    await expect.poll(() => shown('With the first attempt'), PATIENTLY).toBe('8 12 66.67 %');
    await enter('Known by', '2026-11-20 10:30');
    await page.getByText('as known by 2026-11-20 10:30').first().waitFor();
    await expect.poll(() => shown('With the first attempt'), PATIENTLY).toBe('7 12 58.33 %');
    await page.getByRole('link', { name: 'Back to today' }).click();
    await page.getByRole('link', { name: 'What moved it since the end of the month' }).click();
    await page.getByRole('heading', { level: 1, name: 'What moved the figures afterwards' }).waitFor();
    await page.getByRole('table').first().waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/\b[a-z]+[A-Z]\w*/);
    await day().seen(page, 'moved-afterwards');
  });

  test('the monthly sheet adds up, each number opens its list, and the month is one printed page', async () => {
    await menu('Figures');
    await page.getByText('May 2026 is the newest month').waitFor();
    await view('Monthly sheet');
    await page.getByRole('link', { name: 'Month after' }).click();
    const line = (what: string): Locator => page.getByRole('row').filter({ hasText: what }).first();
    const into = (what: string): Promise<string> => line(what).getByRole('cell').nth(1).innerText();
    await page.getByText('June 2026').first().waitFor();
    await expect.poll(() => into('When the month began'), PATIENTLY).toBe('12');
    const flow = [await into('+ accepted'), await into('− completed by booking'), await into('− ended without')];
    expect([...flow, await into('= in transit at its end')]).toEqual(['0', '9', '0', '3']);
    const sheet = (await asked.get('/metrics/month-sheet?direction=in&from=2026-06-01&to=2026-06-30')).body;
    expect(sheet).toMatchObject({ opening: 12, accepted: 0, completed: 9, endedOtherwise: 0, inTransit: 3 });
    await day().seen(page, 'sheet');
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await line('− completed by booking').getByRole('link').first().click();
    await page.getByText(/^9 items/).waitFor();
    const listed = await page.locator('main tbody tr td:first-child').allInnerTexts();
    expect(listed.sort()).toEqual(numbers(...FIRST_SEVEN, 8, 12));
    await day().seen(page, 'behind-the-sheet');
  });

  test('the sheet of the month is kept as it was told, printed, and sent back for a further version', async () => {
    await menu('Figures');
    await page.getByText('May 2026 is the newest month').waitFor();
    await view('Monthly sheet');
    await page.getByRole('link', { name: 'Month after' }).click();
    await page.getByText('June 2026').first().waitFor();
    await page.getByRole('button', { name: 'Make the sheet', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make and keep it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Monthly sheet as it was told' }).waitFor();
    await day().seen(page, 'kept-sheet');
    const print = () => page.getByRole('button', { name: 'Print as a paper (PDF)' }).click();
    const paper = await printed(page, asked, { address: '/documents', press: print });
    const text = await textOf(paper);
    for (const part of ['YB202606-1', '2026年6月', 'manager']) expect(text).toContain(part);
    await page.getByRole('link', { name: 'Open YB202606-1 (version 1)' }).waitFor();
    expect((await printed(page, asked, { address: '/documents', press: print })).equals(paper)).toBe(true);

    await page.goBack();
    await page.getByRole('button', { name: 'Make the next version' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why the one before was sent back').fill('口径有误');
    await dialog.getByRole('button', { name: 'Make and keep it' }).click();
    await page.getByText('Version 2').first().waitFor();
    const second = await textOf(await printed(page, asked, { address: '/documents', press: print }));
    for (const part of ['YB202606-2', '口径有误']) expect(second).toContain(part);
  });

  test('by hand: what two people agreed on today stands there with both names', async () => {
    await menu('By hand');
    // The old ledger was taken over by finance alone, which stands there, too.
    await page.getByText('2 decisions', { exact: true }).waitFor();
    const decisions = page.getByRole('table', { name: 'Decided by hand' }).getByRole('row');
    const words = await decisions.filter({ hasText: 'manager' }).innerText();
    for (const word of ['Rows of a file that end, pay or recount transfers', 'finance']) expect(words).toContain(word);
    const [kind, who] = await page.locator('main .ant-select').all();
    const [before, after] = [await kind!.boundingBox(), await who!.boundingBox()];
    expect(after!.x - before!.x - before!.width).toBeGreaterThanOrEqual(8);
    await day().seen(page, 'by-hand');
    await menu('Held wrongly');
    await page.getByRole('heading', { level: 1, name: 'Who holds what he cannot' }).waitFor();
    await day().seen(page, 'held-wrongly');
  });
});

const HERE: Row = { 原参保地行政区划: '310000', 原参保地社保机构名称: '样例市社会保险中心' };
const LATER: Row = { 信息表收到日期: '2026-07-01', 基金到账日期: '2026-07-03', 办理完结日期: '2026-07-10' };
const LAST_YEAR: Row = {
  受理日期: '2025-05-12',
  交接日期: '2025-05-12',
  第1次联系函日期: '2025-05-15',
  信息表收到日期: '2025-06-02',
  基金到账日期: '2025-06-04',
  办理完结日期: '2025-06-12',
};

/** Twelve of May 2026: eight with the first letter, one with the second, one with the third, two are open; and two of the year before. */
const OLD_LEDGER: readonly Row[] = [
  ...FIRST_SEVEN.map((number) => ledgerInRow(number, HERE)),
  ledgerInRow(8, { ...HERE, 办理完结日期: '2026-06-25' }),
  ledgerInRow(9, { ...HERE, ...LATER, ...returned(1, 'L02', '2026-06-05', ['2026-06-08', '1000000009002']) }),
  ledgerInRow(10, {
    ...HERE,
    ...LATER,
    ...returned(1, 'L02', '2026-05-29', ['2026-06-01', '1000000010002']),
    ...returned(2, 'L02', '2026-06-12', ['2026-06-15', '1000000010003']),
  }),
  ...[11, 12].map((number) => ledgerInRow(number, { ...HERE, ...open({ 办理进度: '联系函已发出' }) })),
  ...[101, 102].map((number) => ledgerInRow(number, { ...HERE, ...LAST_YEAR })),
];

/** As finance hands it in; what became of it. */
async function brings(by: Caller, rows: readonly Row[]) {
  const body = new FormData();
  body.set('kind', 'ledgerIn');
  body.set('file', new Blob([Buffer.from(csvFile(rows))]), 'ledger.csv');
  const { id } = (await by.raw('/imports', { method: 'POST', body })).body as { id: string };
  return eventually(async () => {
    const file = (await by.get(`/imports/${id}`)).body;
    return file.state === 'done' && file;
  });
}
