/** Bad days at the desk: nothing that was typed is lost, and nothing is left behind for the next one. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { CLERK, me, TRANSFER_ID } from './mock-office.ts';

describe.skipIf(!chromiumExecutable())('what was typed', () => {
  const inBrowser = consoleInBrowser();
  const kept = (): Promise<number> =>
    inBrowser().page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('baton')).length");
  const name = () => inBrowser().page.getByLabel('Name', { exact: true });
  const restored = () => inBrowser().page.getByText(/^What you had typed at \d\d:\d\d is here again/);

  test('survives Esc, the ×, and is gone once it is recorded', async () => {
    const { page, open, violations } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    const button = page.getByRole('button', { name: /^Letter sent/ });
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Letter sent' });
    await dialog.getByLabel('Waybill number').fill('1234567890123');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Letter sent (begun)' }).click();
    await restored().waitFor();
    expect(await violations('[role=dialog]')).toEqual([]);
    await dialog.getByLabel(/^Note/).fill('Two of them.');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await button.click();
    expect(await dialog.getByLabel('Waybill number').inputValue()).toBe('1234567890123');
    expect(await dialog.getByLabel(/^Note/).inputValue()).toBe('Two of them.');
    await dialog.getByRole('button', { name: 'Discard it' }).click();
    expect(await dialog.getByLabel('Waybill number').inputValue()).toBe('');
    await dialog.getByLabel('Waybill number').fill('1234567890123');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByText('Recorded: Letter sent').waitFor();
    expect(await kept()).toBe(0);
  });

  test('survives a reload and the way back: a long form is there again, with all its rows and the key under which it was sent', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Info form received' }).click();
    await page.getByRole('button', { name: 'Fill in a sample form' }).click();
    await page.getByLabel('Form number').fill('X 17');
    const keys: (string | undefined)[] = [];
    await page.route('**/facts', (asked) => {
      keys.push(asked.request().headers()['idempotency-key']);
      return keys.length === 1 ? asked.abort() : asked.fallback();
    });
    await page.getByRole('button', { name: 'Record the form' }).click();
    await page.getByText('The office cannot be reached.').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Info form received (begun)' }).click();
    await restored().waitFor();
    await page.reload();
    await restored().waitFor();
    expect(await page.getByLabel('Form number').inputValue()).toBe('X 17');
    expect(await page.getByLabel('Row 2: From (YYYYMM)').inputValue()).toBe('202501');
    await page.getByRole('button', { name: 'Record the form' }).click();
    await page.getByText('Recorded: Info form received').waitFor();
    expect(keys[1]).toBe(keys[0]);
    await page.getByRole('link', { name: 'Open the transfer' }).click();
    await page.getByRole('button', { name: 'Letter delivered' }).waitFor();
    expect(await kept()).toBe(0);
  });

  test('survives in a correction, with the fact that was chosen', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Correct a fact' }).click();
    const dialog = page.getByRole('dialog', { name: 'Correct a fact' });
    // By keyboard: the list moves while it opens.
    await dialog.getByLabel('Which fact').press('ArrowDown');
    await page.getByRole('option', { name: /Accepted/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await dialog.getByLabel(/^The name as it is right/).fill('样例乙');
    await page.reload();
    await restored().waitFor();
    await dialog.getByTitle(/Accepted ·/).waitFor();
    expect(await dialog.getByLabel(/^The name as it is right/).inputValue()).toBe('样例乙');
  });

  test('survives a session that ended, for who typed it and for nobody else', async () => {
    const { page, url, open } = inBrowser();
    await open('/app/accept');
    await name().fill('样例甲');
    await page.context().clearCookies();
    await name().press('Enter');
    await page.getByText('What you had typed is kept for you').waitFor();
    await page.getByRole('button', { name: 'Letter clerk 3' }).click();
    await restored().waitFor();
    expect(await name().inputValue()).toBe('样例甲');
    await page.context().clearCookies();
    await name().press('Enter');
    // The office has drafts of the one account only.
    await page.route('**/drafts', (asked) => asked.fulfill({ json: { items: [] } }));
    await page.route(`${url}/sessions`, async (asked) => {
      const answer = await asked.fetch();
      const session = (await answer.json()) as { me: typeof me };
      await asked.fulfill({ response: answer, json: { ...session, me: { ...me, id: CLERK.id } } });
    });
    await page.getByRole('button', { name: 'Clerk 1', exact: true }).click();
    await name().waitFor();
    expect(await name().inputValue()).toBe('');
    expect(await kept()).toBe(0);
  });

  test('survives the way to another page and back, and goes when its writer signs out', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await name().fill('样例甲');
    await page.getByRole('link', { name: 'My work' }).click();
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    await page.goBack();
    await restored().waitFor();
    expect(await name().inputValue()).toBe('样例甲');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Letter clerk 3' }).waitFor();
    expect(await kept()).toBe(0);
  });

  test('is recorded once by a double click, and the buttons of the step go before anything is read again', async () => {
    const { page, open } = inBrowser();
    let sent = 0;
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Letter sent' }).click();
    const dialog = page.getByRole('dialog', { name: 'Letter sent' });
    await dialog.getByLabel('Waybill number').fill('1234567890123');
    // From here on the office is slow.
    await page.route(`**/transfers/${TRANSFER_ID}/**`, async (asked) => {
      if (asked.request().method() === 'POST') sent += 1;
      else await new Promise((resolve) => setTimeout(resolve, 3000));
      await asked.fallback();
    });
    await page.route(`**/transfers/${TRANSFER_ID}`, () => undefined);
    await dialog.getByRole('button', { name: 'Record' }).dblclick();
    await page.getByText('Recorded: Letter sent').waitFor();
    expect(await page.locator('.facts-panel button').allTextContents()).toEqual(['Correct a fact']);
    expect(sent).toBe(1);
  });

  test('survives a desk whose clock is an hour off, and so does every time that is shown', async () => {
    const { page, url, api, open } = inBrowser();
    const inBeijing = (at: number): string =>
      new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }).format(at);
    await page.clock.install({ time: Date.now() + 3_600_000 });
    await page.route('**/clock', async (asked) => {
      const office = { speed: 1, ceiling: 1, frozen: false, simulated: false };
      await asked.fulfill({ json: { ...office, officeNow: '2026-06-08T02:24:10Z', officeDate: '2026-06-08' } });
    });
    await page.route(`${url}/operations`, async (asked) => {
      const told = (await (await asked.fetch()).json()) as object;
      await asked.fulfill({ json: { ...told, checkedAt: new Date(Date.now() - 2000).toISOString() } });
    });
    await open('/app/');
    await page.getByText(/^checked \d s ago$/).waitFor();
    const clock = page.locator('.clock');
    expect(await clock.innerText()).toContain('10:24');
    // Put right while somebody works, and by another hour too far.
    await page.clock.setSystemTime(Date.now() - 3_600_000);
    await page.clock.runFor(1200);
    expect(await clock.innerText()).toContain('10:24');
    await page.clock.setSystemTime(Date.now() + 7_200_000);
    await page.clock.runFor(1200);
    expect(await clock.innerText()).toContain('10:24');
    await page.getByRole('link', { name: 'Accept' }).click();
    const from = Date.now();
    await name().fill('样例甲');
    await page.reload();
    await restored().waitFor();
    expect([inBeijing(from), inBeijing(Date.now())]).toContain(/\d\d:\d\d/.exec(await restored().innerText())?.[0]);
    await page.goto(`${url}/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Letter sent' }).click();
    await page.getByLabel('Waybill number').fill('1234567890123');
    await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
    await page.getByText('Recorded: Letter sent').waitFor();
    // When it was, says the office.
    expect(api.recorded.map(({ fact }) => fact['occurredAt'])).toEqual([undefined]);
  });
});
