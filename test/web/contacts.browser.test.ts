/** Talks with people in a real browser: recorded by one key from any page, promises kept, every number leading to its list. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { contact, promise } from './mock-contacts.ts';
import { id, TRANSFER_ID } from './mock-office.ts';

describe.skipIf(!chromiumExecutable())('a talk', () => {
  const inBrowser = consoleInBrowser();

  /** What was sent to the address, answered as if it was recorded. */
  async function sentTo(address: string, answers: readonly object[]): Promise<Record<string, unknown>[]> {
    const sent: Record<string, unknown>[] = [];
    await inBrowser().page.route(`**${address}`, (asked) => {
      if (asked.request().method() !== 'POST') return asked.fallback();
      sent.push(asked.request().postDataJSON() as Record<string, unknown>);
      return asked.fulfill({ status: 201, json: answers[Math.min(sent.length, answers.length) - 1] });
    });
    return sent;
  }

  test('is recorded by one key and the keyboard alone, about the transfer that is looked at', async () => {
    const { page, open, violations } = inBrowser();
    const sent = await sentTo('/contacts', [contact(710)]);
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByText('holds it since').first().waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'Record a contact' });
    await dialog.waitFor();
    await expect
      .poll(() => dialog.getByRole('combobox', { name: 'About what' }).evaluate((field) => field.matches(':focus')))
      .toBe(true);
    expect(await violations('[role=dialog]')).toEqual([]);
    await page.keyboard.type('progress');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(sent).toEqual([
      {
        channel: 'window',
        direction: 'in',
        topic: 'transferInProgress',
        consultation: true,
        outcome: 'solvedAtOnce',
        transferId: TRANSFER_ID,
      },
    ]);
  });

  test('has every defect beside its field, and the registry is asked before something is told', async () => {
    const { page, open } = inBrowser();
    const checks = await sentTo('/identity-checks', [
      { id: id(711), result: 'noMatch', reason: '', isKnownMobile: false, askedAt: '2026-06-08T02:20:00Z' },
      { id: id(712), result: 'match', reason: '', isKnownMobile: true, askedAt: '2026-06-08T02:21:00Z' },
    ]);
    const sent = await sentTo('/contacts', [contact(713)]);
    await open(`/app/transfers/${TRANSFER_ID}/person`);
    await page.getByRole('button', { name: 'Record a contact' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Record a contact' });
    await dialog.getByRole('combobox', { name: 'About what' }).fill('progress');
    await page.keyboard.press('Enter');
    await dialog.getByText('With whom, and what was told').click();
    await dialog.getByRole('checkbox', { name: 'Something personal was told' }).check();
    await dialog.getByRole('combobox', { name: 'Known by' }).click();
    await page.getByTitle('Mobile matched').click();
    await dialog.getByRole('button', { name: 'Ask the registry' }).click();
    await dialog.getByText('The mobile belongs to somebody else: tell nothing personal.').waitFor();
    await dialog.getByRole('textbox', { name: 'Number from which they call' }).fill('13900000000');
    await dialog.getByRole('button', { name: 'Ask the registry' }).click();
    await dialog.getByText('The mobile belongs to this person: you may tell.').waitFor();
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(checks).toEqual([{ transferId: TRANSFER_ID }, { transferId: TRANSFER_ID, mobile: '13900000000' }]);
    expect(sent).toMatchObject([{ toldPersonal: true, identity: 'mobileMatched', identityCheckId: id(712) }]);
  });

  test('keeps a promise from the page of the person', async () => {
    const { page, open, violations } = inBrowser();
    const sent = await sentTo('/contacts', [contact(714)]);
    await open(`/app/transfers/${TRANSFER_ID}/person`);
    await page.getByText('周五前回电').waitFor();
    expect(await violations('main')).toEqual([]);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'How was the promise kept?' });
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(sent).toMatchObject([
      { channel: 'phone', direction: 'out', keepsPromiseId: promise.id, transferId: TRANSFER_ID },
    ]);
  });

  test('is counted, and each number is an address of its list', async () => {
    const { page, open, violations } = inBrowser();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname + new URL(request.url()).search));
    await open('/app/contacts');
    await page.getByRole('link', { name: '1', exact: true }).first().click();
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe('?month=2026-06&topic=transferInProgress&figure=solvedAtOnce');
    await expect
      .poll(() => asked.some((one) => one.startsWith('/contacts?') && one.includes('figure=solvedAtOnce')))
      .toBe(true);
    await page.getByRole('link', { name: /^Open 1$/ }).click();
    await page.getByText('周五前回电').waitFor();
    expect(await violations('main')).toEqual([]);
  });

  test('opens by the same key where the layout is of another script or Caps Lock is on, and by no other letter there', async () => {
    const { page, open } = inBrowser();
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByText('holds it since').first().waitFor();
    const press = (key: string) => page.locator('body').dispatchEvent('keydown', { key, code: 'KeyC' });
    const dialog = page.getByRole('dialog', { name: 'Record a contact' });
    await press('j');
    expect(await dialog.count()).toBe(0);
    for (const key of ['ز', 'ㅊ', 'C']) {
      await press(key);
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
  });
});
