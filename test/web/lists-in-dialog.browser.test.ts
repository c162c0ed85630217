/** A list that is opened in a window stays at its field, whatever happens above it. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import * as money from './mock-money.ts';
import { reasonView } from './reason-views.ts';

const OPEN_LIST = '.ant-select-dropdown:not(.ant-select-dropdown-hidden)';

describe.skipIf(!chromiumExecutable())('a list in a window', () => {
  const inBrowser = consoleInBrowser();

  async function returning(): Promise<{ page: Page; dialog: Locator; reason: Locator }> {
    const { page, url, open } = inBrowser();
    await page.route(`${url}/reason-codes`, (asked) =>
      asked.fulfill({ json: { items: (['F04', 'F07', 'L07'] as const).map(reasonView) } }),
    );
    await open(`/app/bank/waiting?part=${money.SUSPENSE_PART}`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Send it back' }).check();
    return { page, dialog, reason: dialog.getByRole('combobox') };
  }

  /** Points between the field and its list; more than a few: it lies elsewhere. */
  async function gap(page: Page): Promise<number> {
    const list = await page.locator(OPEN_LIST).boundingBox();
    const field = await page.getByRole('dialog').locator('.ant-select').last().boundingBox();
    if (!list || !field) return NaN;
    return Math.min(Math.abs(list.y - field.y - field.height), Math.abs(field.y - list.y - list.height));
  }

  test('goes along when something appears above its field', async () => {
    const { page, reason } = await returning();
    await reason.click();
    await expect.poll(() => gap(page)).toBeLessThan(12);
    await page.evaluate(`(() => {
      const more = document.createElement('div');
      more.style.height = '180px';
      document.querySelector('.dialog-body').prepend(more);
    })()`);
    await expect.poll(() => gap(page)).toBeLessThan(12);
  });

  test('goes along when the window is scrolled, and lies on a screen that is lower than the window', async () => {
    const { page, dialog, reason } = await returning();
    await page.setViewportSize({ width: 1280, height: 420 });
    await reason.click();
    await expect.poll(() => gap(page)).toBeLessThan(12);
    await page.locator('.ant-modal-wrap').evaluate('(frame) => frame.scrollBy(0, 120)');
    await expect.poll(() => gap(page)).toBeLessThan(12);
    await page.locator('.ant-select-item-option').filter({ hasText: 'F07' }).click();
    await expect.poll(() => dialog.locator('.ant-select').last().innerText()).toContain('F07');
  });

  test('opens at its field every time on a slow machine', async () => {
    const { page, dialog, reason } = await returning();
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    for (let times = 0; times < 6; times += 1) {
      await dialog.getByRole('radio', { name: 'Say whose it is' }).check();
      await dialog.getByRole('radio', { name: 'Send it back' }).check();
      await reason.click();
      await expect.poll(() => gap(page)).toBeLessThan(12);
      await page.keyboard.press('Escape');
    }
  });
});
