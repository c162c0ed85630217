/** Light and dark in a real browser: every page passes axe in the dark, a choice is kept, paper is light, and nothing leaves the office's server. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { PAGES } from './main-pages.ts';

const PATIENTLY = { timeout: 20_000 };

const MORE = [
  ['/app/figures?month=2026-05', 'Trend'],
  ['/app/design', 'How the pages look'],
] as const;

const appearance = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.dataset.appearance');
const groundOf = (page: Page): Promise<unknown> =>
  page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
const LIGHT_PAPER = 'rgb(244, 245, 243)';

describe.skipIf(!chromiumExecutable())('light and dark', () => {
  const inBrowser = consoleInBrowser();

  test.each([...PAGES, ...MORE])('%s passes axe in the dark', async (address, sign) => {
    const { page, open, violations } = inBrowser();
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(address);
    await page.getByText(sign).first().waitFor();
    expect(await appearance(page)).toBe('dark');
    expect(await violations('body')).toEqual([]);
  });

  test('the sign-in and a form pass axe in the dark', async () => {
    const { page, url, open, violations } = inBrowser();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${url}/app/`);
    await page.getByRole('button', { name: 'Letter clerk 3' }).waitFor();
    expect(await violations('body')).toEqual([]);
    await open('/app/transfers/00000000-0000-4000-8000-000000000100');
    await page.getByRole('button', { name: 'Letter sent' }).click();
    await page.getByRole('dialog').getByLabel(/^Note/).waitFor();
    expect(await violations('[role=dialog]')).toEqual([]);
  });

  test('the design page passes axe in light too', async () => {
    const { page, open, violations } = inBrowser();
    await open('/app/design');
    await page.getByRole('heading', { level: 1, name: 'How the pages look' }).waitFor();
    expect(await appearance(page)).toBe('light');
    expect(await violations('body')).toEqual([]);
  });

  test('a choice is kept in the browser, goes before the system, and reaches other tabs', async () => {
    const { page, url, open } = inBrowser();
    await open('/app/');
    const choice = page.getByLabel('Appearance');
    await choice.selectOption('dark');
    expect(await appearance(page)).toBe('dark');
    const other = await page.context().newPage();
    await other.goto(`${url}/app/`);
    await other.getByLabel('Appearance').waitFor();
    expect(await appearance(other)).toBe('dark');
    await other.getByLabel('Appearance').selectOption('light');
    await expect.poll(() => appearance(page), PATIENTLY).toBe('light');
    await choice.selectOption('system');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => appearance(page), PATIENTLY).toBe('dark');
    await page.reload();
    await choice.waitFor();
    expect(await appearance(page)).toBe('dark');
  });

  test('what is made of antd turns dark without a reload', async () => {
    const { page, open } = inBrowser();
    await open('/app/my-work?tab=all');
    const box = page.locator('.ant-select').first();
    await box.waitFor();
    const colour = () => page.evaluate("getComputedStyle(document.querySelector('.ant-select')).color");
    expect(await colour()).toBe('rgb(28, 42, 51)');
    await page.getByLabel('Appearance').selectOption('dark');
    await expect.poll(colour, PATIENTLY).toBe('rgb(228, 235, 235)');
  });

  test('paper is light, whatever the screen shows', async () => {
    const { page, open } = inBrowser();
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('/app/my-work?tab=all');
    await page.locator('.ant-select').first().waitFor();
    expect(await groundOf(page)).not.toBe(LIGHT_PAPER);
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await expect.poll(() => appearance(page), PATIENTLY).toBe('light');
    const words = () => page.evaluate("getComputedStyle(document.querySelector('h1')).color");
    await expect.poll(words, PATIENTLY).toBe('rgb(28, 42, 51)');
    await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
    await expect.poll(() => appearance(page), PATIENTLY).toBe('dark');
  });

  test('the colours of a chart follow', async () => {
    const { page, open } = inBrowser();
    await open('/app/figures?view=trend&month=2026-05');
    const word = page.locator('.chart svg text').first();
    const fill = () => word.getAttribute('fill');
    await word.waitFor();
    const light = await fill();
    await page.getByLabel('Appearance').selectOption('dark');
    await expect.poll(fill, PATIENTLY).not.toBe(light);
  });
});
