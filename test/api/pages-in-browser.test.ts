/** The pages that the API itself draws, as a browser sees them under our own content policy. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAcceptedTransfer, aResidentId, walk } from '../builders/walk.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';

const screenshots = join(import.meta.dirname, '..', '..', 'test-results');

describe.skipIf(!chromiumExecutable())('in a browser', () => {
  let api: TestApi;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    [api, browser] = await Promise.all([startApi(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  async function opened(
    options: Parameters<Browser['newContext']>[0],
    path: string,
  ): Promise<{ page: Page; foreign: string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(api.url)) foreign.push(request.url());
    });
    await page.goto(api.url + path);
    return { page, foreign };
  }

  test.each([
    ['zh-CN', '查询', '发函岗'],
    ['en-GB', 'Show', 'Our office'],
  ])('an insured person reads the status without a script, in %s', async (locale, button, words) => {
    const person = { name: '样例甲', idNumber: aResidentId(), mobile: '13900001234' };
    const id = await anAcceptedTransfer(api.db, api.office, { person });
    await walk(api.db, api.office, id).open('review');
    await api.db.updateTable('staff').set({ post: '发函岗' }).execute();
    const { status_code: code } = await api.db
      .selectFrom('transfers')
      .select('status_code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const phone = { locale, javaScriptEnabled: false, viewport: { width: 390, height: 780 } };
    const { page, foreign } = await opened(phone, `/s/${code}`);
    await page.fill('#digits', '1234');
    await page.click(`button:has-text("${button}")`);
    expect(await page.textContent('main')).toContain(words);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.screenshot({ path: join(screenshots, `status-${locale}.png`), fullPage: true });
    expect(foreign).toEqual([]);
  });

  test('the status page has no fault that a checker of accessibility finds', async () => {
    for (const path of ['/s', '/s/ABCDEFGHJKMNP']) {
      const { page } = await opened({ locale: 'en' }, path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });

  test('the reference page draws the contract and asks no other host', async () => {
    const { page, foreign } = await opened({ viewport: { width: 1280, height: 900 } }, '/docs');
    await page.waitForSelector('h2:has-text("Accept a transfer-in at the counter")', { timeout: 25_000 });
    await page.screenshot({ path: join(screenshots, 'docs.png') });
    expect(foreign).toEqual([]);
  });
});
