/** Money that waits, decided about in a real browser by keyboard alone: it explains itself, is given to its cases, or goes back. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import * as money from './mock-money.ts';
import { reasonView } from './reason-views.ts';
import { row } from './mock-office.ts';

interface Sent {
  readonly key: string | undefined;
  readonly body: Record<string, unknown>;
}

describe.skipIf(!chromiumExecutable())('money that waits', () => {
  const inBrowser = consoleInBrowser();

  /** What is sent about money, each answered as it is told; cases are found by their numbers. */
  async function decisions(answers: (sent: Sent) => { status: number; json: object }): Promise<Sent[]> {
    const { page, url } = inBrowser();
    const sent: Sent[] = [];
    await page.route(/\/credits\/[^/]+\/(matches|return)$/, async (asked) => {
      const one = { key: asked.request().headers()['idempotency-key'], body: asked.request().postDataJSON() as object };
      sent.push(one as Sent);
      await asked.fulfill(answers(one as Sent));
    });
    await page.route(`${url}/transfers/search`, async (asked) => {
      const { any } = asked.request().postDataJSON() as { any: string };
      const items = [1, 2].map((number) => row(number)).filter(({ caseNo }) => caseNo === any);
      await asked.fulfill({ json: { items, next: null } });
    });
    for (const number of [0, 1, 2])
      await page.route(`${url}/transfers/${row(number).id}`, (asked) =>
        asked.fulfill({ json: money.awaiting(number) }),
      );
    await page.route(`${url}/reason-codes`, (asked) =>
      asked.fulfill({ json: { items: (['F04', 'F07', 'L07'] as const).map(reasonView) } }),
    );
    return sent;
  }
  const CREATED = { status: 201, json: {} };

  /** The first row takes the focus by its link, and the arrow keys go on from there. */
  async function openByKeyboard(page: Page, serial: string): Promise<void> {
    await page.getByRole('link', { name: 'C-601' }).focus();
    while ((await page.evaluate('document.activeElement.textContent')) !== serial)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  }

  test('explains itself in words, the oldest first, with no word of a developer', async () => {
    const { page, open, violations } = inBrowser();
    for (const language of ['en', 'zh-CN']) {
      await page.addInitScript(`localStorage.setItem('baton.language', '${language}')`);
      await open('/app/bank/waiting');
      const rows = page.locator('main tbody tr');
      await rows.nth(2).waitFor();
      const text = await rows.first().innerText();
      expect(text).toContain(language === 'en' ? '5.00 yuan too little' : '少 5.00 元');
      expect(text).toContain(language === 'en' ? 'Found by the case number' : '匹配依据：业务编号');
      expect(text).toContain(language === 'en' ? '10 days' : '10 天');
      expect(await page.locator('main').innerText()).not.toMatch(/differenceFen|caseNumber|undefined|waitingMoney\./);
      expect(await rows.nth(2).innerText()).toContain('Finance 1');
      expect(await violations('main')).toEqual([]);
    }
    await page.getByRole('checkbox').check();
    await page.waitForURL(/mine=true/);
    await page.locator('main .empty').waitFor();
  }, 60_000);

  test('a proposal is confirmed by keyboard, with what is expected, received and missing before it', async () => {
    const { page, open } = inBrowser();
    const sent = await decisions(() => CREATED);
    await open('/app/bank/waiting');
    await openByKeyboard(page, 'C-601');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('5.00 yuan still missing').waitFor();
    expect(await dialog.innerText()).toContain('1,000.00');
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Confirmed: the money belongs to the case.').waitFor();
    expect(sent.map(({ body }) => body)).toEqual([
      { partId: money.PROPOSED_PART, decision: 'confirm', amountFen: 995_00 },
    ]);
  }, 60_000);

  test('what is split says what is recorded and what is not, and sends only the rest again', async () => {
    const { page, open, violations } = inBrowser();
    let full = true;
    const refused = {
      type: '/problems/amount-mismatch',
      title: 'x',
      status: 409,
      expectedFen: 1_000_00,
      matchedFen: 900_00,
    };
    const sent = await decisions(({ body }) =>
      full && body['transferId'] === row(2).id ? { status: 409, json: refused } : CREATED,
    );
    await open('/app/bank/waiting');
    await openByKeyboard(page, 'C-602');
    const dialog = page.getByRole('dialog');
    const fill = async (line: number, whose: string, yuan: string): Promise<void> => {
      const fields = dialog.getByRole('group', { name: `Case ${String(line)}` });
      await fields.getByLabel('Case number or name').focus();
      await page.keyboard.type(whose);
      await page.keyboard.press('Tab');
      await fields.getByText('awaited').or(fields.getByText('missing')).first().waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(yuan);
    };
    await fill(1, row(1).caseNo, '300');
    await dialog.getByText('700.00', { exact: true }).last().waitFor();
    await dialog.getByRole('button', { name: 'Split: one more case' }).focus();
    await page.keyboard.press('Enter');
    await fill(2, row(2).caseNo, '200');
    expect(await violations('.ant-modal')).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog
      .getByText(/Of 2 cases 1 are recorded/)
      .first()
      .waitFor();
    await dialog.getByText('With this the case would have more than its form says').waitFor();
    expect(await dialog.getByRole('group', { name: 'Case 1' }).innerText()).toContain('Recorded');
    full = false;
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Recorded for every case named/).waitFor();
    expect(sent.map(({ body }) => [body['transferId'], body['amountFen']])).toEqual([
      [row(1).id, 300_00], [row(2).id, 200_00], [row(2).id, 200_00],
    ]); // prettier-ignore
    expect([sent[1]!.key === sent[2]!.key, sent[0]!.key === sent[1]!.key]).toEqual([true, false]);
  }, 60_000);

  test('a number of no case is refused at its field, and nothing is sent', async () => {
    const { page, open } = inBrowser();
    const sent = await decisions(() => CREATED);
    await open('/app/bank/waiting');
    await openByKeyboard(page, 'C-602');
    const whose = page.getByRole('dialog').getByLabel('Case number or name');
    await whose.focus();
    await page.keyboard.type('IN20260699999');
    await page.keyboard.press('Enter');
    await page.getByText('There is no such case that waits for money.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('There is no such case that waits for money.').waitFor();
    expect(sent).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('Begun', { exact: true }).waitFor();
  }, 60_000);

  test('a return is proposed for a reason of money, and says that it waits; one that waits says for whom', async () => {
    const { page, open, violations } = inBrowser();
    const sent = await decisions(() => ({ status: 202, json: {} }));
    await open(`/app/bank/waiting?part=${money.SUSPENSE_PART}`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Send it back' }).focus();
    await page.keyboard.press('Space');
    await dialog.getByText('Nothing moves yet').waitFor();
    await dialog.getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.ant-select-item-option').nth(1).waitFor();
    expect(await page.locator('.ant-select-item-option').count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await violations('.ant-modal')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(sent.map(({ body }) => body)).toEqual([{ partId: money.SUSPENSE_PART, reasonCode: 'F07' }]);
    await page.getByRole('link', { name: 'C-603' }).click();
    await dialog.getByText(/^Finance 1 has proposed its return/).waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(0);
  }, 60_000);
});
