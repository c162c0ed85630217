/** Money out in a real browser: what is to be done next stands with each remittance, and what the ledger refuses stands at its field. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { sentBack } from './mock-money.ts';
import { id, row } from './mock-office.ts';

describe.skipIf(!chromiumExecutable())('money out', () => {
  const inBrowser = consoleInBrowser();

  test('funds of another month are taken with a reason only, which is asked for at its field', async () => {
    const { page, open, violations } = inBrowser();
    const sent: unknown[] = [];
    await page.route(/\/remittances\/[^/]+\/facts$/, async (asked) => {
      sent.push(asked.request().postDataJSON());
      const errors = [{ field: 'note', code: 'missing', message: 'x' }];
      const refusal = { type: '/problems/invalid', title: 'x', status: 422, errors };
      await asked.fulfill(sent.length === 1 ? { status: 422, json: refusal } : { status: 201, json: {} });
    });
    await open('/app/bank/remittances');
    const row = page.getByRole('row').filter({ hasText: 'HK20260600001' });
    expect(await row.innerText()).toMatch(/Applied for.*Special fiscal account.*The finance bureau has the ball/s);
    expect(await violations('main')).toEqual([]);
    await row.getByRole('button', { name: 'Funds have come' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Of the plan of (YYYY-MM)').fill('2026-07');
    await page.keyboard.press('Enter');
    await dialog.getByText('Please fill this in.').first().waitFor();
    await dialog.getByRole('textbox', { name: /optional/ }).fill('the plan of June is used up');
    await dialog.getByRole('button', { name: 'Funds have come' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const said = { kind: 'funded', month: '2026-07' };
    expect(sent).toEqual([said, { ...said, note: 'the plan of June is used up' }]);
  }, 60_000);

  test('what bounced is paid anew: to another account, and never another amount', async () => {
    const { page, open } = inBrowser();
    let sent: unknown;
    await page.route(/\/remittances$/, async (asked) => {
      if (asked.request().method() !== 'POST') return asked.fallback();
      sent = asked.request().postDataJSON();
      return asked.fulfill({ status: 201, json: {} });
    });
    await open('/app/bank/remittances');
    const row = page.getByRole('row').filter({ hasText: 'HK20260600002' });
    await row.getByRole('button', { name: 'Pay anew' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Amount (yuan)').isDisabled()).toBe(true);
    await dialog.getByLabel('Account of the payee').fill('0200000000000000009');
    await dialog.getByRole('button', { name: 'Pay anew' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(sent).toMatchObject({ replacesId: id(91), payeeAccount: '0200000000000000009', amountFen: 34_206_44 });
  }, 60_000);

  test('of several transfers of a case one is chosen before money is planned for it', async () => {
    const { page, open } = inBrowser();
    const sent: unknown[] = [];
    const rows = [row(0), row(0, { id: id(77), direction: 'out' })];
    await page.route(/\/transfers\/search$/, (asked) =>
      asked.fulfill({ json: { items: rows, next: null, persons: [] } }),
    );
    await page.route(/\/remittances$/, async (asked) => {
      if (asked.request().method() !== 'POST') return asked.fallback();
      sent.push(asked.request().postDataJSON());
      return asked.fulfill({ status: 201, json: {} });
    });
    await open('/app/bank/remittances');
    await page.getByRole('button', { name: 'Plan a remittance' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Case number').fill('IN20260600001');
    await dialog.getByLabel('Payee', { exact: true }).fill('样例市社会保险中心');
    await dialog.getByLabel('Account of the payee').fill('0200000000000000009');
    await dialog.getByLabel('Amount (yuan)').fill('100.00');
    await dialog.getByRole('button', { name: 'Plan a remittance' }).click();
    await dialog.getByText('Please fill this in.').first().waitFor();
    expect(sent).toEqual([]);
    await dialog.getByRole('radio', { name: /Transfer-out/ }).check();
    await dialog.getByRole('button', { name: 'Plan a remittance' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(sent).toMatchObject([{ transferId: id(77), amountFen: 100_00 }]);
  }, 60_000);

  test('what two people have sent back is planned whole, to whom it came from', async () => {
    const { page, open } = inBrowser();
    let sent: unknown;
    await page.route(/\/credits\?/, (asked) => asked.fulfill({ json: { items: [sentBack], next: null } }));
    await page.route(/\/remittances$/, async (asked) => {
      if (asked.request().method() !== 'POST') return asked.fallback();
      sent = asked.request().postDataJSON();
      return asked.fulfill({ status: 201, json: {} });
    });
    await open('/app/bank/remittances');
    await page.getByRole('button', { name: 'Plan a remittance' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Money that goes back' }).check();
    await dialog.getByRole('radio', { name: /C-603/ }).check();
    expect(await dialog.getByLabel('Payee', { exact: true }).inputValue()).toBe('样例省中心');
    expect(await dialog.getByLabel('Amount (yuan)').isDisabled()).toBe(true);
    await dialog.getByLabel('Account of the payee').fill('0200000000000000009');
    await dialog.getByLabel('It still lies in the income account').check();
    await dialog.getByRole('button', { name: 'Plan a remittance' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(sent).toEqual({
      creditPartId: sentBack.parts[0]!.id,
      source: 'incomeAccount',
      payeeName: '样例省中心',
      payeeAccount: '0200000000000000009',
      amountFen: 1_000_00,
    });
  }, 60_000);

  test('each sum of the equation opens the remittances that it is of, and a state can be chosen', async () => {
    const { page, open } = inBrowser();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/remittances') asked.push(searchParams.toString());
    });
    await open('/app/bank/remittances');
    const sums = page.locator('.equation').getByRole('link');
    await sums.first().click();
    await page.waitForURL(/all=true/);
    await expect.poll(() => asked.at(-1)).toBe('limit=50&replaced=false');
    await page.getByLabel('State').selectOption('Bounced');
    await page.waitForURL(/state=bounced/);
    await expect.poll(() => asked.at(-1)).toBe('limit=50&state=bounced&replaced=false');
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'HK2026' }).count()).toBe(1);
  }, 60_000);
});
