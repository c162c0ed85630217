/** The console by the keyboard alone: where the focus is when something opens, closes or is gone. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { row as rowOf, TRANSFER_ID } from './mock-office.ts';
import { WITHDRAWN_ID } from './mock-transfers.ts';

const PERSON = { name: '样例甲', idNumberMasked: '', mobileMasked: null, by: ['mobile'] };

describe.skipIf(!chromiumExecutable())('by keyboard', () => {
  const inBrowser = consoleInBrowser();
  const focused = (): Promise<string> =>
    inBrowser().page.evaluate(
      '(document.activeElement.labels?.[0] ?? document.activeElement).textContent || document.activeElement.tagName',
    );

  test('a dialog opens in its first field and gives the focus back to what opened it', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    const button = page.getByRole('button', { name: 'Other office contacted' });
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Other office contacted' });
    await dialog.waitFor();
    await expect.poll(focused).toBe('Phone');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('Other office contacted');
  });

  test('Esc closes the list or the calendar that is open, and then the dialog', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Put on hold' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Put on hold' });
    for (const [field, list] of [
      ['Reason', '.ant-select-dropdown:visible'],
      ['Look at it again on', '.ant-picker-dropdown:visible'],
    ] as const) {
      await dialog.getByLabel(field).click();
      await page.locator(list).waitFor();
      await page.keyboard.press('Escape');
      await page.locator(list).waitFor({ state: 'hidden' });
    }
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('Enter sends from a line, Ctrl and Enter from a text; when the button is gone, the focus is at its panel', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Letter sent' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Letter sent' });
    await dialog.getByLabel('Waybill number').fill('12');
    await dialog.getByLabel('Waybill number').press('Enter');
    await dialog.getByText('That is neither 13 digits').waitFor();
    await dialog.getByLabel('Waybill number').fill('1234567890123');
    await dialog.getByLabel(/^Note/).fill('Two');
    await dialog.getByLabel(/^Note/).press('Enter');
    await dialog.getByLabel(/^Note/).press('Control+Enter');
    await page.getByText('Recorded: Letter sent').waitFor();
    await page.getByRole('button', { name: 'Letter sent' }).waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('What may be recorded now');
  });

  test('a defect in a folded part unfolds it, has the focus, and stands in the list above with a link to each field', async () => {
    const { page, url, open, violations } = inBrowser();
    const errors = ['agent.telephone', 'person.mobile', 'nowhere'].map((field) => ({
      field,
      code: 'telephone',
      message: 'No telephone.',
    }));
    const refused = { type: '/problems/invalid', title: 'Invalid', status: 422, errors };
    await page.route(`${url}/checks/transfer`, (asked) => asked.fulfill({ status: 422, json: refused }));
    await open('/app/accept');
    await page.getByLabel('Name', { exact: true }).fill('样例甲');
    await page.getByLabel('Name', { exact: true }).press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: 'Please correct what is marked' });
    await summary.getByRole('link', { name: "Agent's telephone" }).waitFor();
    // What the form itself misses and what the office refused, in the order of the page.
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'ID number',
      'Mobile (optional)',
      'Office of the original place',
      'Household registration in this province',
      'Insured here now',
      'Draws a pension already',
      "Agent's telephone",
    ]);
    await expect.poll(focused).toBe('ID number');
    expect(await page.getByLabel("Agent's telephone").isVisible()).toBe(true);
    expect(await violations('main')).toEqual([]);
    await summary.getByRole('link', { name: "Agent's telephone" }).press('Enter');
    await expect.poll(focused).toBe("Agent's telephone");
    await page.keyboard.type('1');
    await summary.getByRole('link', { name: "Agent's telephone" }).waitFor({ state: 'hidden' });
  });

  test('what closes a transfer stands last, asks once more with the focus on the way back, and then does it', async () => {
    const { page, open, violations } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    const buttons = page.locator('.facts-panel button');
    await buttons.first().waitFor();
    expect((await buttons.allTextContents()).at(0)).toBe('Letter sent');
    expect((await buttons.allTextContents()).at(-1)).toBe('Withdraw');
    await buttons.last().press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Withdraw' });
    await dialog.getByLabel('Reason').fill('W01');
    await page.getByRole('option', { name: /W01/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await dialog.getByLabel(/^Note/).press('Control+Enter');
    await dialog.getByText('It cannot be opened again.').waitFor();
    expect(await violations('[role=dialog]')).toEqual([]);
    await expect.poll(focused).toBe('Back');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Record');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Back');
    const sent = page.waitForRequest((asked) => asked.url().endsWith('/facts'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await sent).postDataJSON()).toEqual({ kind: 'withdrawn', reasonCode: 'W01' });
    await dialog.waitFor({ state: 'hidden' });
  });

  test('an application is accepted without the mouse, and then the next one', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await page.getByRole('heading', { level: 1, name: 'Accept a transfer' }).waitFor();
    const tabTo = async (label: string): Promise<void> => {
      for (let presses = 0; presses < 30 && (await focused()) !== label; presses++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(label);
    };
    await tabTo('Name');
    await page.keyboard.type('样例甲');
    await tabTo('ID number');
    await page.keyboard.type('110102199912310357');
    await tabTo('Office of the original place');
    await page.keyboard.type('330100');
    await page.keyboard.press('Enter');
    await tabTo('Scheme');
    for (const answer of ['Yes', 'Yes', 'No']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Yes');
      await page.keyboard.press('Space');
      if (answer === 'No') await page.keyboard.press('ArrowRight');
    }
    const sent = page.waitForRequest((asked) => asked.method() === 'POST' && asked.url().endsWith('/transfers'));
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('Nothing is accepted yet.');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Check the answers');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('Nothing is accepted yet.');
    await page.keyboard.press('Enter');
    expect((await sent).postDataJSON()).toMatchObject({
      person: { name: '样例甲', idNumber: '110102199912310357' },
      counterpartAreaCode: '330100',
      localHukou: true,
      insuredHere: true,
      drawsPension: false,
    });
    await expect.poll(focused).toContain('K7QF-2M9X-PTR4');
    await tabTo('Accept another');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Name');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('');
  });

  test('digits of a Persian or full-width keyboard are those of our papers, in lines, searches and days', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await page.getByLabel('ID number').click();
    await page.keyboard.type('۱۱۰۱۰۲۱۹۹۹۱۲۳۱۰۳۵۷');
    expect(await page.getByLabel('ID number').inputValue()).toBe('110102199912310357');
    await page.getByLabel('ID number').press('ArrowLeft');
    await page.keyboard.type('８');
    expect(await page.getByLabel('ID number').inputValue()).toBe('1101021999123103587');
    await open('/app/counter');
    const box = page.getByRole('textbox', { name: 'What does the person say or show?' });
    await box.fill('۰۳۵۷');
    const asked = page.waitForRequest((one) => one.url().endsWith('/transfers/search'));
    await box.press('Enter');
    expect((await asked).postDataJSON()).toEqual({ any: '0357' });
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Put on hold' }).press('Enter');
    const day = page.getByRole('dialog', { name: 'Put on hold' }).getByLabel('Look at it again on');
    for (const typed of ['۲۰۲۶-۰۶-۱۵', '２０２６－０６－１６']) {
      await day.fill(typed);
      await day.press('Enter');
      await expect.poll(() => day.inputValue()).toBe(typed.startsWith('۲') ? '2026-06-15' : '2026-06-16');
    }
  });

  test('what was found among several is gone on from, not from the box in which it was looked for', async () => {
    const { page, open } = inBrowser();
    await open('/app/');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    const several = [rowOf(0), { ...rowOf(1), id: WITHDRAWN_ID }];
    await page.route('**/transfers/search', (asked) =>
      asked.fulfill({
        json: { items: several, next: null, persons: [{ ...PERSON, transferIds: several.map(({ id }) => id) }] },
      }),
    );
    await page.keyboard.press('/');
    await page.keyboard.type('13900000000');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'What was found' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('Find a transfer by any number');
    await page.keyboard.press('Enter');
    await dialog.getByRole('link', { name: 'IN20260600001' }).first().press('Enter');
    await expect.poll(focused).toBe('Transfer IN20260600001');
  });
});
