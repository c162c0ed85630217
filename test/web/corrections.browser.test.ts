/** What was typed wrongly is corrected on the pages of the console by two people: the figures of an info form, a name. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendLetter } from '../builders/posted-letter.ts';
import { aForm, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

describe.skipIf(!chromiumExecutable())('two people', () => {
  let api: TestApi;
  let browser: Browser;
  let id: string;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    id = await anAcceptedTransfer(api.db, api.office);
    const the = walk(api.db, api.office, id);
    await sendLetter(the);
    await the.say('clerk', { kind: 'infoFormReceived', form: aForm() });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  async function at(path: string, username: string): Promise<Page> {
    const { body } = await api.anonymous.post('/sessions', { username, password: PASSWORD });
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 1000 },
      extraHTTPHeaders: { Authorization: `Bearer ${body.token as string}` },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(api.url + path);
    return page;
  }

  /** The dialog of a correction of the last fact of this name, with why. */
  async function correcting(page: Page, fact: RegExp, shown: RegExp) {
    await page.getByRole('button', { name: 'Correct a fact' }).click();
    const dialog = page.getByRole('dialog');
    const isChosen = () =>
      dialog
        .getByText(shown)
        .first()
        .waitFor({ timeout: 4_000 })
        .then(() => true)
        .catch(() => false);
    // A list that is read again in the moment of the click swallows it on a slow machine.
    for (let tries = 0; tries < 4; tries++) {
      await dialog.getByLabel('Which fact').click();
      const option = page.locator('.ant-select-item-option').filter({ hasText: fact }).last();
      await option.click({ timeout: 4_000 }).catch(() => undefined);
      if (await isChosen()) break;
    }
    await dialog.getByLabel('Note', { exact: true }).fill('Misread.');
    return dialog;
  }

  async function confirmed(kind: RegExp): Promise<string> {
    const page = await at('/app/approvals', 'manager');
    const row = page.getByRole('row').filter({ hasText: kind });
    const said = await row.textContent();
    await row.getByRole('button', { name: 'Decide' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Done.').waitFor();
    await page.context().close();
    return said ?? '';
  }

  test('correct figures of the valid form: one types them over, the other sees what changes and confirms', async () => {
    const page = await at(`/app/transfers/${id}`, 'clerk');
    const dialog = await correcting(page, /Info form/, /Correct the figures of the form/);
    await dialog.getByRole('button', { name: 'Correct the figures of the form' }).click();
    // It begins with what stands there.
    expect(await dialog.getByLabel('⑤ Pooled fund').inputValue()).toBe('20,400.00');
    await dialog.getByLabel('⑤ Pooled fund').fill('20500.00');
    await dialog.getByLabel('⑥ Total = ④ + ⑤').fill('34306.44');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByRole('status').getByRole('link', { name: 'To confirm' }).waitFor();
    expect((await api.db.selectFrom('info_forms').select('total_fen').execute()).length).toBe(1);
    const said = await confirmed(/A fact is corrected/);
    expect(said).toContain('⑤ Pooled fund');
    await page.reload();
    const form = page.getByRole('article').filter({ hasText: 'In force' });
    await form.waitFor();
    expect(await form.textContent()).toContain('34,306.44');
    expect(await page.getByRole('article').filter({ hasText: 'Replaced' }).textContent()).toContain('34,206.44');
    await page.context().close();
  }, 60_000);

  test('correct a name by its acceptance', async () => {
    const page = await at(`/app/transfers/${id}`, 'clerk');
    const dialog = await correcting(page, /Accepted/, /The name as it is right/);
    await dialog.getByLabel(/The name as it is right/).fill('样例正');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByRole('status').getByRole('link', { name: 'To confirm' }).waitFor();
    expect(await confirmed(/A fact is corrected/)).toContain('样例正');
    await page.reload();
    await page.getByText('样例正').first().waitFor();
    await page.context().close();
  }, 60_000);
});
