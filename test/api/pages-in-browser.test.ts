/** The pages that the API itself draws, as a browser sees them under our own content policy. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test('the reference page draws the contract and asks no other host', async () => {
    const { page, foreign } = await opened({ viewport: { width: 1280, height: 900 } }, '/docs');
    await page.waitForSelector('h2:has-text("Accept a transfer-in at the counter")', { timeout: 25_000 });
    await page.screenshot({ path: join(screenshots, 'docs.png') });
    expect(foreign).toEqual([]);
  });
});
