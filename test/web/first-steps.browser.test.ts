/** A new office in a real browser before a real office: five questions, each answered where it stands. */
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

describe.skipIf(!chromiumExecutable())('the first steps of an office', () => {
  let api: TestApi;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    await sql`delete from staff_roles where staff_id = ${api.office.staff.manager} and role = 'manager'`.execute(
      api.db,
    );
    const { body } = await api.anonymous.post('/sessions', { username: 'manager', password: PASSWORD });
    const context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      extraHTTPHeaders: { Authorization: `Bearer ${body.token as string}` },
    });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const question = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  const clean = async (part: string): Promise<void> => {
    const { violations } = await accessibilityOf(page).include(part).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  };

  test('are offered on Today while one is open, and say what is missing and why', async () => {
    await page.goto(`${api.url}/app/`);
    await page.getByRole('link', { name: 'First steps' }).click();
    await page.getByRole('heading', { name: 'First steps', level: 1 }).waitFor();
    await question('At which accounts does its money arrive?').getByText('Open', { exact: true }).waitFor();
    await question('Which office is this?').getByText('Answered').waitFor();
    await question('Who works here?').getByText('Nobody is yet: Manager').waitFor();
    await clean('main');
  });

  test('change the office where it is asked: defects at their fields, then it is in force at once', async () => {
    const here = question('Which office is this?');
    await here.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Telephone of the office').fill('12');
    await dialog.getByLabel('Closes').fill('07:00');
    await dialog.getByLabel('Abroad the SMS centre reaches').fill('+853，+852');
    await dialog.getByLabel('Name of the office').press('Enter');
    const refused = dialog.locator('.ant-form-item-explain-error');
    await expect
      .poll(() => refused.allInnerTexts())
      .toEqual(['Neither a mobile nor a landline with its area code.', 'This ends before it begins.']);
    await clean('[role=dialog]');
    await dialog.getByLabel('Telephone of the office').fill('010-66007777');
    await dialog.getByLabel('Closes').fill('18:00');
    await dialog.getByLabel('Closes').press('Enter');
    await here.getByText('Done, and in force at once.').waitFor();
    await here.getByText('010-66007777').waitFor();
    await here.getByText('+852, +853').waitFor();
  });

  test('count an answer as soon as it is given', async () => {
    const here = question('At which accounts does its money arrive?');
    await here.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add an account' }).click();
    await dialog.getByLabel('Account number').fill('6222 0000 1111');
    await dialog.getByLabel('Account number').press('Enter');
    await here.getByText('Answered').waitFor();
    await here.getByText('622200001111').waitFor();
  });

  test('are nobody’s but an administrator’s', async () => {
    const { body } = await api.anonymous.post('/sessions', { username: 'clerk', password: PASSWORD });
    const context = await browser.newContext({
      locale: 'en-GB',
      extraHTTPHeaders: { Authorization: `Bearer ${body.token as string}` },
    });
    const other = await context.newPage();
    await other.goto(`${api.url}/app/first-steps`);
    await other.getByText('An administrator answers these questions.').waitFor();
  });
});
