/** A debit of the bank in a real browser: which money it took back is said from its task. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { debits } from './mock-bank.ts';
import { SUSPENSE_PART } from './mock-money.ts';
import { id } from './mock-office.ts';
import { sentOut } from './mock-remittances.ts';

describe.skipIf(!chromiumExecutable())('a debit', () => {
  const inBrowser = consoleInBrowser();

  test('is reached from its task, and takes back what a person names, never more than it has left', async () => {
    const { page, url, open, violations } = inBrowser();
    const task = {
      id: id(50), kind: 'moneyOut', transferId: null, caseNo: null, reasonCode: null, owner: { id: id(8), displayName: 'Finance 1', post: '' },
      about: { entryId: id(60) }, openedAt: '2026-06-05T02:00:00Z', dueOn: '2026-06-12', overdue: false, closedAt: null,
    }; // prettier-ignore
    await page.route(`${url}/tasks?*`, (asked) => asked.fulfill({ json: { items: [task], next: null } }));
    const sent: unknown[] = [];
    await page.route(/\/matches$/, async (asked) => {
      sent.push(asked.request().postDataJSON());
      const refusal = {
        type: '/problems/amount-mismatch',
        title: 'x',
        status: 409,
        leftFen: 10_00,
        amountFen: 1_000_00,
      };
      await asked.fulfill(sent.length === 1 ? { status: 409, json: refusal } : { status: 201, json: {} });
    });
    await open('/app/my-work?tab=tasks');
    await page.getByRole('link', { name: 'Money that left the account' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/app\/bank\/debits\//);
    await page.getByRole('button', { name: 'This was taken back' }).focus();
    expect(await violations('main')).toEqual([]);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount (yuan)').focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('The debit has only 10.00 yuan left.').waitFor();
    await dialog.getByLabel('Amount (yuan)').fill('10');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const reverse = { partId: SUSPENSE_PART, decision: 'reverse', entryId: id(60) };
    expect(sent).toEqual([
      { ...reverse, amountFen: 1_000_00 },
      { ...reverse, amountFen: 10_00 },
    ]);
    await page.getByRole('button', { name: /^Close the task/ }).click();
    await dialog.getByLabel('What was done').waitFor();
  }, 60_000);

  test('that the bank has worded otherwise is proposed for one of our payments of its amount', async () => {
    const { page, open, violations } = inBrowser();
    let asked: unknown;
    let sent: unknown;
    const debit = {
      ...debits(new URLSearchParams()).items[0]!,
      isReversal: false,
      found: 'remittanceDiffers',
      takenBack: [],
    };
    await page.route(/\/debits\?/, (request) => request.fulfill({ json: { items: [debit], next: null } }));
    await page.route(/\/remittances\?/, (request) => {
      const { searchParams } = new URL(request.request().url());
      asked = [searchParams.get('awaitsDebit'), searchParams.get('amountFen')];
      return request.fulfill({ json: { items: [sentOut], next: null } });
    });
    await page.route(/\/remittances\/[^/]+\/debit$/, (request) => {
      sent = request.request().postDataJSON();
      return request.fulfill({ status: 202, json: {} });
    });
    await open(`/app/bank/debits/${debit.id}`);
    const row = page.getByRole('row').filter({ hasText: 'HK20260600003' });
    await row.getByRole('button', { name: 'It pays this one' }).click();
    const dialog = page.getByRole('dialog');
    expect(await violations('[role=dialog]')).toEqual([]);
    await dialog.getByRole('textbox').fill('写成了清算账户');
    await dialog.getByRole('button', { name: 'It pays this one' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect([asked, sent]).toEqual([['true', String(debit.amountFen)], { entryId: debit.id, note: '写成了清算账户' }]);
  }, 60_000);
});
