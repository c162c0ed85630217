/** The letterhead in Settings: seen while it is typed, a logo that no paper could bear refused before it is sent, and kept from its day on. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { aBrokenPng, aPng } from '../builders/pictures.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

describe.skipIf(!chromiumExecutable())('the letterhead', () => {
  let api: TestApi;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let today: string;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    const { body } = await api.anonymous.post('/sessions', { username: 'manager', password: PASSWORD });
    today = (await api.anonymous.get('/clock')).body.officeDate as string;
    context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      extraHTTPHeaders: { Authorization: `Bearer ${body.token as string}` },
    });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });
  beforeEach(async () => {
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${api.url}/app/settings`);
  });
  afterEach(() => page.close());

  const dialog = (): Locator => page.getByRole('dialog');
  const sheet = (): Locator => dialog().locator('.letterhead-sheet');
  const choose = (name: string, buffer: Buffer) =>
    dialog().getByLabel('Logo').setInputFiles({ name, mimeType: 'image/png', buffer });

  test('is seen as a sheet while it is typed, refuses what is no logo, and stands from its day on', async () => {
    await page.getByText('Nothing but the name and telephone of the office.').waitFor();
    await page.getByRole('button', { name: 'Change Letterhead' }).click();
    await dialog().getByLabel('Address').fill('样例市样例路1号');
    await dialog().getByLabel('Postcode').fill('12345');
    await dialog().getByLabel('What the seal says').fill('样例业务专用章');
    await expect.poll(() => sheet().innerText()).toContain('样例市样例路1号');
    expect(await sheet().innerText()).toContain('样例业务专用章');

    await choose('huge.png', Buffer.alloc(20 * 1024 * 1024));
    await dialog().getByText('The file is larger than 300 KiB.').waitFor();
    await choose('logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await dialog().getByText('This is neither PNG nor JPEG').waitFor();
    await choose('broken.png', aBrokenPng());
    await dialog().getByText('The file is broken;').waitFor();
    expect(await sheet().locator('img').count()).toBe(0);
    await choose('logo.png', aPng());
    await sheet().locator('img').waitFor();

    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('A postcode has six digits.').waitFor();
    await dialog().getByLabel('Postcode').fill('100000');
    await dialog().getByLabel('From which day').fill(addDays(today, 7));
    await dialog().getByLabel('From which day').press('Enter');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.locator('dl.pairs').getByText('样例业务专用章').waitFor();
    const { now, ahead } = (await (await context.request.get(`${api.url}/office/letterhead`)).json()) as {
      now: unknown;
      ahead: { logo: object | null; postcode: string; fromDay: string }[];
    };
    expect(now).toBeNull();
    expect(ahead).toMatchObject([{ postcode: '100000', fromDay: addDays(today, 7) }]);
    expect(ahead[0]!.logo).not.toBeNull();
  });

  test('an account has its bank and says whether it stands on letters', async () => {
    const accounts = page.getByRole('region', { name: 'Accounts of the office' });
    await accounts.getByRole('button', { name: 'Change' }).click();
    await dialog().getByRole('button', { name: 'Add an account' }).click();
    await dialog().getByLabel('Account number').fill('6222 0000 1111');
    await dialog().getByLabel('Bank and branch').fill('某银行样例支行');
    await dialog().getByLabel('Number of the bank').fill('1021');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('Twelve digits, such as 102100000001.').waitFor();
    await dialog().getByLabel('Number of the bank').fill('102100000001');
    await dialog().getByRole('checkbox', { name: 'Stands on liaison letters' }).uncheck();
    await dialog().getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('row').filter({ hasText: '622200001111' });
    await expect.poll(() => row.innerText()).toContain('102100000001');
    expect(await row.innerText()).toContain('Not on letters');
  });
});
