/** What people at a desk are told: of files, of proposals, of a person's data; in a real browser. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { TRANSFER_ID } from './mock-office.ts';
import { UNKNOWN_ID } from './mock-transfers.ts';

/** A proposal of somebody else, about no transfer. */
const WAITING = {
  id: UNKNOWN_ID,
  state: 'waiting',
  changed: [],
  note: null,
  answer: null,
  transferId: null,
  caseNo: null,
  mayConfirm: true,
  decidedBy: null,
  decidedAt: null,
  proposedBy: { id: UNKNOWN_ID, displayName: 'Clerk 1', post: '受理岗' },
  proposedAt: '2026-06-08T02:00:00Z',
  until: '2026-06-15T16:00:00Z',
};

describe.skipIf(!chromiumExecutable())('at the desk', () => {
  const inBrowser = consoleInBrowser();

  test('a long question at the counter leaves room for its answer', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    const answers = page.getByRole('region', { name: 'Asked at the counter' }).getByRole('definition');
    await answers.first().waitFor();
    const widths = await answers.evaluateAll((all) => all.map((answer) => answer.getBoundingClientRect().width));
    expect(widths).toHaveLength(3);
    expect(Math.min(...widths)).toBeGreaterThan(100);
  });

  test('what is handed in stands in one line, and what became of it above all files', async () => {
    const { page, open } = inBrowser();
    await open('/app/imports');
    const bottom = async (name: string): Promise<number> => {
      const box = await page
        .getByLabel(name)
        .or(page.getByRole('button', { name, exact: true }))
        .boundingBox();
      return box ? Math.round(box.y + box.height) : NaN;
    };
    await page.getByRole('button', { name: 'Show' }).click();
    expect(Math.abs((await bottom('Kind')) - (await bottom('Send')))).toBeLessThan(10);
    const regions = page.getByRole('region');
    await regions.nth(2).waitFor();
    expect(await regions.getByRole('heading').allTextContents()).toEqual([
      'Hand in a file',
      'What is said of it: Ledger of transfers-in',
      'Files',
    ]);
  });

  test('of a file that is still worked off nothing is said; then each line that did not go in', async () => {
    const { page, url, open } = inBrowser();
    let workedOff = false;
    let listed: { items: { id: string }[] } = { items: [] };
    await page.route(`${url}/imports`, async (asked) => {
      if (asked.request().method() === 'POST') return asked.fulfill({ status: 202, json: listed.items[0] });
      listed = (await (await asked.fetch()).json()) as typeof listed;
      const state = workedOff ? 'done' : 'running';
      return asked.fulfill({ json: { items: listed.items.map((file) => ({ ...file, state })) } });
    });
    await page.route('**/imports/*/refusals', (asked) =>
      workedOff ? asked.fallback() : asked.fulfill({ json: { items: [] } }),
    );
    await page.route('**/imports/*/lines', (asked) =>
      workedOff ? asked.fallback() : asked.fulfill({ json: { items: [], next: null } }),
    );
    await open('/app/imports');
    const file = { name: 'ledger.csv', mimeType: 'text/csv', buffer: Buffer.from('a') };
    await page.getByLabel(/^CSV or workbook/).setInputFiles(file);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('none chosen').waitFor();
    await page.waitForResponse((answer) => answer.url() === `${url}/imports`);
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Every line was read').count()).toBe(0);
    workedOff = true;
    await page.getByText('its digits are gone').waitFor();
  });

  test('a file that cannot be read is refused in words for files, in the language of the screen', async () => {
    const { page, url, open } = inBrowser();
    const defects = [{ field: 'file', code: 'notText', message: 'The file is not text in UTF-8 or GB18030.' }];
    const refused = { type: '/problems/unsupported-file', title: 'Unsupported file', status: 415, errors: defects };
    await page.route(`${url}/imports`, (asked) =>
      asked.request().method() === 'POST' ? asked.fulfill({ status: 415, json: refused }) : asked.fallback(),
    );
    await open('/app/imports');
    await page.getByLabel('Language').selectOption('zh-CN');
    await page.getByLabel(/^CSV/).setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from([0]) });
    await page.getByRole('button', { name: '提交' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(/^不能接受此文件。\s+文件既不是工作簿/);
  });

  test('a refusal is found by kind and day, and printed again', async () => {
    const { page, open } = inBrowser();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('/app/refusals?from=2026-06-01&to=2026-06-30');
    const row = page.getByRole('row').filter({ hasText: 'BY20260600003' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Not taken up.*样例领/s);
    const kind = page.getByRole('combobox', { name: 'Kind' });
    await kind.click();
    await kind.press('ArrowDown');
    await kind.press('Enter');
    await page.getByText('Nothing was refused.').waitFor();
    const search = asked
      .map((url) => new URL(url))
      .filter(({ pathname }) => pathname === '/refusals')
      .at(-1)!.searchParams;
    expect(Object.fromEntries(search)).toEqual({
      kind: 'notApproved',
      from: '2026-06-01',
      to: '2026-06-30',
      limit: '100',
    });
    await open('/app/refusals');
    await page.getByRole('link', { name: 'BY20260600003' }).click();
    const paper = page.getByRole('article', { name: 'Not taken up' });
    await paper.waitFor();
    expect(await paper.innerText()).toContain('国办发〔2009〕66号第二条');
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(1);
  });

  test('a correction of nothing is asked back where the name stands, and not sent', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Correct name or number' }).click();
    const dialog = page.getByRole('dialog', { name: 'Correct name or number' });
    const sent: string[] = [];
    page.on('request', (asked) => asked.method() === 'PATCH' && sent.push(asked.url()));
    await dialog.getByRole('button', { name: 'Propose' }).click();
    const asked = dialog.getByText('Please fill in the right name, the right number, or both.');
    await asked.waitFor();
    expect(sent).toEqual([]);
    await dialog.getByLabel('Right ID number').fill('110102199912310357');
    await asked.waitFor({ state: 'hidden' });
  });

  test('who confirms reads which case it is about and who proposed it', async () => {
    const { page, url, open, violations } = inBrowser();
    const changes = [{ field: 'name', was: '样例甲', becomes: '样例乙' }];
    const about = { kind: 'personIdentity', transferId: TRANSFER_ID, caseNo: 'IN20260600001' };
    const proposal = { ...WAITING, ...about, changes };
    await page.route(`${url}/approvals`, (asked) => asked.fulfill({ json: { toConfirm: [proposal], proposed: [] } }));
    await open('/app/approvals');
    await page.getByRole('button', { name: 'Decide' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('definition').allTextContents()).toEqual([
      'IN20260600001',
      'Clerk 1',
      '样例甲 → 样例乙',
    ]);
    expect(await violations('[role=dialog]')).toEqual([]);
  });

  test('who confirms the office’s accounts reads which come, which go, and that any would be taken', async () => {
    const { page, url, open, violations } = inBrowser();
    const changes = [
      { field: 'account:622200001111', was: '收入户', becomes: null },
      { field: 'account:622200002222', was: null, becomes: true },
      { field: 'anyAccount', was: false, becomes: true },
    ];
    const proposal = { ...WAITING, kind: 'bankAccounts', changes };
    await page.route(`${url}/approvals`, (asked) => asked.fulfill({ json: { toConfirm: [proposal], proposed: [] } }));
    await open('/app/approvals');
    await page.getByRole('button', { name: 'Decide' }).click();
    const dialog = page.getByRole('dialog', { name: 'Accounts of the office' });
    expect(await dialog.getByRole('term').allTextContents()).toEqual([
      'Proposed by',
      'Account 622200001111',
      'Account 622200002222',
      'A statement of any account is taken',
    ]);
    expect(await dialog.getByRole('definition').allTextContents()).toEqual([
      'Clerk 1',
      '收入户 → Not ours',
      'Not ours → Ours',
      'No → Yes',
    ]);
    expect(await violations('[role=dialog]')).toEqual([]);
  });

  test('a proposal is turned down with a reason, asked once more, and its row goes at once', async () => {
    const { page, url, open } = inBrowser();
    const proposal = { ...WAITING, kind: 'bankAccounts', changes: [] };
    await page.route(`${url}/approvals`, (asked) => asked.fulfill({ json: { toConfirm: [proposal], proposed: [] } }));
    await page.route('**/approvals/*/refusal', (asked) => asked.fulfill({ json: { ...proposal, state: 'refused' } }));
    await open('/app/approvals');
    await page.getByRole('button', { name: 'Decide' }).click();
    const dialog = page.getByRole('dialog');
    const buttons = dialog.locator('.dialog-actions').getByRole('button');
    expect(await buttons.allTextContents()).toEqual(['Confirm', 'Not now', 'Refuse']);
    await buttons.last().click();
    await dialog.getByText('Please fill this in.').waitFor();
    await dialog.getByLabel(/^Reason/).fill('Not ours.');
    await page.reload();
    expect(await dialog.getByLabel(/^Reason/).inputValue()).toBe('Not ours.');
    await dialog.getByLabel(/^Reason/).press('Control+Enter');
    await dialog.getByText('What was proposed will not be done.').waitFor();
    // Nothing is read again from here on.
    await page.route(`${url}/approvals`, () => undefined);
    const sent = page.waitForRequest((asked) => asked.method() === 'POST');
    await dialog.getByRole('button', { name: 'Refuse' }).click();
    expect((await sent).postDataJSON()).toEqual({ note: 'Not ours.' });
    await page.getByText('Nothing waits for your confirmation.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
  });
});
