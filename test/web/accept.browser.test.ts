/** The counter: what was answered is looked over before it counts, a card fills its fields, an open transfer stands beside what was typed. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';

const ID = '110102199912310357';
const CARD = ['样例甲', '男', '汉', '19991231', '北京市西城区样例街1号', ID];

describe.skipIf(!chromiumExecutable())('at the counter', () => {
  const inBrowser = consoleInBrowser();
  const name = () => inBrowser().page.getByLabel('Name', { exact: true });
  const check = () => inBrowser().page.getByRole('button', { name: 'Check the answers' });
  const answers = () => inBrowser().page.getByRole('article', { name: 'Is everything right?' });
  const focused = (): Promise<string> =>
    inBrowser().page.evaluate(
      "document.activeElement.labels?.[0]?.textContent || document.activeElement.getAttribute('aria-label') || document.activeElement.textContent",
    );

  async function filled(person = '样例甲'): Promise<void> {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await name().fill(person);
    await page.getByLabel('ID number').fill(ID);
    await page.getByLabel('Office of the original place').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }

  /** How often it was accepted. */
  function counted(): { readonly times: number } {
    const accepted = { times: 0 };
    inBrowser().page.on('request', (asked) => {
      if (asked.method() === 'POST' && asked.url().endsWith('/transfers')) accepted.times += 1;
    });
    return accepted;
  }

  test('nothing is accepted before it was looked over; the way back keeps every word, also by the browser’s button', async () => {
    const { page, violations } = inBrowser();
    const accepted = counted();
    await filled();
    await check().click();
    await answers().getByText('31 Dec 1999').waitFor();
    await answers().getByText('Not answered').first().waitFor();
    expect(await violations('main')).toEqual([]);
    await page.goBack();
    await expect.poll(focused).toBe('Check the answers');
    expect(await name().inputValue()).toBe('样例甲');
    await name().fill('样例乙');
    await page.goForward();
    // What was changed since is looked at anew.
    await check().waitFor();
    await check().click();
    await answers().getByText('样例乙').waitFor();
    expect(accepted.times).toBe(0);
    await answers().getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('article', { name: 'Acceptance slip' }).waitFor();
    await page.goBack();
    await page.goForward();
    expect(accepted.times).toBe(1);
  });

  test('a double click opens the answers and accepts nothing; a double click on them accepts once', async () => {
    const { page } = inBrowser();
    const accepted = counted();
    await filled();
    await check().dblclick();
    await answers().waitFor();
    expect(accepted.times).toBe(0);
    await answers().getByRole('button', { name: 'Accept' }).dblclick();
    await page.getByRole('article', { name: 'Acceptance slip' }).waitFor();
    expect(accepted.times).toBe(1);
  });

  test('a line that is cut leaves the answers there, and the second sending has the same key', async () => {
    const { page, url } = inBrowser();
    await filled();
    await check().click();
    await answers().waitFor();
    const keys: (string | undefined)[] = [];
    await page.route(`${url}/transfers`, (asked) => {
      keys.push(asked.request().headers()['idempotency-key']);
      return keys.length === 1 ? asked.abort() : asked.fallback();
    });
    await answers().getByRole('button', { name: 'Accept' }).click();
    await answers().getByText('The office cannot be reached.').waitFor();
    await answers().getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('article', { name: 'Acceptance slip' }).waitFor();
    expect(keys[1]).toBe(keys[0]);
  });

  test('a session that ended over the answers leads back to them, with every word', async () => {
    const { page } = inBrowser();
    await filled();
    await check().click();
    await answers().waitFor();
    await page.context().clearCookies();
    await answers().getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Letter clerk 3' }).click();
    await page.getByText(/^What you had typed at/).waitFor();
    expect(await name().inputValue()).toBe('样例甲');
    await check().click();
    await answers().getByText('样例甲').waitFor();
  });

  test('an open transfer of the same person stands beside what was typed, and is opened from there', async () => {
    const { page, violations } = inBrowser();
    await filled('样例重');
    await check().click();
    const beside = page.getByRole('region', { name: /^There is an open transfer of this person already/ });
    const row = beside.getByRole('row').filter({ hasText: 'Name' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/样例重.*Differs/s);
    expect(await violations('main')).toEqual([]);
    await beside.getByRole('button', { name: /^Open / }).click();
    await page.waitForURL('**/app/transfers/**');
  });

  test('a card fills its fields wherever the focus stands, and sends nothing', async () => {
    const { page, open } = inBrowser();
    const accepted = counted();
    await open('/app/accept');
    const read = page.getByText('Read from the card: 样例甲');
    // In a field that has a text of its own, and on the page itself, where the signs of a name come without a key.
    await page.getByLabel('Mobile (optional)').fill('139');
    // What a hand has typed is over.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toContain('Mobile');
    const line = CARD.join('|');
    const played = `for (const key of ${JSON.stringify(line)})
      document.body.dispatchEvent(new KeyboardEvent('keypress', { key, bubbles: true }));`;
    for (const play of [
      () => page.keyboard.type(line),
      () => page.evaluate(`document.activeElement.blur(); ${played}`),
    ]) {
      await play();
      await page.keyboard.press('Enter');
      await read.waitFor();
      expect(await name().inputValue()).toBe('样例甲');
      expect(await page.getByLabel('ID number').inputValue()).toBe(ID);
      expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe('北京市西城区样例街1号');
      expect(await page.getByLabel('Mobile (optional)').inputValue()).toBe('139');
      await name().fill('');
    }
    expect(await answers().count()).toBe(0);
    expect(accepted.times).toBe(0);
  });

  test('the reader of this desk is told to the console once, and what is no card is typed as ever', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await page.getByText('Card reader').click();
    await page.getByLabel('What the reader types for one card').fill('idNumber;name');
    await page.reload();
    await name().focus();
    await page.keyboard.type(`${ID};样例丙`);
    await page.keyboard.press('Tab');
    await page.getByText('Read from the card: 样例丙').waitFor();
    expect(await name().inputValue()).toBe('样例丙');
    await page.getByText('Card reader').click();
    await page.getByLabel('What the reader types for one card').fill('name');
    await page.getByText('It needs idNumber').waitFor();
  });

  test('an office is found by the initials of its name', async () => {
    const { page, open } = inBrowser();
    await open('/app/accept');
    await page.getByLabel('Office of the original place').fill('hz');
    await page.keyboard.press('Enter');
    await page.getByText(/杭州/).filter({ visible: true }).first().waitFor();
  });
});
