/** Colleagues in a real browser before a real office: numbers that open their lists, an absence seen before it is entered, steps given, a note read. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anAcceptedTransfer, heldBy, stewardedBy } from '../builders/walk.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

describe.skipIf(!chromiumExecutable())('colleagues', () => {
  let api: TestApi;
  let browser: Browser;
  const contexts = new Map<string, BrowserContext>();
  let page: Page;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    for (let each = 0; each < 4; each += 1) {
      const id = await anAcceptedTransfer(api.db, api.office);
      await stewardedBy(api.db, api.office.staff.clerk, id);
      await heldBy(api.db, api.office.staff.reviewer, id);
    }
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });
  beforeEach(async () => {
    page = await opened('manager');
  });
  afterEach(() => page.close());

  async function opened(username: string): Promise<Page> {
    if (!contexts.has(username)) {
      const { body } = await api.anonymous.post('/sessions', { username, password: PASSWORD });
      const extraHTTPHeaders = { Authorization: `Bearer ${body.token as string}` };
      contexts.set(username, await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', extraHTTPHeaders }));
    }
    const one = await contexts.get(username)!.newPage();
    one.setDefaultTimeout(15_000);
    return one;
  }
  const dialog = (): Locator => page.getByRole('dialog');
  const choose = async (label: string, option: string): Promise<void> => {
    await dialog().getByRole('combobox', { name: label }).click();
    await page.keyboard.type(option);
    await page.keyboard.press('Enter');
  };
  const clean = async (part: string): Promise<void> => {
    const { violations } = await accessibilityOf(page).include(part).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    const before = page.viewportSize()!;
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.setViewportSize(before);
  };
  const load = () => page.getByRole('region', { name: 'Who has how much' });

  test('a number of a colleague opens exactly its cases', async () => {
    await page.goto(`${api.url}/app/`);
    await page.getByRole('link', { name: 'Colleagues' }).click();
    const row = load()
      .getByRole('row')
      .filter({ hasText: /^reviewer\s*Reviewer/ });
    await row.first().waitFor();
    expect((await row.first().getByRole('cell').allInnerTexts())[1]).toBe('4');
    await clean('main');
    await row.first().getByRole('link').first().click();
    await page.locator('main tbody tr').nth(3).waitFor();
    await expect.poll(() => page.locator('main tbody tr').count()).toBe(4);
    await page.goto(`${api.url}/app/my-work?tab=stewarded&owner=${api.office.staff.clerk}`);
    await page.getByRole('heading', { name: 'Stewarded by clerk' }).waitFor();
    await page.locator('main tbody tr').nth(3).waitFor();
    await expect.poll(() => page.locator('main tbody tr').count()).toBe(4);
  });

  test('what would pass is seen before an absence is entered, and passes as it was seen; typed words survive Esc', async () => {
    await page.goto(`${api.url}/app/colleagues`);
    await page.getByRole('button', { name: 'Enter an absence' }).click();
    await choose('Colleague', 'reviewer');
    await dialog().getByText('steps 4, tasks 0, money that waits 0').waitFor();
    await choose('Stand-in (optional)', 'reviewer2');
    await dialog().getByText('reviewer2: steps 4').waitFor();
    await dialog().getByLabel('Note').fill('年休假');
    await clean('[role=dialog]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Enter an absence' }).click();
    await expect.poll(() => dialog().getByLabel('Note').inputValue()).toBe('年休假');
    await dialog().getByText('reviewer2: steps 4').waitFor();
    await dialog().getByRole('button', { name: 'Enter an absence' }).click();
    await page.getByText('The absence is entered.').waitFor();
    const lent = page.getByRole('region', { name: 'Who has whose' }).getByRole('row').nth(1);
    await expect.poll(() => lent.getByRole('cell').allInnerTexts()).toEqual(['reviewer', 'reviewer2', '4', '0', '0']);
    await lent.getByRole('link').first().click();
    await page.locator('main tbody tr').nth(3).waitFor();
    await expect.poll(() => page.locator('main tbody tr').count()).toBe(4);
    await page.getByText('In place of reviewer').waitFor();
    await page.goto(`${api.url}/app/colleagues`);
    await page.getByRole('button', { name: /^Is back: reviewer/ }).click();
    await dialog().getByText('4 steps that are still open go back.').waitFor();
    await dialog().getByRole('button', { name: 'Is back' }).click();
    await page.getByText('Everybody has their own.').waitFor();
  });

  test('every defect of an absence stands at its field', async () => {
    await page.goto(`${api.url}/app/colleagues`);
    await page.getByRole('button', { name: 'Enter an absence' }).click();
    await dialog().getByRole('button', { name: 'Enter an absence' }).click();
    await dialog().locator('.ant-form-item-explain-error').first().waitFor();
    expect(await dialog().locator('.ant-form-item-explain-error').count()).toBe(1);
    await page.keyboard.press('Escape');
  });

  test('the manager gives steps to a colleague, having seen which can go', async () => {
    await page.goto(`${api.url}/app/my-work?tab=all&owner=${api.office.staff.reviewer}`);
    await page.locator('input.pick').nth(1).waitFor();
    for (const at of [0, 1]) await page.locator('input.pick').nth(at).check();
    await page.getByRole('button', { name: 'Give 2 steps to a colleague' }).click();
    await choose('To whom', 'finance');
    await dialog().getByText('None of these can go to this colleague.').waitFor();
    expect(await dialog().getByText('Has not the role of this step').count()).toBe(2);
    expect(await dialog().getByRole('button', { name: 'Give 0 steps' }).isDisabled()).toBe(true);
    await choose('To whom', 'reviewer2');
    await expect.poll(() => dialog().getByText('Goes', { exact: true }).count()).toBe(2);
    await clean('[role=dialog]');
    await dialog().getByRole('button', { name: 'Give 2 steps' }).click();
    await dialog().getByText('2 steps have been given.').waitFor();
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await expect.poll(() => page.locator('main tbody tr').count()).toBe(2);
  });

  test('a note of who leaves waits at the top for who takes over, and in My work, until it is read', async () => {
    const id = await anAcceptedTransfer(api.db, api.office);
    await heldBy(api.db, api.office.staff.reviewer, id);
    const leaver = await opened('reviewer');
    await leaver.goto(`${api.url}/app/transfers/${id}`);
    await leaver.getByRole('button', { name: 'Write a note for who takes over' }).click();
    await leaver.getByRole('dialog').getByLabel('What must whoever takes over know?').fill('周四以后再打电话');
    await leaver.reload();
    await leaver.getByRole('dialog').getByRole('button', { name: 'Keep the note' }).click();
    await leaver.getByText('Not read yet').waitFor();
    await leaver.close();
    const taker = await opened('reviewer2');
    await taker.goto(`${api.url}/app/transfers/${id}`);
    await taker.getByText('周四以后再打电话').waitFor();
    expect(await taker.getByRole('button', { name: /I have read/ }).count()).toBe(0);
    const caller = await api.as('reviewer2');
    await caller.post(`/transfers/${id}/facts`, { kind: 'takenOver' }, { 'Idempotency-Key': 'take-over-1' });
    await taker.goto(`${api.url}/app/my-work`);
    await taker.getByText('周四以后再打电话').waitFor();
    await taker.getByRole('button', { name: /I have read the note on/ }).click();
    await expect.poll(() => taker.getByText('周四以后再打电话').count()).toBe(0);
    await taker.goto(`${api.url}/app/transfers/${id}`);
    await taker.getByText('1 note that was read').click();
    await taker.getByText(/^Read by reviewer2/).waitFor();
    await taker.close();
  });
});
