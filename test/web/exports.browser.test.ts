/** Files out: asked for on their own page or beside a list, followed, and fetched. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { SHEET_ID } from './mock-archive.ts';
import { exported } from './mock-exports.ts';

describe.skipIf(!chromiumExecutable())('files that go out', () => {
  const inBrowser = consoleInBrowser();

  const asked = () =>
    inBrowser().page.waitForRequest((one) => one.method() === 'POST' && new URL(one.url()).pathname === '/exports');
  const answering = () =>
    inBrowser().page.route(`${inBrowser().url}/exports`, (request) =>
      request.request().method() === 'POST'
        ? request.fulfill({ status: 202, json: exported.items[1] })
        : request.fallback(),
    );

  test('say how far each is, why one is none, and where the others are fetched', async () => {
    const { page, open, violations } = inBrowser();
    await open('/app/exports');
    const mine = page.getByRole('region', { name: 'My files' });
    await mine.getByRole('row').nth(5).waitFor();
    expect(await violations('main')).toEqual([]);
    const fetched = mine.getByRole('link', { name: /^Fetch/ });
    expect(await fetched.getAttribute('href')).toBe(`/exports/${exported.items[2]!.id}/file`);
    expect(await mine.getByRole('progressbar').getAttribute('value')).toBe('4000');
    for (const text of ['Waiting', 'You no longer have the role for it.', 'Its days are over'])
      await mine.getByText(text, { exact: true }).waitFor();
  });

  test('that stand on no page are asked for by kind, format and days', async () => {
    const { page, open } = inBrowser();
    await answering();
    await open('/app/exports');
    const form = page.getByRole('region', { name: 'New file' });
    await form.getByLabel('Format').selectOption('csvGb18030');
    const sent = asked();
    await form.getByRole('button', { name: 'Export' }).click();
    expect((await sent).postDataJSON()).toEqual({ what: 'ledgerIn', format: 'csvGb18030', filter: {} });
  });

  test('are asked for beside a list with its filter as it is, and lead to where they are', async () => {
    const { page, open, violations } = inBrowser();
    await answering();
    await open('/app/refusals?kind=notTakenUp');
    const list = page.locator('section.panel').first();
    const sent = asked();
    await list.getByRole('button', { name: 'Export' }).click();
    expect(await violations('main')).toEqual([]);
    await list.getByRole('button', { name: 'Workbook (.xlsx)' }).click();
    expect((await sent).postDataJSON()).toEqual({
      what: 'listRefusals',
      format: 'xlsx',
      filter: { kind: 'notTakenUp' },
    });
    await list.getByRole('link', { name: /^Being made/ }).click();
    await page.getByRole('heading', { name: 'Files to take away' }).waitFor();
  });

  test('are asked for beside a kept sheet, by which one it is', async () => {
    const { page, open } = inBrowser();
    await answering();
    await open(`/app/monthly-sheets/${SHEET_ID}`);
    const sent = asked();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'CSV, GB18030' }).click();
    expect((await sent).postDataJSON()).toEqual({
      what: 'readMonthlySheet',
      format: 'csvGb18030',
      filter: { id: SHEET_ID },
    });
  });
});
