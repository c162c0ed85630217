/** What people do on every page, in words of the page. */
import type { Locator, Page, Response } from 'playwright-core';
import type { Caller } from '../support/api.ts';

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

/** What the office answers to what is pressed. */
export async function answered(page: Page, address: string, press: () => Promise<void>): Promise<Response> {
  const asked = page.waitForResponse(
    (one) => one.request().method() === 'POST' && new URL(one.url()).pathname.endsWith(address),
  );
  await press();
  const answer = await asked;
  if (!answer.ok()) throw new Error(`${String(answer.status())} ${await answer.text()}`);
  return answer;
}

/** The paper that a button prints, as it is kept. */
export async function printed(
  page: Page,
  reader: Caller,
  { address, press }: { readonly address: string; readonly press: () => Promise<void> },
): Promise<Buffer> {
  const { id } = (await (await answered(page, address, press)).json()) as { id: string };
  return (await reader.bytes(`/documents/${id}/file`)).body;
}
