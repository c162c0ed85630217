/** The administrator's pages in a real browser before a real office: alone it is done at once, beside a second one it waits. */
import { sql } from 'kysely';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordLogin } from '../../db/office/sessions.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

const AT_ONCE = 'Done, and in force at once.';
const WAITS = 'This waits for another administrator.';

describe.skipIf(!chromiumExecutable())('colleagues and settings', () => {
  let api: TestApi;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let secondId: string;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    await sql`delete from staff_roles where staff_id = ${api.office.staff.manager} and role = 'manager'`.execute(
      api.db,
    );
    const { body } = await api.anonymous.post('/sessions', { username: 'manager', password: PASSWORD });
    context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      extraHTTPHeaders: { Authorization: `Bearer ${body.token as string}` },
    });
    secondId = (await (await api.asNew(['administrator'])).get('/me')).body.id as string;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });
  beforeEach(async () => {
    await sql`delete from logins where staff_id = ${secondId}`.execute(api.db);
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
  });
  afterEach(() => page.close());

  const secondSignsIn = () =>
    recordLogin(api.db, { officeId: api.office.officeId, staffId: secondId, succeeded: true });
  const dialog = (): Locator => page.getByRole('dialog');
  const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
  const line = (text: string): Locator => page.getByRole('row').filter({ hasText: text });
  const clean = async (part: string): Promise<void> => {
    const { violations } = await accessibilityOf(page).include(part).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    const before = page.viewportSize()!;
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.setViewportSize(before);
  };
  /** What is said under a field. */
  const beside = (label: string): Locator =>
    dialog().locator('.ant-form-item').filter({ hasText: label }).locator('.ant-form-item-explain-error');

  test('a colleague is added: everything that is refused stands at its field, Enter sends, the focus comes back', async () => {
    await page.goto(`${api.url}/app/`);
    await page.getByRole('link', { name: 'Accounts' }).click();
    await press('Add a colleague');
    await dialog().getByLabel('User name').fill('Big Name');
    await dialog().getByLabel('User name').press('Enter');
    await beside('User name').waitFor();
    expect(await beside('User name').innerText()).toContain('At least two small letters');
    expect(await beside('Roles').innerText()).toBe('An account has at least one role.');
    expect(await beside('Name').last().innerText()).toBe('Please fill this in.');
    await clean('[role=dialog]');
    await dialog().getByLabel('User name').fill('finance');
    await dialog().getByLabel('Name', { exact: true }).fill('王新');
    for (const role of ['Finance', 'Account clerk']) await dialog().getByLabel(role, { exact: true }).check();
    await dialog().getByLabel('User name').press('Enter');
    await expect.poll(() => beside('Roles').innerText()).toBe('These roles do not go together in one account.');
    await dialog().getByLabel('Account clerk', { exact: true }).uncheck();
    await dialog().getByLabel('User name').press('Enter');
    await expect.poll(() => beside('User name').innerText()).toBe('Somebody has this already; please choose another.');
    await dialog().getByLabel('User name').fill('wang.xin');
    await dialog().getByLabel('User name').press('Enter');
    await page.getByText(AT_ONCE).waitFor();
    expect((await line('王新').getByRole('cell').allInnerTexts()).slice(3, 6)).toEqual(['Finance', '–', 'Active']);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Add a colleague');
    await clean('main');
  });

  test('a role is changed at once by one alone, and waits where a second administrator is there', async () => {
    await page.goto(`${api.url}/app/staff`);
    await line('wang.xin').getByRole('button').first().click();
    await dialog().getByLabel('Reviewer', { exact: true }).check();
    await dialog().getByLabel('Telephone').press('Enter');
    await page.getByText(AT_ONCE).waitFor();
    await expect.poll(() => line('wang.xin').getByRole('cell').nth(3).innerText()).toMatch(/Reviewer/);
    await secondSignsIn();
    await line('wang.xin').getByRole('button').first().click();
    await dialog().getByLabel('Reviewer', { exact: true }).uncheck();
    await dialog().getByLabel('Telephone').fill('8888');
    await dialog().getByLabel('Telephone').press('Enter');
    await page.getByText(WAITS).waitFor();
    await page.getByText('Name, post and telephone are changed already.').waitFor();
    await expect.poll(() => line('wang.xin').getByRole('cell').nth(2).innerText()).toBe('8888');
    expect(await line('wang.xin').getByRole('cell').nth(3).innerText()).toMatch(/Reviewer/);
    await page.getByRole('main').getByRole('link', { name: 'To confirm' }).click();
    await page.getByText('Rights of an account').waitFor();
  });

  test('the last administrator stays one, and says so at the field', async () => {
    await sql`update staff set active = false where id = ${secondId}`.execute(api.db);
    await page.goto(`${api.url}/app/staff`);
    await line('manager').getByRole('button').first().click();
    await dialog().getByLabel('May sign in').uncheck();
    await dialog().getByLabel('Telephone').press('Enter');
    await dialog().getByText('The office would be left without an administrator.').waitFor();
    expect(await dialog().locator('.ant-form-item-explain-error').count()).toBe(1);
    await sql`update staff set active = true where id = ${secondId}`.execute(api.db);
  });

  test('a one-time password is shown once, in a window that nothing but its button closes', async () => {
    await page.goto(`${api.url}/app/staff`);
    await line('wang.xin')
      .getByRole('button', { name: /^New password/ })
      .click();
    await dialog().getByRole('button', { name: 'New password' }).click();
    const told = dialog().filter({ hasText: 'Shown this once' });
    const password = await told.locator('code').innerText();
    await page.keyboard.press('Escape');
    expect(await told.isVisible()).toBe(true);
    await told.getByRole('button', { name: 'I have noted it' }).click();
    await told.waitFor({ state: 'hidden' });
    const { status } = await api.anonymous.post('/sessions', { username: 'wang.xin', password });
    expect(status).toBe(201);
  });

  test('interest is typed as per cent; a year that has not begun is refused at its field', async () => {
    await page.goto(`${api.url}/app/settings`);
    await press('Set the interest of a year');
    await dialog().getByLabel('Year').fill('2098');
    await dialog().getByLabel('Per cent').fill('2.625');
    await dialog().getByLabel('Published by').fill('关于公布记账利率的通知');
    await dialog().getByLabel('Published by').press('Enter');
    await expect.poll(() => beside('Per cent').innerText()).toBe('Such as 2.62, with two decimals at most.');
    await dialog().getByLabel('Per cent').fill('2.6');
    await dialog().getByLabel('Per cent').press('Enter');
    await expect.poll(() => beside('Year').innerText()).toContain('This year has not begun');
    await clean('[role=dialog]');
    await dialog().getByLabel('Year').fill('2025');
    const sent = page.waitForRequest((asked) => asked.method() === 'PUT');
    await dialog().getByLabel('Year').press('Enter');
    expect((await sent).postDataJSON()).toMatchObject({ basisPoints: 260 });
    await page.getByText(AT_ONCE).waitFor();
    await expect
      .poll(() => line('2025').filter({ hasText: '记账利率' }).getByRole('cell').nth(1).innerText())
      .toBe('2.60');
  });

  test('accounts are put alone, and wait beside a second administrator', async () => {
    await page.goto(`${api.url}/app/settings`);
    const accounts = page.getByRole('region', { name: 'Accounts of the office' });
    await page.getByText('No account is named').waitFor();
    await accounts.getByRole('button', { name: 'Change' }).click();
    await dialog().getByRole('button', { name: 'Add an account' }).click();
    await dialog().getByLabel('Account number').fill(' - ');
    await dialog().getByLabel('Account number').press('Enter');
    await expect.poll(() => beside('Account number').innerText()).toBe('This is not written as it should be.');
    await dialog().getByLabel('Account number').fill('6222 0000-1111');
    await dialog().getByLabel('Account number').press('Enter');
    await line('622200001111').waitFor();
    await secondSignsIn();
    await accounts.getByRole('button', { name: 'Change' }).click();
    await dialog().getByRole('button', { name: 'Remove line 1' }).click();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText(WAITS).waitFor();
  });

  test('a holiday notice: each day that cannot be stands refused at its line, then what moved is said', async () => {
    await page.goto(`${api.url}/app/settings`);
    await press(/^Load /);
    const year = await dialog().getByLabel('Year').inputValue();
    await dialog().getByLabel('Title of the notice').fill(`关于${year}年部分节假日安排的通知`);
    await dialog().getByLabel('First day 1').fill(`${year}-01-01`);
    await dialog().getByLabel('Last day 1').fill(`${year}-02-30`);
    await dialog().getByRole('button', { name: 'Add a worked day' }).click();
    await dialog().getByLabel('Worked day 1').fill('2020-02-02');
    await dialog().getByLabel('Worked day 1').press('Enter');
    const refused = dialog().locator('.ant-form-item-explain-error');
    await expect
      .poll(() => refused.allInnerTexts())
      .toEqual([
        'There is no such date; write it such as 2027-01-01.',
        'The whole notice of the year is needed: New Year, the Spring Festival, 1 May and 1 October are among its days of rest.',
        'A notice names days of its year, and of the December before.',
      ]);
    await clean('[role=dialog]');
    await dialog().getByLabel('Last day 1').fill(`${year}-01-03`);
    for (const [at, day] of ['02-06', '05-01', '10-01'].entries()) {
      await dialog().getByRole('button', { name: 'Add days off' }).click();
      await dialog()
        .getByLabel(`First day ${String(at + 2)}`)
        .fill(`${year}-${day}`);
    }
    await dialog().getByRole('button', { name: 'Remove line 1' }).last().click();
    await dialog().getByLabel('Last day 1').press('Enter');
    await page.getByText(AT_ONCE).waitFor();
    await page.getByText('No due date moved.').waitFor();
    await clean('main');
    await press(`Correct ${year}`);
    await dialog().getByLabel('Last day 1').fill(`${year}-01-02`);
    await dialog().getByLabel('Last day 1').press('Enter');
    await dialog().getByText('The loaded notice names more days').waitFor();
    expect(await dialog().locator('.ant-form-item-explain-error').count()).toBe(1);
    await dialog().getByLabel('They are ordinary days again').check();
    await secondSignsIn();
    await dialog().getByLabel('Last day 1').press('Enter');
    await page.getByText(WAITS).waitFor();
  });
});
