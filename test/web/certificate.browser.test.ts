/** The window of a certificate: what the core system shows is copied, looked at, put right where it contradicts itself, and printed. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { answered, panel, printed } from '../days/at-the-page.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type Caller, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { textOf } from '../support/pdf.ts';
import { keepScreen } from '../support/screens.ts';
import { builtConsole } from '../support/servers.ts';

describe.skipIf(!chromiumExecutable())('the window of a certificate', () => {
  let api: TestApi;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let clerk: Caller;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    clerk = await api.as('clerk');
    const id = await anAcceptedTransfer(api.db, api.office);
    const { body } = await api.anonymous.post('/sessions', { username: 'clerk', password: PASSWORD });
    context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      extraHTTPHeaders: { Authorization: `Bearer ${body.token as string}` },
    });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${api.url}/app/transfers/${id}`);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const dialog = (): Locator => page.getByRole('dialog');
  const line = (name: string): Locator => dialog().getByLabel(name, { exact: true });
  const cell = (name: string): Locator => dialog().getByLabel(`Row 1: ${name}`, { exact: true });
  const press = (name: string) => dialog().getByRole('button', { name, exact: true }).click();

  test('says what is missing before anything is sent', async () => {
    await panel(page, 'Papers sent out').getByRole('button', { name: 'Contribution certificate…' }).click();
    await press('Print');
    await dialog().getByText('At least one row of a year is needed.').waitFor();
    await line('Insured here from').fill('2023-13');
    await line('Insured here from').blur();
    await dialog().getByText('A month such as 202503.').first().waitFor();
    const { violations } = await accessibilityOf(page).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });

  test('takes months as people write them, and marks what contradicts itself where it stands', async () => {
    await line('Personal number').fill('1000000001');
    await line('Employer (optional)').fill('某某有限公司');
    await line('First contribution (optional)').fill('2023.1');
    await line('Insured here from').fill('2023年1月');
    await line('Insured here until').fill('2023-12');
    await line('Months paid here').fill('13');
    expect(await line('Insured here from').inputValue()).toBe('202301');
    await line('Months paid in all').fill('12');
    await line('Balance of the account').fill('9806.44');
    const row = {
      'From (YYYYMM)': '202301',
      'To (YYYYMM)': '202312',
      Months: '11',
      'Monthly base': '10000',
      'Personal %': '8',
      'Into account %': '8',
      Credited: '9600',
      Interest: '206.44',
      'Year-end balance': '9806.43',
    };
    for (const [name, text] of Object.entries(row)) await cell(name).fill(text);
    await press('Preview');
    for (const said of [
      'The rows add up to another number.',
      'Fewer than were paid here.',
      'The last row has another balance.',
    ])
      await dialog().getByText(said).waitFor();
    await expect.poll(() => cell('Months').getAttribute('aria-invalid')).toBe('true');
    await keepScreen(page, 'certificate-refused');
  });

  test('is looked at, then printed and kept', async () => {
    await line('Months paid here').fill('12');
    await cell('Months').fill('12');
    await cell('Year-end balance').fill('9806.44');
    const preview = await answered(page, '/documents/preview', () => press('Preview'));
    expect(preview.headers()['content-type']).toBe('application/pdf');
    const paper = await printed(page, clerk, { address: '/documents', press: () => press('Print') });
    const text = await textOf(paper);
    for (const said of [
      '1000000001',
      '某某有限公司',
      '本地实际缴费12个月',
      '¥9,806.44',
      '2023-012023-12',
      '首次缴费时间2023年1月',
    ])
      expect(text).toContain(said);
    const papers = panel(page, 'Papers sent out');
    await papers.getByRole('link', { name: 'Contribution certificate' }).waitFor();
    // Of what was typed nothing is left from which it could be printed anew.
    expect(await papers.getByRole('button', { name: 'Print anew' }).count()).toBe(0);
  });
});
