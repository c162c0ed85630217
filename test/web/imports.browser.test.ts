/** Files in: dropped, followed, and their refused lines put right in place. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { SEVERAL_ID } from './mock-imports.ts';

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

  test('has several refused lines put right in one window: what goes in leaves it, the rest stays with its defects', async () => {
    const { page, open, violations } = inBrowser();
    const sent: { line: number }[][] = [];
    page.on('request', (asked) => {
      if (asked.method() !== 'POST' || !asked.url().endsWith('/corrections')) return;
      sent.push((asked.postDataJSON() as { rows: { line: number }[] }).rows);
    });
    await open(`/app/imports?file=${SEVERAL_ID}`);
    await page.getByRole('button', { name: 'Put 3 lines right together' }).click();
    const dialog = page.getByRole('dialog', { name: '3 lines, put right' });
    const cell = (line: number, column: string) => dialog.getByLabel(`Line ${String(line)}: ${column}`);
    await dialog.getByRole('link', { name: 'Line 5: 姓名' }).waitFor();
    await dialog.getByText('its digits are gone').waitFor();
    // What nobody has refused is folded away.
    expect(await cell(3, '受理日期').isVisible()).toBe(false);
    expect(await violations('[role=dialog]')).toEqual([]);
    await cell(3, '公民身份号码').fill('110102199912310357');
    await cell(5, '姓名').fill('样例乙');
    await page.reload();
    await dialog.getByText(/^What you had typed at/).waitFor();
    expect(await cell(5, '姓名').inputValue()).toBe('样例乙');
    await cell(7, '公民身份号码').fill('1');
    await dialog.getByRole('button', { name: 'Take in again' }).dblclick();
    await dialog.getByText('Line 3 has gone in. Line 5 has gone in.').waitFor();
    // Of the third the name is refused as well, and unfolded.
    await dialog.getByRole('link', { name: 'Line 7: 姓名' }).click();
    expect(await cell(7, '姓名').isVisible()).toBe(true);
    expect(await cell(3, '公民身份号码').count()).toBe(0);
    await cell(7, '公民身份号码').fill('110102199912310357');
    await dialog.getByRole('button', { name: 'Take in again' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Line 7 has gone in.').waitFor();
    expect(sent.map((rows) => rows.map(({ line }) => line))).toEqual([[3, 5, 7], [7]]);
    await expect.poll(() => page.getByRole('button', { name: /^Put .* right/ }).count()).toBe(0);
  });

  test('has somebody else’s correction named by its line, and nothing typed is lost', async () => {
    const { page, open } = inBrowser();
    await page.route('**/imports/*/corrections', (asked) =>
      asked.request().method() === 'POST'
        ? asked.fulfill({
            status: 422,
            json: {
              type: '/problems/invalid',
              title: '',
              status: 422,
              errors: [{ field: 'rows.1.line', code: 'correctedAlready', message: 'Somebody was first.' }],
            },
          })
        : asked.fallback(),
    );
    await open(`/app/imports?file=${SEVERAL_ID}`);
    await page.getByRole('button', { name: 'Put 3 lines right together' }).click();
    const dialog = page.getByRole('dialog', { name: '3 lines, put right' });
    await dialog.getByLabel('Line 3: 公民身份号码').fill('110102199912310357');
    await dialog.getByLabel('Line 7: 公民身份号码').fill('110102199912310357');
    await dialog.getByRole('button', { name: 'Take in again' }).click();
    await dialog.getByText('Line 7: Somebody has put this line right already.').waitFor();
    expect(await dialog.getByLabel('Line 3: 公民身份号码').inputValue()).toBe('110102199912310357');
  });
});
