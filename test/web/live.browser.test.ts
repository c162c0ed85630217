/** What a colleague does shows on an open page by itself, also after its line was lost. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAcceptedTransfer, stewardedBy } from '../builders/walk.ts';
import { aKey, PASSWORD, startApi, type Caller, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

describe.skipIf(!chromiumExecutable())('an open page', () => {
  let api: TestApi;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let clerk: Caller;
  let id: string;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    clerk = await api.as('clerk');
    id = await anAcceptedTransfer(api.db, api.office);
    await stewardedBy(api.db, api.office.staff.clerk, id);
    const { body } = await api.anonymous.post('/sessions', { username: 'clerk', password: PASSWORD });
    context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      extraHTTPHeaders: { Authorization: `Bearer ${body.token as string}` },
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.addInitScript(`
      window.told = [];
      const Line = window.EventSource;
      window.EventSource = class extends Line {
        constructor(address) {
          super(address);
          this.addEventListener('message', ({ data }) => window.told.push(...JSON.parse(data).transfers));
        }
      };`);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });
  const says = async (fact: object): Promise<void> => {
    const { status, text } = await clerk.post(`/transfers/${id}/facts`, fact, aKey());
    expect(status, text).toBe(201);
  };

  test('shows what a colleague records at the same transfer, without being asked again', async () => {
    await page.goto(`${api.url}/app/transfers/${id}`);
    await page.getByRole('button', { name: 'Put on hold' }).waitFor();
    await says({ kind: 'held', reasonCode: 'H01', reviewOn: '2026-12-30' });
    // The page asks by the clock, too, every fifteen seconds: it was told before.
    await expect.poll(() => page.evaluate('window.told')).toContain(id);
    await page.getByRole('button', { name: /^Resume/ }).waitFor();
  });

  test('shows what was recorded while its line was lost', async () => {
    await context.setOffline(true);
    await says({ kind: 'resumed' });
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Put on hold' }).waitFor();
  });

  test('two at one step: the second is told who was first, and loses nothing that was typed', async () => {
    const other = await api.as('manager');
    await page.getByRole('button', { name: 'Put on hold' }).click();
    const dialog = page.getByRole('dialog', { name: 'Put on hold' });
    await dialog.getByLabel(/^Note/).fill('Asked twice.');
    await dialog.getByLabel('Reason').press('ArrowDown');
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await dialog.getByLabel(/^Look at it again/).fill('2026-12-30');
    const hold = { kind: 'held', reasonCode: 'H01', reviewOn: '2026-12-29' };
    const first = await other.post(`/transfers/${id}/facts`, hold, aKey());
    expect(first.status, first.text).toBe(201);
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.getByText('The transfer is on hold already.').waitFor();
    const { displayName } = first.body.event.by as { displayName: string };
    await dialog.getByText(`${displayName} was first: Put on hold`).waitFor();
    expect(await dialog.getByLabel(/^Note/).inputValue()).toBe('Asked twice.');
    // The page behind it shows by itself how it stands, and what was typed can be opened still.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Resume/ }).waitFor();
    await page.getByRole('button', { name: 'Put on hold (begun)' }).click();
    expect(await dialog.getByLabel(/^Note/).inputValue()).toBe('Asked twice.');
  });
});
