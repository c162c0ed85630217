/** The built console in a browser for one test file: a page and an office of its own for every test. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { accessibilityOf } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';
import { startMockApi, type MockApi } from './mock-api.ts';

export interface ConsoleInBrowser {
  readonly page: Page;
  readonly url: string;
  /** The office behind it: what it was sent. */
  readonly api: MockApi;
  /** Of somebody who has signed in before. */
  readonly open: (path: string) => Promise<void>;
  readonly violations: (part: string) => Promise<string[]>;
}

/**
 * Call it inside a `describe`; what it gives is read anew in every test.
 * @param hears whatever the page complains of in the browser's own log fails the test, too
 */
export function consoleInBrowser({ hears = false } = {}): () => ConsoleInBrowser {
  let built: string;
  let browser: Browser;
  let api: MockApi;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    built = await builtConsole();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    api = await startMockApi(built);
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports every answer of 4xx; those are part of the stories.
      if (hears && message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
  });
  afterEach(async () => {
    await page.context().close();
    await api.stop();
    expect(complaints).toEqual([]);
  });

  const open = async (path: string): Promise<void> => {
    await page.context().addCookies([{ name: 'baton_session', value: 't', url: api.url }]);
    await page.goto(api.url + path);
  };
  const violations = async (part: string): Promise<string[]> => {
    const axe = accessibilityOf(page).include(part).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
    return (await axe.analyze()).violations.map(({ id }) => id);
  };
  return () => ({ page, url: api.url, api, open, violations });
}
