/** The counter and the page of a person, by the keyboard alone; numbers of a colleague's person, shown for a reason. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { detail, TRANSFER_ID } from './mock-office.ts';
import { inFull } from './mock-person.ts';

describe.skipIf(!chromiumExecutable())('whoever stands at the counter', () => {
  const inBrowser = consoleInBrowser();
  const focused = (): Promise<string> =>
    inBrowser().page.evaluate(
      '(document.activeElement.labels?.[0] ?? document.activeElement).textContent || document.activeElement.tagName',
    );
  const languages = ['en', 'zh-CN'] as const;
  const inLanguage = (language: (typeof languages)[number]) =>
    inBrowser().page.addInitScript(`localStorage.setItem('baton.language', '${language}')`);
  const noSidewaysScroll = () =>
    inBrowser().page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

  test('is found by four digits and opened, without the mouse, and nothing of it stands in an address', async () => {
    const { page, open } = inBrowser();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('/app/counter');
    await expect.poll(focused).toBe('What does the person say or show?');
    await page.keyboard.type('0357');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('样例甲: everything');
    expect(await page.getByRole('status').allInnerTexts()).toContain('2 persons were found.');
    const walked: string[] = [];
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press('ArrowDown');
      walked.push(await focused());
    }
    expect(walked).toEqual(['IN20260600001', 'IN20260600002', '样例乙: everything', 'IN20260600003']);
    for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe('What does the person say or show?');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '样例甲' }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/app/transfers/${TRANSFER_ID}/person`);
    expect(asked.filter((url) => /0357|%E6%A0%B7/.test(url))).toEqual([]);
  });

  test('asks by a number of a transfer for the transfer, and by none that is known is told what may be typed', async () => {
    const { page, open } = inBrowser();
    await open('/app/counter');
    await expect.poll(focused).toBe('What does the person say or show?');
    await page.keyboard.type('IN20260600001');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('IN20260600001');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('nobody');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing was found.').waitFor();
    await page.getByText('A name must be exact.').waitFor();
    await expect.poll(focused).toBe('What does the person say or show?');
    await page.keyboard.type('0357');
    expect(await page.getByRole('textbox', { name: 'What does the person say or show?' }).inputValue()).toBe('0357');
  });

  test('is told who holds it until when, what is next, what waits, and what truly became of each notice', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}/person`);
    const now = page.getByRole('region', { name: 'What to tell now' });
    await now.getByText('Letter clerk 3 holds it since 3 June, due 23 June.').waitFor();
    await now.getByText('Has to be told:').waitFor();
    expect(await now.innerText()).toContain('L07');
    const told = page.getByRole('region', { name: 'What the person was told' });
    const rows = (await told.getByRole('row').allInnerTexts()).slice(1);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/not delivered|failed/i);
    expect(rows[1]).toContain('空号');
    expect(await page.getByRole('region', { name: 'All transfers' }).getByRole('row').count()).toBe(3);
    await page.getByText('*******7777').waitFor();
  });

  test('takes the slip home: it is printed alone, and the way back is there', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}/person`);
    await page.getByRole('button', { name: 'Slip to print' }).press('Enter');
    await expect.poll(focused).toContain('K7QF-2M9X-PTR4');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Back to the person' }).press('Enter');
    await page.getByRole('region', { name: 'What to tell now' }).waitFor();
    await expect.poll(focused).not.toBe('BODY');
  });

  test('has whole numbers for a reason only, which is asked and kept while it is typed', async () => {
    const { page, open } = inBrowser();
    const sent: unknown[] = [];
    page.on('request', (asked) => asked.method() === 'POST' && sent.push(asked.postDataJSON()));
    await open(`/app/transfers/${TRANSFER_ID}/person`);
    await page.getByText('110***********0357').waitFor();
    expect(await page.content()).not.toContain(inFull.mobile);
    await page.getByRole('button', { name: 'Show whole numbers' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Why do you need the whole numbers?' });
    await dialog.getByRole('radio', { name: 'Another reason' }).check();
    await dialog.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    await dialog.getByText('Please fill this in.').waitFor();
    expect(sent).toEqual([]);
    await dialog.getByLabel('In a sentence').fill('核对旧号码');
    await page.reload();
    await dialog.waitFor();
    expect(await dialog.getByLabel('In a sentence').inputValue()).toBe('核对旧号码');
    await dialog.getByLabel('In a sentence').press('Control+Enter');
    await page.getByText('13900000000').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    const emptyRows = "[...document.querySelectorAll('dl.pairs dd')].filter((one) => one.textContent === '').length";
    expect(await page.evaluate(emptyRows)).toBe(0);
    expect(sent).toEqual([{ reason: 'other', note: '核对旧号码' }]);
    expect(await page.getByRole('button', { name: 'Show whole numbers' }).count()).toBe(0);
    await expect.poll(focused).not.toBe('BODY');
    // Gone with the page: whoever comes back says why again.
    await page.getByRole('link', { name: 'Back to IN20260600001' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Transfer IN20260600001' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Show whole numbers' }).waitFor();
  });

  test('of one’s own work is called at once from the transfer', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    const about = page.getByRole('region', { name: 'About' });
    await about.getByRole('link', { name: '13900000000' }).waitFor();
    expect(await about.getByRole('link', { name: '13900000000' }).getAttribute('href')).toBe('tel:13900000000');
    expect(await about.innerText()).toContain(detail.person.inFull!.idNumber);
    await page.getByRole('link', { name: 'The person: everything' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: '样例甲' }).waitFor();
  });

  test.each(languages)('has pages that anybody can use, in %s, also at twice the size', async (language) => {
    const { page, open, violations } = inBrowser();
    await inLanguage(language);
    await open(`/app/transfers/${TRANSFER_ID}/person`);
    await page.getByText('样例路1号').waitFor();
    expect(await violations('body')).toEqual([]);
    await page.getByRole('button', { name: /Show whole|查看完整/ }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations('[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await noSidewaysScroll()).toBe(true);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await noSidewaysScroll()).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
    await open('/app/counter');
    await page
      .getByRole('search', { name: /Counter|窗口查询/ })
      .getByRole('textbox')
      .fill('0357');
    await page.keyboard.press('Enter');
    await page.getByText('样例乙').waitFor();
    expect(await violations('body')).toEqual([]);
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await noSidewaysScroll()).toBe(true);
  });
});
