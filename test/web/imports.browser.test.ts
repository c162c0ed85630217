/** Files in: dropped, followed, and their refused lines put right in place. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';

describe.skipIf(!chromiumExecutable())('a file', () => {
  const inBrowser = consoleInBrowser();
  const drop = async (name: string, count = 1): Promise<void> => {
    await inBrowser().page.locator('form.hand-in').waitFor();
    await inBrowser().page.evaluate(`(() => {
      const dropped = new DataTransfer();
      for (let at = 0; at < ${String(count)}; at++) dropped.items.add(new File(['a'], at + '-${name}'));
      const how = { dataTransfer: dropped, bubbles: true, cancelable: true };
      for (const kind of ['dragover', 'drop']) document.querySelector('form.hand-in').dispatchEvent(new DragEvent(kind, how));
    })()`);
  };

  test('is chosen by dropping it, the first of several, and sent by its button', async () => {
    const { page, url, open, violations } = inBrowser();
    await open('/app/imports');
    await page.getByText('You can also drop the file here.').waitFor();
    await drop('ledger.csv', 2);
    await page.getByText('0-ledger.csv').waitFor();
    await page.getByText('One file at a time').waitFor();
    expect(await violations('main')).toEqual([]);
    let isHeld = true;
    await page.route(`${url}/imports`, async (asked) => {
      if (asked.request().method() !== 'POST') return asked.fallback();
      await expect.poll(() => isHeld).toBe(false);
      await asked.fulfill({ status: 202, json: (await (await page.request.get(`${url}/imports`)).json()).items[0] });
    });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('On its way to the office').waitFor();
    isHeld = false;
    await page.getByRole('region', { name: /^What is said of it/ }).waitFor();
    await page.getByText('none chosen').waitFor();
  });

  test('says how far it is, and how many of its lines are good', async () => {
    const { page, url, open, violations } = inBrowser();
    let isDone = false;
    await page.route(`${url}/imports`, async (asked) => {
      const listed = (await (await asked.fetch()).json()) as { items: object[] };
      const under = { state: 'running', linesTotal: 900, linesDone: 450, accepted: 431, refused: 19 };
      return asked.fulfill({ json: { items: listed.items.map((file) => (isDone ? file : { ...file, ...under })) } });
    });
    await open('/app/imports');
    await page.getByRole('button', { name: 'Show' }).click();
    const way = page.getByRole('region', { name: /^Is being worked off/ });
    await way.getByText('Lines: 450 of 900').waitFor();
    expect(await way.innerText()).toMatch(/Taken in\s+431.*Refused\s+19/s);
    expect(await violations('main')).toEqual([]);
    isDone = true;
    await page.getByRole('region', { name: /^What is said of it/ }).waitFor();
  });

  test('that is a photo is called one', async () => {
    const { page, url, open } = inBrowser();
    const errors = [{ field: 'file', code: 'picture', message: 'A photo.' }];
    await page.route(`${url}/imports`, (asked) =>
      asked.request().method() === 'POST'
        ? asked.fulfill({ status: 415, json: { type: '/problems/unsupported-file', title: '', status: 415, errors } })
        : asked.fallback(),
    );
    await open('/app/imports');
    await drop('photo.jpg');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').getByText('This is a photo or a scan, and no table.').waitFor();
  });

  test('has its refused line put right in place: all defects at their cells, kept over a reload, then taken in', async () => {
    const { page, open, violations } = inBrowser();
    await open('/app/imports');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('button', { name: 'Put line 3 right' }).click();
    const dialog = page.getByRole('dialog', { name: 'Line 3, put right' });
    const number = dialog.getByLabel('公民身份号码');
    expect(await number.inputValue()).toBe('1.10102E+17');
    await dialog.getByRole('link', { name: '公民身份号码' }).waitFor();
    await dialog.getByText('its digits are gone').waitFor();
    expect(await violations('[role=dialog]')).toEqual([]);
    await number.fill('1');
    await dialog.getByText('As it came: 1.10102E+17').waitFor();
    await dialog.getByRole('button', { name: 'Take in again' }).click();
    await dialog.getByRole('link', { name: '姓名' }).waitFor();
    await dialog.getByRole('link', { name: '公民身份号码' }).waitFor();
    await page.reload();
    await dialog.getByText(/^What you had typed at/).waitFor();
    expect(await number.inputValue()).toBe('1');
    await number.fill('110102199912310357');
    await dialog.getByRole('button', { name: 'Take in again' }).dblclick();
    await page.getByText('Line 3 has gone in.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
  });
});
