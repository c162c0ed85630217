/** What was typed outlives its browser: another one of the same account goes on, and of two at once neither loses anything. */
import type { Page, Route } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { TRANSFER_ID } from './mock-office.ts';

describe.skipIf(!chromiumExecutable())('a draft', () => {
  const inBrowser = consoleInBrowser();
  let others: Page[] = [];
  afterEach(async () => {
    for (const other of others) await other.context().close();
    others = [];
  });

  const saved = (page: Page) =>
    page.waitForResponse((answer) => answer.url().includes('/drafts/') && answer.request().method() === 'PUT');
  const name = (page: Page) => page.getByLabel('Name', { exact: true });
  const restored = (page: Page) => page.getByText(/^What you had typed at \d\d:\d\d is here again/);
  const told = (page: Page) => page.getByText(/^At \d\d:\d\d something else was typed here in another browser/);
  /** Types, and waits for the office to have it. */
  const type = async (page: Page, text: string): Promise<void> => {
    const [answer] = await Promise.all([saved(page), name(page).fill(text)]);
    expect([200, 409]).toContain(answer.status());
  };

  /** Another computer: nothing of the first browser is there. */
  async function elsewhere(path: string, onDrafts?: (asked: Route) => Promise<void>): Promise<Page> {
    const { page, url } = inBrowser();
    const context = await page.context().browser()!.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    await context.addCookies([{ name: 'baton_session', value: 't', url }]);
    const other = await context.newPage();
    other.setDefaultTimeout(20_000);
    others.push(other);
    if (onDrafts) await other.route('**/drafts', onDrafts);
    await other.goto(url + path);
    return other;
  }

  test('is there in another browser, under the same key, and gone everywhere once it is recorded', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: /^Letter sent/ }).click();
    const answered = saved(page);
    await page.getByLabel('Waybill number').fill('1234567890123');
    await answered;
    const other = await elsewhere(`/app/transfers/${TRANSFER_ID}`);
    await restored(other).waitFor();
    expect(await other.getByLabel('Waybill number').inputValue()).toBe('1234567890123');
    const gone = other.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await other.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
    await other.getByText('Recorded: Letter sent').waitFor();
    await gone;
    await page.reload();
    await page.getByRole('button', { name: 'Letter delivered' }).waitFor();
    expect(await page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('baton')).length")).toBe(
      0,
    );
  });

  test('is told of where both browsers typed, and either text can be gone on with', async () => {
    const { page, open, violations } = inBrowser();
    await open('/app/accept');
    await type(page, '样例甲');
    const other = await elsewhere('/app/accept');
    await restored(other).waitFor();
    await type(other, '样例乙');
    await type(page, '样例丙');
    await told(page).waitFor();
    expect(await violations('.accept')).toEqual([]);
    expect(await name(page).inputValue()).toBe('样例丙');
    await page.getByRole('button', { name: 'Go on with that' }).click();
    expect(await name(page).inputValue()).toBe('样例乙');
    await type(page, '样例丁');
    await type(other, '样例戊');
    await told(other).waitFor();
    const kept = saved(other);
    await other.getByRole('button', { name: 'Keep what stands here' }).click();
    expect((await kept).status()).toBe(200);
    expect(await name(other).inputValue()).toBe('样例戊');
  });

  test('is typed on while the line is cut, and saved when somebody types again', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    const cut = page.waitForRequest('**/drafts/**');
    await page.route('**/drafts/**', (asked) => asked.abort());
    await name(page).fill('样例甲');
    await cut;
    await page.unroute('**/drafts/**');
    await type(page, '样例甲乙');
    const other = await elsewhere('/app/accept');
    await restored(other).waitFor();
    expect(await name(other).inputValue()).toBe('样例甲乙');
  });

  test('waits for nobody: a slow office shows the page with what the tab has', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await type(page, '样例甲');
    const other = await elsewhere('/app/my-work');
    await expect.poll(() => other.evaluate('JSON.stringify(sessionStorage)')).toContain('样例甲');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await other.route('**/drafts', async (asked) => {
      await held;
      await asked.fallback();
    });
    await other.reload();
    await other.getByRole('link', { name: 'Accept' }).click();
    await name(other).waitFor();
    answer();
    // Its own tab had it from before.
    await restored(other).waitFor();
    expect(await name(other).inputValue()).toBe('样例甲');
  });

  test('is told where it comes late, and is gone on with', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await type(page, '样例甲');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const other = await elsewhere('/app/accept', async (asked) => {
      await held;
      await asked.fallback();
    });
    await name(other).waitFor();
    answer();
    await told(other).waitFor();
    await other.getByRole('button', { name: 'Go on with that' }).click();
    expect(await name(other).inputValue()).toBe('样例甲');
  });

  test('is no other one, where its page went before the office had answered', async () => {
    const { page, url, open } = inBrowser();
    await open('/app/accept');
    await page.route('**/drafts/**', async (asked) => {
      await asked.fetch();
      // The answer never comes.
      await new Promise(() => undefined);
    });
    const saving = page.waitForRequest('**/drafts/**');
    await name(page).fill('样例甲');
    await saving;
    await expect.poll(async () => (await page.request.get(`${url}/drafts`)).text()).toContain('样例甲');
    await page.reload();
    await restored(page).waitFor();
    expect(await told(page).count()).toBe(0);
    expect(await name(page).inputValue()).toBe('样例甲');
  });

  test('is saved before its writer signs out, and is there at the next sign-in', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await name(page).fill('样例甲');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Letter clerk 3' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Accept' }).click();
    await restored(page).waitFor();
    expect(await name(page).inputValue()).toBe('样例甲');
  });
});
