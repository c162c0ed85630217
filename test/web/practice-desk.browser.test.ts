/** Tour and practice desk before a real practice office: by keyboard alone, in English and from right to left. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_PASSWORD } from '../../domain/staff/practice.ts';
import { practiceOffice, type PracticeOffice } from '../builders/practice-office.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { caller, PASSWORD, startApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { keepScreen } from '../support/screens.ts';
import { builtConsole } from '../support/servers.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await accessibilityOf(page).withTags(WCAG).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe.skipIf(!chromiumExecutable())('tour and practice desk', () => {
  let office: PracticeOffice;
  let browser: Browser;
  let webFolder: string;
  const complaints: string[] = [];
  beforeAll(async () => {
    webFolder = await builtConsole();
    [office, browser] = await Promise.all([practiceOffice({ webFolder }), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await office.stop();
    expect(complaints).toEqual([]);
  });

  async function pageOf(url: string, username: string, password: string, language = 'en'): Promise<Page> {
    const { body } = await caller(url, {}).post('/sessions', { username, password });
    const context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
      extraHTTPHeaders: { Authorization: `Bearer ${String(body.token)}` },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.addInitScript(`localStorage.setItem('baton.language', '${language}')`);
    await page.goto(`${url}/app/`);
    return page;
  }
  const inPractice = (username: string, language?: string) => pageOf(office.url, username, PRACTICE_PASSWORD, language);

  /** The stops, each with what it points at on the screen, gone through with this key. */
  async function walk(page: Page, onward: string): Promise<string[]> {
    const titles: string[] = [];
    for (;;) {
      const tour = page.locator('.ant-tour[role=dialog]');
      await tour.waitFor();
      titles.push((await tour.locator('.ant-tour-title').innerText()).trim());
      const [at, of] = (await tour.locator('.ant-tour-indicators').innerText()).match(/\d+/g)!.map(Number);
      // Whoever presses Enter goes on: the focus is on the button.
      expect(await page.evaluate('document.activeElement.matches(".ant-tour .ant-btn-primary")')).toBe(true);
      if (at === of) return titles;
      await page.keyboard.press(onward);
      await expect
        .poll(() => page.evaluate("/\\d+/.exec(document.querySelector('.ant-tour-indicators')?.innerText)?.[0]"))
        .toBe(String(at! + 1));
    }
  }

  test('a tour is offered and never begins by itself; by keyboard it shows what stands on the screen', async () => {
    const page = await inPractice('letter1');
    const show = page.getByRole('button', { name: 'Show me' });
    await show.waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.ant-tour').count()).toBe(0);
    await show.press('Enter');
    const titles = await walk(page, 'ArrowRight');
    expect(titles).toEqual([
      'Post',
      'My work',
      'Find a transfer by any number',
      'Colleagues',
      'Office clock',
      'Practice desk',
    ]);
    await keepScreen(page, 'practice-tour-en');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await page.locator('.ant-tour-title', { hasText: 'Office clock' }).waitFor();
    // Tab stays with the tour.
    for (let times = 0; times < 5; times++) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest(".ant-tour") !== null')).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.ant-tour').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement?.className')).toBe('tour-button');
  });

  test('dismissed for good, and found again in the menu', async () => {
    const page = await inPractice('entry1');
    await page.getByRole('button', { name: 'Do not offer it again' }).press('Enter');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: 'Show me' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Tour', exact: true }).press('Enter');
    expect((await walk(page, 'Enter')).length).toBeGreaterThanOrEqual(5);
    await page.keyboard.press('Enter');
    await page.locator('.ant-tour').waitFor({ state: 'detached' });
  });

  test('it runs from right to left where the writing does', async () => {
    const page = await inPractice('review1', 'fa');
    await page.getByRole('button', { name: 'نشانم بده' }).press('Enter');
    expect(await walk(page, 'ArrowLeft')).toHaveLength(6);
    await keepScreen(page, 'practice-tour-fa');
    expect(await page.evaluate('getComputedStyle(document.querySelector(".ant-tour")).direction')).toBe('rtl');
    expect(await violations(page)).toEqual([]);
  });

  test('it never lies over a window', async () => {
    const page = await inPractice('manager');
    await page.getByRole('link', { name: 'Colleagues' }).press('Enter');
    await page
      .getByRole('button', { name: /absence/i })
      .first()
      .press('Enter');
    await page.locator('.ant-modal').waitFor();
    await page.evaluate('document.querySelector(".tour-button").click()');
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    expect(await page.locator('.ant-tour').count()).toBe(0);
    // And what was begun in it is still there.
    expect(await page.locator('.ant-modal').count()).toBe(1);
  });

  test('an exercise is begun, done on its own case and explained, by keyboard', async () => {
    const page = await inPractice('letter2');
    await page.getByRole('link', { name: 'Practice desk' }).press('Enter');
    await page.getByRole('button', { name: 'Begin: Post a letter' }).press('Enter');
    await page.getByText('Your case is being made.').waitFor();
    await office.makeCases();
    expect(office.said).toEqual([]);
    const exercise = page.getByRole('region', { name: 'Post a letter' });
    const waybill = (await exercise.locator('.pair', { hasText: 'Waybill' }).locator('dd').innerText()).trim();
    expect(await violations(page)).toEqual([]);
    await exercise.locator('a.number').press('Enter');
    await page.getByRole('button', { name: 'Letter sent' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Waybill number').fill(waybill);
    await dialog.getByLabel('Waybill number').press('Enter');
    await page.getByText(/^Recorded: /).waitFor();
    await page.getByRole('link', { name: 'Practice desk' }).press('Enter');
    await page.getByRole('button', { name: 'I have done it: Post a letter' }).press('Enter');
    await exercise.getByText('100 of 100 points').waitFor();
    await page.getByRole('button', { name: 'Again, on a fresh case: Post a letter' }).waitFor();
    await keepScreen(page, 'practice-desk-en');
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  test('what was missed is said first, with the norm; from right to left as well', async () => {
    const page = await inPractice('clerk2', 'fa');
    await page.goto(`${office.url}/app/practice`);
    const exercise = page.getByRole('region', { name: 'با دلیل درست رد کنید' });
    await exercise.getByRole('button', { name: /شروع/ }).press('Enter');
    await exercise.getByRole('button', { name: /انجام دادم/ }).press('Enter');
    await exercise.getByText(/20\u2069? از 100 امتیاز/).waitFor();
    const rules = await exercise.locator('.rules li').allInnerTexts();
    expect(rules).toHaveLength(3);
    expect(rules[0]).toMatch(/رعایت نشد[^]*国办发〔2009〕66号第八条/);
    expect(rules[2]).toContain('درست');
    await keepScreen(page, 'practice-desk-fa');
    expect(await violations(page)).toEqual([]);
  });

  test('a real office is offered nothing and has no practice desk; its tour is in the menu', async () => {
    const api = await startApi({ webFolder, practice: false });
    try {
      const page = await pageOf(api.url, 'letterclerk', PASSWORD);
      await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('button', { name: 'Show me' }).count()).toBe(0);
      expect(await page.locator('.ant-tour').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Practice desk' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Tour', exact: true }).press('Enter');
      expect(await walk(page, 'ArrowRight')).toHaveLength(5);
      await page.goto(`${api.url}/app/practice`);
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    } finally {
      await api.stop();
    }
  });
});
