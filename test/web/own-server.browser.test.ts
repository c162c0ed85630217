/** Under the policy of the real server: nothing is refused by it, and nothing is asked of any other. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';

const ADDRESSES = [
  '/app/',
  '/app/my-work?tab=all',
  '/app/figures?view=trend&month=2026-05',
  '/app/accept',
  '/app/design',
];

describe.skipIf(!chromiumExecutable())('the pages', () => {
  const inBrowser = consoleInBrowser();

  test.each([
    ['zh-CN', 'light'],
    ['zh-CN', 'dark'],
    ['en', 'dark'],
  ] as const)('in %s and %s break no line of the policy and leave no trace elsewhere', async (language, appearance) => {
    const { page, url, open } = inBrowser();
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
    });
    await page.addInitScript(
      `localStorage.setItem('baton.language', '${language}'); localStorage.setItem('baton.appearance', '${appearance}');`,
    );
    for (const address of ADDRESSES) {
      await open(address);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
    }
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(asked.filter((one) => !one.startsWith(`${url}/`))).toEqual([]);
    expect(asked.length).toBeGreaterThan(20);
    expect(refused).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("script:not([src])").length')).toBe(0);
  });

  test('a script that is written into a page is not run', async () => {
    const { page, open } = inBrowser();
    await open('/app/');
    await page.locator('h1').waitFor();
    await page.evaluate(
      "{ const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }",
    );
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });
});
