/** A file of ten thousand bad lines: the page shows them in pieces, and answers while it does. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';

const LINES = 10_000;
const PATIENTLY = { timeout: 20_000 };
const refusals = Array.from({ length: LINES }, (_, at) => ({
  line: at + 2,
  field: '公民身份号码',
  code: 'scientific',
  reason: 'Its digits are gone.',
}));

describe.skipIf(!chromiumExecutable())('ten thousand lines that came at once', () => {
  const inBrowser = consoleInBrowser();

  test('are shown in pieces, in their order, each with a button for more', async () => {
    const { page, open } = inBrowser();
    await page.route(/\/imports\/[^/]+\/refusals$/, (route) => route.fulfill({ json: { items: refusals } }));
    await open('/app/imports?file=0a51b3c5-0000-4000-8000-000000000001');
    const told = page.getByRole('table', { name: /lines/i });
    await told.waitFor();
    const rows = told.locator('tbody tr');
    expect(await rows.count()).toBe(200);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => rows.count(), PATIENTLY).toBe(400);
    expect(await rows.last().locator('td').first().innerText()).toBe('400');
  });
});
