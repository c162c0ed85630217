/** What people do on every page, in words of the page. */
import type { Locator, Page } from 'playwright-core';

export const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** As it is read, in one line. */
export const lineOf = async (part: Locator): Promise<string> => (await part.innerText()).replaceAll(/\s+/g, ' ').trim();

/** Of the list of reasons the one with this code. */
export async function giveReason(part: Locator, code: string): Promise<void> {
  const page = part.page();
  await part.getByRole('combobox', { name: 'Reason' }).fill(code);
  await page.getByRole('option', { name: new RegExp(`^${code}\\b`) }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
}

/** A fact from its button to what the page says of it. */
export async function record(page: Page, action: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
}
