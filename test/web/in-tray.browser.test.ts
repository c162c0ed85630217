/** The in-tray in a real browser: papers one after the other with the keys alone, all defects beside their fields, what waits is placed. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { letter, PARKED_ID, parked } from './mock-incoming.ts';

const REFUSED = {
  type: '/problems/invalid',
  title: 'invalid',
  status: 422,
  instance: 'req-1',
  errors: [
    { field: 'arrivedAt', code: 'future', message: 'A paper that is here has arrived.' },
    { field: 'letterDated', code: 'afterArrival', message: 'A letter is not dated after the day on which it came.' },
    { field: 'waybill', code: 'envelopeNumber', message: 'Not the number of an envelope.' },
  ],
};

describe.skipIf(!chromiumExecutable())('the in-tray', () => {
  const inBrowser = consoleInBrowser();

  test('registers paper after paper with scanner and keys, and says what became of each', async () => {
    const { page, open, violations } = inBrowser();
    const sent: Record<string, unknown>[] = [];
    await page.route('**/incoming', (asked) => {
      if (asked.request().method() !== 'POST') return asked.fallback();
      sent.push(asked.request().postDataJSON() as Record<string, unknown>);
      const body = sent.length === 1 ? letter : parked;
      return asked.fulfill({ status: 201, json: body });
    });
    await open('/app/in-tray');
    const envelope = page.getByLabel('Waybill of the envelope');
    await expect.poll(() => envelope.evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.getByText('Something else').first().waitFor({ state: 'attached' });
    expect(await violations('main')).toEqual([]);

    await page.keyboard.type('1234567890123');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Sender' }).focus();
    await page.keyboard.type('shss');
    await page.getByRole('option', { name: /310000/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByLabel('Number of the letter').focus();
    await page.keyboard.type('沪社转2026-118');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/Opened a transfer/)
      .first()
      .waitFor();

    expect(sent[0]).toEqual({
      kind: 'letter',
      channel: 'ems',
      arrivedAt: expect.stringMatching(/^2026-06-08T02:2\d/),
      senderAreaCode: '310000',
      letterNo: '沪社转2026-118',
      waybill: '1234567890123',
    });
    // The next one begins: empty, and the scanner types where it did.
    await expect.poll(() => envelope.evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await envelope.inputValue()).toBe('');
    expect(await page.getByLabel('Number of the letter').inputValue()).toBe('');
    await page.keyboard.type('SF1234567890123');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Waits.*\(Sender unknown\).*With Letter clerk 3/).waitFor();
    expect(sent[1]).toMatchObject({ waybill: 'SF1234567890123' });
  });

  test('has every defect beside its field at once, and keeps what was typed', async () => {
    const { page, open } = inBrowser();
    await page.route('**/incoming', (asked) =>
      asked.request().method() === 'POST'
        ? asked.fulfill({ status: 422, contentType: 'application/problem+json', json: REFUSED })
        : asked.fallback(),
    );
    await open('/app/in-tray');
    await page.getByLabel('Waybill of the envelope').fill('12');
    await page.getByLabel('Number of the letter').fill('L-1');
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page
      .getByText('8 to 30 letters and digits; the check digit of an international number has to fit.')
      .waitFor();
    await page.getByText('A letter is not dated after the day on which it came.').waitFor();
    expect(await page.locator('.ant-form-item-explain-error').count()).toBe(3);
    expect(await page.getByLabel('Number of the letter').inputValue()).toBe('L-1');
  });

  test('shows with whom each waits, by the address what is asked, and places what was found out', async () => {
    const { page, open } = inBrowser();
    let said: unknown;
    await page.route(`**/incoming/${PARKED_ID}/placing`, (asked) => {
      said = asked.request().postDataJSON();
      return asked.fulfill({ json: { ...parked, state: 'opened', parkedFor: null, task: null } });
    });
    await open('/app/in-tray');
    const table = page.getByRole('table', { name: 'Papers that came' });
    await table.getByRole('row').nth(3).waitFor();
    await page.getByRole('combobox', { name: 'State' }).selectOption('parked');
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    expect(new URL(page.url()).search).toBe('?state=parked');
    const row = table.getByRole('row').filter({ hasText: '某地社保' });
    expect(await row.innerText()).toMatch(/Waits[\s\S]*Sender unknown[\s\S]*Letter clerk 3/);

    await row.getByRole('button', { name: 'Place' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Name').inputValue()).toBe('样例糊');
    await dialog.getByRole('combobox', { name: 'Sender' }).fill('hzs');
    await page.getByRole('option', { name: /330100/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await dialog.getByLabel('ID number').fill('110102199912310357');
    await dialog.getByRole('button', { name: 'Place' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(said).toEqual({
      senderAreaCode: '330100',
      person: { name: '样例糊', idNumber: '110102199912310357' },
    });
  });

  test('sets aside with a word what belongs to nobody here, and takes it up again', async () => {
    const { page, open } = inBrowser();
    const said: unknown[] = [];
    const note = '误投';
    const aside = {
      ...parked,
      state: 'setAside',
      task: null,
      setAside: { at: letter.recordedAt, by: letter.by, note },
    };
    let now: object = parked;
    await page.route(/\/incoming\?/, (asked) => asked.fulfill({ json: { items: [now], next: null } }));
    await page.route(`**/incoming/${PARKED_ID}/*`, (asked) => {
      const isAside = asked.request().url().endsWith('/setting-aside');
      if (isAside) said.push(asked.request().postDataJSON());
      now = isAside ? aside : parked;
      return asked.fulfill({ json: now });
    });
    await open('/app/in-tray');
    const row = page.getByRole('row').filter({ hasText: '某地社保' });
    await row.getByRole('button', { name: 'Set aside' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    await dialog.getByText('Please fill this in.').first().waitFor();
    await dialog.getByLabel('Why').fill(note);
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(said).toEqual([{ note }]);
    await row.getByText(note).waitFor();
    await row.getByRole('button', { name: 'Take up again' }).click();
    await dialog.getByRole('button', { name: 'Take up again' }).click();
    await row.getByRole('button', { name: 'Place' }).waitFor();
  });
});
