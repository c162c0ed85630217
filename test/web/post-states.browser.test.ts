/** The post when something fails: panel by panel, and in the middle of an envelope. */
import type { Locator, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';

const WAYBILL = '5300000000001';

describe.skipIf(!chromiumExecutable())('the post', () => {
  const inBrowser = consoleInBrowser();
  const toPost = (): Locator => inBrowser().page.getByRole('region', { name: 'To post' });

  test('says what fails, panel by panel, and asks again; and where there is nothing, that', async () => {
    const { page, url, open } = inBrowser();
    let fails = true;
    const problem = { type: '/problems/internal', title: 'x', status: 500, instance: 'r' };
    for (const path of ['letters?*', 'transfers?*'])
      await page.route(`${url}/${path}`, (asked) =>
        fails ? asked.fulfill({ status: 500, json: problem }) : asked.fulfill({ json: { items: [], next: null } }),
      );
    await open('/app/post');
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
    await again.nth(4).waitFor({ timeout: 30_000 });
    fails = false;
    while ((await again.count()) > 0) {
      const before = await again.count();
      await again.first().click();
      await expect.poll(() => again.count()).toBeLessThan(before);
    }
    for (const text of ['of yours waits', 'was scanned lately', 'not sent again', 'is under way', 'on this day'])
      await page.getByText(text).waitFor();
    await page.keyboard.press('Tab');
    await page.getByLabel('Waybill number').fill(WAYBILL);
    await page.keyboard.press('Enter');
    await toPost().getByText('No letter is chosen').waitFor();
  }, 60_000);

  test('keeps what was recorded of an envelope when the line is cut, and sends the rest once', async () => {
    const { page, url, open } = inBrowser();
    const sent: Request[] = [];
    await page.route(`${url}/transfers/*/facts`, (asked) => {
      sent.push(asked.request());
      return sent.length === 2 ? asked.abort() : asked.fallback();
    });
    await open('/app/post');
    await toPost().getByRole('row').nth(3).waitFor();
    const boxes = toPost().getByRole('checkbox', { name: /^Into one envelope/ });
    const rows = await toPost().locator('tbody tr').count();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.keyboard.type(WAYBILL);
    await page.keyboard.press('Enter');
    await toPost().getByText(`Posted under ${WAYBILL}`).waitFor();
    await toPost().getByText('cannot be reached').waitFor();
    expect(await toPost().locator('tbody tr').count()).toBe(rows - 1);
    expect(await boxes.nth(0).isChecked()).toBe(true);
    await page.getByLabel('Waybill number').fill(WAYBILL);
    await page.keyboard.press('Enter');
    await expect.poll(() => toPost().locator('tbody tr').count()).toBe(rows - 2);
    const bodies = sent.map((request) => request.postDataJSON() as unknown);
    expect(bodies).toEqual([
      { kind: 'letterSent', channel: 'ems', waybill: WAYBILL },
      { kind: 'letterSent', channel: 'ems', waybill: WAYBILL, sameEnvelope: true },
      { kind: 'letterSent', channel: 'ems', waybill: WAYBILL, sameEnvelope: true },
    ]);
    const keys = await Promise.all(sent.map((request) => request.headerValue('Idempotency-Key')));
    expect([keys[1] === keys[0], keys[2] === keys[1]]).toEqual([false, true]);
    expect(new URL(sent[1]!.url()).pathname).toBe(new URL(sent[2]!.url()).pathname);
  }, 30_000);
});
