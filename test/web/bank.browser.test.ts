/** Finance's side of the bank, in a real browser: accounts and how far they are known, debits with their tasks, statements with their files. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';

describe.skipIf(!chromiumExecutable())('the bank', () => {
  const inBrowser = consoleInBrowser();
  const cells = (name: string, row: string) =>
    inBrowser()
      .page.getByRole('region', { name })
      .getByRole('row')
      .filter({ hasText: row })
      .first()
      .getByRole('cell')
      .allInnerTexts();

  test('says of each account where its last statement ends, and that days before it are missing', async () => {
    const { page, open } = inBrowser();
    await open('/app/');
    await page.getByRole('link', { name: 'Bank', exact: true }).click();
    await page.getByRole('region', { name: 'Our accounts' }).getByRole('row').nth(3).waitFor();
    expect(await cells('Our accounts', '622200001111')).toEqual([
      '622200001111', '收入户', '5 Jun 2026', '2 Jun 2026 to 3 Jun 2026 is missing', '2,345,678.90',
    ]); // prettier-ignore
    expect(await cells('Our accounts', '622200002222')).toEqual(['622200002222', '财政专户', '–', '', '–']);
    expect(await cells('Our accounts', 'Not said')).toEqual([
      'Not said', 'Not named as ours', '1 Jun 2026', 'None', '–',
    ]); // prettier-ignore
    const equation = page.getByRole('region', { name: 'Received, and where it is' });
    await equation.getByRole('link', { name: '12,000.00' }).click();
    await page.waitForURL(/\/app\/bank\/waiting\?state=suspense$/);
    await page.goBack();
    await equation.getByRole('link', { name: 'Hand in a statement' }).click();
    await page.waitForURL(/\/app\/imports\?kind=bankStatement$/);
    expect(await page.getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('bankStatement');
  });

  test('an address with days and states that there are none of is as if they were left out', async () => {
    const { page, open } = inBrowser();
    await open('/app/bank?from=2026-99-99&state=zz&account=622200001111&nonsense=1');
    const debits = page.getByRole('region', { name: 'Debits and reversals' });
    await debits.getByRole('row').nth(2).waitFor();
    expect(new URL(page.url()).search).toBe('?account=622200001111');
    expect(await debits.getByLabel('From').inputValue()).toBe('');
    expect(await debits.innerText()).not.toContain('zz');
  });

  test('a list that is refused says so, and speaks of nothing that was to be stored', async () => {
    const { page, open } = inBrowser();
    const errors = [{ field: 'from', code: 'form', message: 'x' }];
    const problem = { type: '/problems/invalid', title: 'x', status: 422, errors };
    await page.route(/\/debits\?/, (route) =>
      route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    );
    await open('/app/bank?from=2026-06-01');
    const said = page.getByRole('region', { name: 'Debits and reversals' }).getByRole('alert');
    await said.getByText('This cannot be shown: choose other days or another filter.').waitFor();
    expect(await said.innerText()).not.toMatch(/stored|saved|from/i);
  });

  test('lists debits with what they took, whose task they are, and when; by state, account and day', async () => {
    const { page, open } = inBrowser();
    const asked: URL[] = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    await open('/app/bank?from=2026-06-01&account=622200001111');
    const debits = page.getByRole('region', { name: 'Debits and reversals' });
    await debits.getByRole('row').nth(2).waitFor();
    const open60 = (await cells('Debits and reversals', 'D-60')).map((text) => text.replaceAll(/\s+/g, ' '));
    expect(open60).toEqual([
      '5 Jun 2026',
      'D-60 622200001111',
      '样例省中心 Reversal 冲正 养老转移',
      'Took money back C-40 3 Jun 2026 1,234.00 IN20260600001',
      'Finance 1 IN20260600001 5 Jun 2026 3 days late',
      '1,234.00',
    ]);
    const decided = (await cells('Debits and reversals', 'D-61')).map((text) => text.replaceAll(/\s+/g, ' '));
    expect(decided.slice(3, 5)).toEqual([
      'Of one of several credits C-40 3 Jun 2026 1,234.00 C-41 3 Jun 2026 1,234.00',
      'Closed by Finance 1',
    ]);
    const state = debits.getByRole('combobox', { name: 'State' });
    await state.click();
    await state.press('ArrowDown');
    await state.press('Enter');
    await debits.getByText('D-60').waitFor({ state: 'hidden' });
    const search = asked.filter(({ pathname }) => pathname === '/debits').at(-1)!.searchParams;
    expect(Object.fromEntries(search)).toEqual({
      state: 'decided',
      account: '622200001111',
      from: '2026-06-01',
      limit: '50',
    });
    const sent = page.waitForRequest((one) => one.method() === 'POST' && new URL(one.url()).pathname === '/exports');
    await debits.getByRole('button', { name: 'Export' }).click();
    await debits.getByRole('button', { name: 'CSV, UTF-8' }).click();
    expect((await sent).postDataJSON()).toEqual({
      what: 'listDebits',
      format: 'csvUtf8',
      filter: { state: 'decided', account: '622200001111', from: '2026-06-01' },
    });
  });

  test('leads from a statement to what is said of its file, also when that is no longer in the list', async () => {
    const { page, open } = inBrowser();
    await open('/app/bank');
    await page.getByRole('link', { name: 'What is said of it' }).first().click();
    await page.getByRole('region', { name: 'What is said of it: Bank statement' }).waitFor();
  });

  test('says what fails, panel by panel, and asks again; and where there is nothing, that', async () => {
    const { page, url, open } = inBrowser();
    let fails = true;
    const problem = { type: '/problems/internal', title: 'x', status: 500, instance: 'r' };
    for (const path of ['bank-statements?*', 'debits?*'])
      await page.route(`${url}/${path}`, (asked) =>
        fails ? asked.fulfill({ status: 500, json: problem }) : asked.fulfill({ json: { items: [], next: null } }),
      );
    await page.route(`${url}/bank-accounts`, (asked) => asked.fulfill({ json: { items: [] } }));
    await open('/app/bank');
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
    await again.nth(2).waitFor({ timeout: 30_000 });
    fails = false;
    while ((await again.count()) > 0) {
      const before = await again.count();
      await again.first().click();
      await expect.poll(() => again.count()).toBeLessThan(before);
    }
    for (const text of [/^No account is named/, /^No debit is like this/, /^No statement has come yet/])
      await page.getByText(text).waitFor();
  }, 60_000);
});
