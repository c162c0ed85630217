/** The pages of the office in the languages that are neither its own nor English: readable, narrow enough, and in Persian mirrored. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { REVIEW_ID, SCAN } from './mock-entry.ts';
import { TRANSFER_ID } from './mock-office.ts';

/** Read by axe, too. */
const MAIN = ['/app/', '/app/my-work', `/app/transfers/${TRANSFER_ID}`, '/app/accept', '/app/bank'];
const OTHERS = [
  '/app/counter',
  `/app/transfers/${REVIEW_ID}/entry`,
  '/app/figures',
  '/app/bank/waiting',
  '/app/settings',
  '/app/operator',
  '/app/practice',
];

describe.skipIf(!chromiumExecutable())('the console in five languages', () => {
  const inBrowser = consoleInBrowser();
  const speaking = async (language: string): Promise<void> => {
    await inBrowser().page.addInitScript(
      `localStorage.getItem('baton.language') ?? localStorage.setItem('baton.language', '${language}')`,
    );
  };
  const visit = async (path: string): Promise<void> => {
    const { page, open } = inBrowser();
    await open(path);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
  };
  /** Once what follows the width of the page has followed it. */
  const fits = (width: number, height: number): Promise<boolean> => {
    const { page } = inBrowser();
    const narrowEnough = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
    return page
      .setViewportSize({ width, height })
      .then(() => expect.poll(() => page.evaluate(narrowEnough), { timeout: 3_000 }).toBe(true))
      .then(
        () => true,
        () => false,
      );
  };
  const placeOf = async (selector: string): Promise<{ x: number; right: number }> => {
    const box = await inBrowser().page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not on the page`);
    return { x: box.x, right: box.x + box.width };
  };

  test.each(['ko', 'vi', 'fa'])(
    'fits a desk and a telephone, and passes axe, in %s',
    async (language) => {
      const { page, violations } = inBrowser();
      await speaking(language);
      await page.route('**/papers/*', (asked) => asked.fulfill({ contentType: 'image/svg+xml', body: SCAN }));
      const wrong: string[] = [];
      for (const path of [...MAIN, ...OTHERS]) {
        await visit(path);
        if (!(await fits(1280, 900))) wrong.push(`${path} is wider than a desk`);
        if (MAIN.includes(path)) wrong.push(...(await violations('body')).map((id) => `${path}: ${id}`));
        if (!(await fits(360, 800))) wrong.push(`${path} is wider than a telephone`);
      }
      expect(wrong).toEqual([]);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    },
    90_000,
  );

  test('the sign-in offers each language in its own words, and the choice stays', async () => {
    const { page, url } = inBrowser();
    await page.goto(`${url}/app/sign-in`);
    const offered = page.getByLabel('Language').getByRole('option');
    await offered.nth(4).waitFor({ state: 'attached' });
    expect(await offered.allTextContents()).toEqual(['中文', 'English', '한국어', 'Tiếng Việt', 'فارسی']);
    await page.getByLabel('Language').selectOption('fa');
    await page.getByRole('heading', { name: 'ورود', exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
    await page.reload();
    await page.getByRole('heading', { name: 'ورود', exact: true }).waitFor();
    await page.getByLabel('زبان').selectOption('en');
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.dir')).toBe('ltr');
  });

  test('Persian begins on the right: the navigation, the tables, the procedure', async () => {
    await speaking('fa');
    await visit(`/app/transfers/${TRANSFER_ID}`);
    const [first, second] = [await placeOf('.navbar li:first-child'), await placeOf('.navbar li:nth-child(2)')];
    expect(first.x).toBeGreaterThan(second.x);
    expect(first.right).toBeGreaterThan(1180);
    expect((await placeOf('.brand')).x).toBeGreaterThan((await placeOf('.account')).x);
    expect((await placeOf('ol.line li:first-child .dot')).x).toBeGreaterThan(
      (await placeOf('ol.line li:nth-child(2) .dot')).x,
    );
    await visit('/app/my-work');
    expect((await placeOf('table.data th:first-child')).x).toBeGreaterThan(
      (await placeOf('table.data th:last-child')).x,
    );
  });

  test('Persian lets numbers run from left to right, also within a sentence and while they are typed', async () => {
    const { page } = inBrowser();
    const style = (selector: string, property: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
    await speaking('fa');
    await visit('/app/my-work');
    expect(await style('a.number', 'unicodeBidi')).toBe('plaintext');
    await visit(`/app/transfers/${TRANSFER_ID}`);
    expect(await page.locator('h1').innerText()).toMatch(/\u2068[\w-]+\u2069/);
    await visit('/app/accept');
    expect(await style('input[type=tel]', 'direction')).toBe('ltr');
    expect(await style('input:not([type=tel], .number)', 'unicodeBidi')).toBe('plaintext');
  });
});
