/** The insured person's page in a browser: five languages, both themes, zoomed, printed, with and without a script. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../api/pages/status-page/texts/index.ts';
import { PERSON_LANGUAGES, type PersonLanguage } from '../../domain/person-language.ts';
import { aTransferWithCode } from '../builders/status-code.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';

const screenshots = join(import.meta.dirname, '..', '..', 'test-results');

describe.skipIf(!chromiumExecutable())('the status page in a browser', () => {
  let api: TestApi;
  let browser: Browser;
  let code: string;
  const refusedByPolicy: string[] = [];
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    [api, browser] = await Promise.all([startApi(), launchBrowser()]);
    await api.db.updateTable('staff').set({ post: '发函岗', telephone: '010-66001122' }).execute();
    ({ code } = await aTransferWithCode(api.db, api.office));
  });
  afterEach(() => expect(refusedByPolicy).toEqual([]));
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  /** At the answer, as somebody comes to it who types code and digits. */
  async function answered(language: PersonLanguage, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await opened(`/s?lang=${language}`, options);
    await page.fill('#code', ` ${code.slice(0, 6)} ${code.slice(6)}`);
    await page.fill('#digits', '５６７８');
    await page.click('main form button');
    await page.waitForSelector('.holder');
    return page;
  }
  async function opened(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refusedByPolicy.push(message.text());
    });
    await page.goto(api.url + path);
    return page;
  }
  const faults = async (page: Page): Promise<string[]> =>
    (await accessibilityOf(page).analyze()).violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`);
  const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

  test.each(PERSON_LANGUAGES)(
    'has no fault that a checker of accessibility finds, light and dark, in %s',
    async (lang) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await answered(lang, { colorScheme, viewport: { width: 390, height: 800 } });
        expect(await faults(page)).toEqual([]);
        expect(await fits(page)).toBe(true);
        await page.screenshot({ path: join(screenshots, `status-${lang}-${colorScheme}.png`), fullPage: true });
        await page.goto(`${api.url}/s?lang=${lang}`);
        await page.click('main form button');
        expect(await page.textContent('.failure')).toContain(LANGUAGES[lang].texts.codeShape);
        expect(await faults(page)).toEqual([]);
        await page.context().close();
      }
    },
  );

  test.each([
    ['200 %', 640],
    ['400 %', 320],
  ])('does not scroll sideways at %s, in large print neither', async (_zoom, width) => {
    for (const lang of PERSON_LANGUAGES) {
      const page = await answered(lang, { viewport: { width, height: 600 } });
      expect([lang, await fits(page)]).toEqual([lang, true]);
      await page.click('button[name="size"]');
      await page.waitForSelector('html.large');
      expect([lang, await fits(page)]).toEqual([lang, true]);
      if (width === 320) await page.screenshot({ path: join(screenshots, `status-${lang}-400.png`), fullPage: true });
      await page.context().close();
    }
  });

  test('changes its language after the answer, without a script and by keyboard', async () => {
    const page = await answered('zh-CN', { javaScriptEnabled: false });
    expect(await page.isVisible('#aloud, #print')).toBe(false);
    await page.focus('button[value="fa"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[lang="fa"][dir="rtl"] .holder');
    expect(await page.textContent('.holder')).toBe(LANGUAGES.fa.texts.holders.ourOffice);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/s');
    expect(await page.context().cookies()).toEqual([]);
    await page.click(`a:has-text("${LANGUAGES.fa.texts.anotherCode}")`);
    expect(await page.textContent('h1')).toContain(LANGUAGES.fa.texts.title);
  });

  test('is read aloud by a browser that has a voice for it, and stops when asked', async () => {
    const page = await opened('/s?lang=ko');
    await page.context().addInitScript(`
      window.spoken = [];
      const speech = { speaking: false, getVoices: () => [{ lang: 'ko-KR' }],
        speak(said) { window.spoken.push(said.text + '|' + said.lang); speech.speaking = true; }, cancel() { speech.speaking = false; } };
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
      window.SpeechSynthesisUtterance = function (text) { this.text = text; };`);
    await page.fill('#code', code);
    await page.fill('#digits', '5678');
    await page.click('main form button');
    await page.click(`button:has-text("${LANGUAGES.ko.texts.readAloud}")`);
    expect(await page.evaluate('window.spoken')).toContain(`${LANGUAGES.ko.texts.holders.ourOffice}|ko`);
    await page.click(`button:has-text("${LANGUAGES.ko.texts.stopReading}")`);
    expect(await page.textContent('#aloud')).toBe(LANGUAGES.ko.texts.readAloud);
  });

  test('prints what it says and nothing that can be pressed', async () => {
    const page = await answered('en');
    expect(await page.isVisible('#print')).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('header, .afterwards')).toBe(false);
    expect(await page.isVisible('.holder')).toBe(true);
    await page.screenshot({ path: join(screenshots, 'status-print.png'), fullPage: true });
  });
});
