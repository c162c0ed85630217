/** Messages, rules and other offices in Settings: read as they will be read, seen before they move, found and put right. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

const AT_ONCE = 'Done, and in force at once.';

describe.skipIf(!chromiumExecutable())('settings', () => {
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
  const clean = async (part: string): Promise<void> => {
    const { violations } = await accessibilityOf(page).include(part).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    const before = page.viewportSize()!;
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.setViewportSize(before);
  };

  test('a message is read while it is typed, with how many it is paid as and all that is wrong; then it is kept', async () => {
    await page.getByRole('button', { name: 'Change Accepted · Chinese' }).click();
    const text = dialog().getByLabel('Text');
    // Our own text is one message with the name of an ordinary office.
    await dialog().getByText('1 message, ').waitFor();
    expect(await dialog().locator('.bubble').innerText()).toContain(`${today}已受理`);
    await text.fill('已受理{姓名}');
    for (const word of ['{单位}', '{查询码}', '{日期}', '{电话}'])
      await dialog().getByText(`${word} is missing.`).waitFor();
    await dialog().getByText('Nothing can be filled in for {姓名}.').waitFor();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().locator('.ant-form-item-explain-error').first().waitFor();
    expect(await dialog().locator('.ant-form-item-explain-error').count()).toBeGreaterThan(0);
    await clean('[role=dialog]');
    await text.fill(`【{单位}】已于{日期}受理，凭{查询码}查询，电话{电话}。`);
    await dialog().getByText('1 message, ').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Change Accepted · Chinese' }).click();
    await expect.poll(() => text.inputValue()).toContain('凭{查询码}查询');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText(AT_ONCE).waitFor();
    await expect
      .poll(() => page.getByRole('row').filter({ hasText: 'Accepted · Chinese' }).innerText())
      .toContain('凭{查询码}查询');
  });

  test('what moves by a rule is said before it is set; more than the law gives is refused at its field', async () => {
    await page.getByRole('button', { name: 'Change Letter out after acceptance, Transfer-in' }).click();
    await dialog().getByLabel('New number').fill('16');
    await dialog().getByLabel('From which day').fill(addDays(today, 7));
    await dialog().getByLabel('From which day').press('Enter');
    await dialog().getByLabel('Stands in').fill('服务承诺');
    await dialog().getByText('No open case moves.').waitFor();
    await dialog().getByLabel('Stands in').press('Enter');
    await dialog().getByText('More than the law gives').waitFor();
    await clean('[role=dialog]');
    await dialog().getByLabel('New number').fill('10');
    await dialog().getByLabel('New number').press('Enter');
    await page.getByText(AT_ONCE).waitFor();
    const row = page.getByRole('row').filter({ hasText: /Letter out after acceptance.*Transfer-in/s });
    await expect.poll(() => row.innerText()).toContain('10 working days');
    expect(await row.innerText()).toContain('15 working days');
  });

  test('another office is found by name or code, and its address put right', async () => {
    await page.getByRole('textbox', { name: 'Name, its initials, place or code' }).fill('3100');
    await page.getByText('1 office', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Correct 样例市社会保险中心' }).click();
    await dialog().getByLabel('Address').fill('样例路 8 号');
    await dialog().getByLabel('Postcode').fill('2000');
    await dialog().getByLabel('Postcode').press('Enter');
    await dialog().locator('.ant-form-item-explain-error').first().waitFor();
    await dialog().getByLabel('Postcode').fill('200000');
    await dialog().getByLabel('Postcode').press('Enter');
    await page.getByText('样例路 8 号').waitFor();
    await page.getByRole('textbox', { name: 'Name, its initials, place or code' }).fill('没有这个');
    await page.getByText('No office is called so.').waitFor();
    await clean('main');
  });
});
