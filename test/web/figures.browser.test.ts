/** The managers' figures in a real browser, against an office that answers as the contract says. */
import { describe, expect, test } from 'vitest';
import { FIGURE_VIEWS } from '../../web/src/figures-params.ts';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';

describe.skipIf(!chromiumExecutable())('the figures', () => {
  const inBrowser = consoleInBrowser();
  const region = (name: string) => inBrowser().page.getByRole('region', { name });
  const search = (): string => new URL(inBrowser().page.url()).search;

  test('follow the day and the minute of the address, in every question and every list', async () => {
    const { page, open, violations } = inBrowser();
    const asked: URL[] = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    await open('/app/figures?month=2026-05&asOf=2026-05-31&knownAt=2026-06-01T09:30');
    await page.getByText('You are looking at the past · as of 31 May 2026 · as known by 2026-06-01 09:30').waitFor();
    await region('With the first attempt').getByText('A year before').waitFor();
    const rates = asked
      .filter(({ pathname }) => pathname === '/metrics/completion')
      .map(({ searchParams }) => searchParams);
    expect(new Set(rates.map((query) => query.get('asOf')))).toEqual(new Set(['2026-05-31', '2025-05-31']));
    expect(new Set(rates.map((query) => query.get('knownAt')))).toEqual(new Set(['2026-06-01T01:30:00.000Z']));
    const link = region('With the first attempt').getByRole('link', { name: '273' }).first();
    expect(await link.getAttribute('href')).toBe(
      '/app/cases?direction=in&bucket=closedWithin1&from=2026-05-01&to=2026-05-31&asOf=2026-05-31&knownAt=2026-06-01T09%3A30',
    );
    await link.click();
    const list = () => asked.find(({ pathname }) => pathname === '/metrics/completion/transfers')?.searchParams;
    await expect
      .poll(() => [list()?.get('asOf'), list()?.get('knownAt')])
      .toEqual(['2026-05-31', '2026-06-01T01:30:00.000Z']);
    await page.getByText('as known by 2026-06-01 09:30').first().waitFor();
    await page.getByRole('link', { name: 'Back to the figures' }).click();
    await region('With the first attempt').waitFor();
    expect(search()).toBe('?view=rates&month=2026-05&asOf=2026-05-31&knownAt=2026-06-01T09%3A30');
    // What empties a field shows while somebody is in it.
    await page.getByLabel('Known by').focus();
    await page.getByRole('button', { name: 'Clear' }).waitFor();
    expect(await violations('main')).toEqual([]);
  });

  test('go back to today with one press, and choose a day from the field', async () => {
    const { page, open } = inBrowser();
    await open('/app/figures?view=volume&month=2026-05&asOf=2026-05-20');
    await page.getByText('Where the money lies is known for now only').waitFor();
    await page.getByRole('link', { name: 'Back to today' }).click();
    await page.getByText('You are looking at the past').waitFor({ state: 'hidden' });
    expect(search()).toBe('?view=volume&month=2026-05');
    const day = page.getByLabel('As of');
    await day.fill('2026-05-10');
    await day.press('Enter');
    await page.getByText('You are looking at the past · as of 10 May 2026').waitFor();
    expect(search()).toBe('?view=volume&month=2026-05&asOf=2026-05-10');
  });

  test('refuse a day that lies ahead in words, and ask for no figure of it', async () => {
    const { page, open } = inBrowser();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('/app/figures?asOf=2026-06-09');
    await page.getByText('9 Jun 2026 lies ahead: of the future there are no figures. Today is 8 Jun 2026.').waitFor();
    expect(asked.filter((url) => url.includes('/metrics/'))).toEqual([]);
  });

  test('show a chart, and its table in its place', async () => {
    const { page, open } = inBrowser();
    await open('/app/figures?view=trend');
    const trend = region('Completion rates by month of acceptance');
    await trend
      .getByRole('img', { name: 'Lines over 13 months. The table has every number.' })
      .locator('svg')
      .waitFor();
    await trend.getByRole('button', { name: 'Show the table' }).click();
    await trend
      .getByRole('row', { name: /May 2026/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('region', { name: 'With the first attempt' }).waitFor();
    expect(search()).toBe('?month=2026-05');
    const fall = region('Where the cases of the month went');
    await fall.getByRole('img').locator('svg').waitFor();
    await fall.getByRole('button', { name: 'Show the table' }).click();
    expect(
      await fall
        .getByRole('row', { name: /Ended otherwise/ })
        .getByRole('link')
        .innerText(),
    ).toBe('2');
  });

  test('show the table where the chart cannot be loaded', async () => {
    const { page, open } = inBrowser();
    await page.route(/echarts.*\.js$/, (route) => route.abort());
    await open('/app/figures?view=trend');
    await region('Completion rates by month of acceptance')
      .getByRole('row', { name: /May 2026/ })
      .waitFor();
  });

  test('rank other offices, and set small samples apart', async () => {
    const { page, open } = inBrowser();
    await open('/app/figures?view=groups&month=2026-05');
    const ranks = page.getByRole('group', { name: 'Ranking of other offices' }).getByRole('row');
    await ranks.nth(2).waitFor();
    expect(await ranks.count()).toBe(3);
    const small = page.getByRole('group', { name: 'Fewer than 10 mature cases: not ranked' });
    const name = '杭州市社会保险管理中心';
    const href = await small.getByRole('row', { name }).getByRole('link').first().getAttribute('href');
    expect(href).toContain('from=2025-06-01&to=2026-05-31');
    expect(href).toContain('by=counterpart&group=330100');
  });

  test.each(['step-times?step=zz', 'month-sheet?step=zz', 'my-work?tab=all&step=zz'])(
    'say in words that an address (%s) names a step that does not exist',
    async (address) => {
      const { page, open } = inBrowser();
      await open(`/app/${address}`);
      await page
        .getByText(/Unknown step/i)
        .first()
        .waitFor();
      expect(await page.locator('main').innerText()).not.toContain('zz');
    },
  );

  test('say nothing in per cent of nothing', async () => {
    const { page, open } = inBrowser();
    await open('/app/figures?view=times');
    const row = region('In time')
      .getByRole('row', { name: /Original office|office/i })
      .last();
    await row.waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/(^|\s)0(\.00)? %/);
  });

  test.each(FIGURE_VIEWS)('the view %s passes axe, and fits a narrow screen', async (view) => {
    const { page, open, violations } = inBrowser();
    await open(`/app/figures?view=${view}&month=2026-05`);
    await page.waitForLoadState('networkidle');
    expect(await violations('main')).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });

  test('print the month on one page of A4, whatever is shown', async () => {
    const { page, open } = inBrowser();
    for (const view of ['rates', 'sheet']) {
      await open(`/app/figures?view=${view}&month=2026-05`);
      await page.locator('.month-paper').waitFor({ state: 'attached' });
      await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
      const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await page.emulateMedia({ media: 'print' });
      const paper = page.getByRole('article', { name: 'Report of the month' });
      const said = await paper.innerText();
      for (const word of ['May 2026', 'as of 8 Jun 2026', 'made 8 Jun 2026', 'In transit', 'In time', '88.06 %'])
        expect(said).toContain(word);
      expect(
        await page
          .locator('.rate-card')
          .first()
          .isVisible()
          .catch(() => false),
      ).toBe(false);
      await page.emulateMedia({ media: null });
    }
  });
});
