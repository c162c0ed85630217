/** What is read stays where it is while the rest of a page comes: cumulative layout shift as Chromium counts it, at most 0.05. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { PAGES } from './main-pages.ts';

const PATIENTLY = { timeout: 20_000 };

const MOST = 0.05;
/** Of an answer: long enough that what stands for it is painted first. */
const SLOW_MS = 120;

const WATCH = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) window.shifts.push({ value, of: sources.map(({ node }) => node?.outerHTML?.slice(0, 120)) });
  }).observe({ type: 'layout-shift', buffered: true });
`;

interface Shift {
  readonly value: number;
  readonly of: readonly string[];
}

describe.skipIf(!chromiumExecutable())('nothing jumps on', () => {
  const inBrowser = consoleInBrowser();

  test.each([
    ...PAGES,
    ['/app/figures?month=2026-05', 'Trend'] as const,
    ['/app/design', 'How the pages look'] as const,
  ])('%s while its answers come', async (address, sign) => {
    const { page, open } = inBrowser();
    await page.route(/^(?!.*\/app\/)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      await route.continue();
    });
    await page.addInitScript(WATCH);
    await open(address);
    await page.getByText(sign).first().waitFor();
    await page.waitForLoadState('networkidle');
    const shifts = await page.evaluate<Shift[]>('window.shifts');
    const sum = shifts.reduce((all, { value }) => all + value, 0);
    if (sum > MOST) expect.fail(`${sum.toFixed(3)}: ${JSON.stringify(shifts, null, 1)}`);
  });

  test('the measure sees a jump', async () => {
    const { page, open } = inBrowser();
    await page.addInitScript(WATCH);
    await open('/app/');
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(
      "{ const block = document.createElement('div'); block.style.height = '300px'; document.body.prepend(block); }",
    );
    await expect.poll(() => page.evaluate('window.shifts.some(({ value }) => value > 0.1)'), PATIENTLY).toBe(true);
  });
});
