import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '..', '..', 'test-results', 'screens');

/** The whole page as a picture in `test-results/screens/`, where one was asked for: `BATON_SCREENS=1 npx vitest run test/days`. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  if (!process.env['BATON_SCREENS']) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
}
