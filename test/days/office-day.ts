/** A whole office for the day of one of its people: API with the built console, worker and relay, and a browser before it. */
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { insertStaff } from '../../db/office/staff.ts';
import { startImportRunner, type ImportRunner } from '../../imports/run-import.ts';
import type { Role } from '../../domain/roles.ts';
import { testKeyring } from '../builders/office.ts';
import { runClockFrom } from '../builders/office-clock.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { runOffice, type RunningOffice } from '../support/running-office.ts';
import { keepScreen } from '../support/screens.ts';
import { builtConsole, temporalAddress } from '../support/servers.ts';
import { registerNamespace } from '../support/temporal.ts';

/** A Wednesday in the middle of the published calendar. */
export const TODAY = '2026-03-11';
const NINE = `${TODAY}T09:00:00+08:00`;

export interface OfficeDay {
  readonly api: TestApi;
  readonly running: RunningOffice;
  /** Through the page, as everybody does; in a browser context of its own. */
  signIn(username: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page in a language, of somebody who has no account. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The page as it stands passes axe; kept as a picture when pictures are asked for. */
  seen(page: Page, name: string): Promise<void>;
  /** One more account, by the user name, with these roles; its id. */
  hire(username: string, roles: readonly Role[]): Promise<string>;
  /** The office clock goes on from here; whoever sleeps past an alarm is woken. */
  comes(instant: string): Promise<void>;
}

/** A group of tests in the browser; the title says why when they are skipped. */
export function describeDay(title: string, tests: () => void): void {
  if (chromiumExecutable()) describe(title, tests);
  else describe.skip(`${title} (skipped: no Chromium on this machine)`, tests);
}

interface Morning {
  readonly from?: string;
  /** Of the office's people those who do not work here on this day, by their user names. */
  readonly without?: readonly string[];
}

/** Call it inside `describeDay`; `role` names the pictures. The morning is 09:00 of TODAY unless said otherwise. */
export function officeDay(role: string, { from = NINE, without = [] }: Morning = {}): () => OfficeDay {
  let api: TestApi;
  let running: RunningOffice;
  let imports: ImportRunner;
  let browser: Browser;
  let pictures = 0;
  const complaints: string[] = [];

  beforeAll(async () => {
    const [webFolder, address, namespace] = [await builtConsole(), await temporalAddress(), `day-${randomUUID()}`];
    [api, browser] = await Promise.all([
      startApi({ webFolder, practice: false }),
      launchBrowser(),
      registerNamespace(namespace),
    ]);
    await runClockFrom(api.db, from);
    await givePosts(api, without);
    running = await runOffice(api.databaseUrl, address, { namespace });
    imports = startImportRunner({ db: api.db, keyring: testKeyring, logger: QUIET, pollMs: 100 });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await imports?.stop();
    await running?.stop();
    await api?.stop();
    expect(complaints).toEqual([]);
  }, 60_000);

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ ...AS_SHOWN, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (said) => {
      if (said.text().includes('Content Security Policy')) complaints.push(said.text());
    });
    page.on('response', (answer) => {
      if (answer.status() >= 500) complaints.push(`${String(answer.status())} ${new URL(answer.url()).pathname}`);
    });
    await page.goto(api.url + path);
    return page;
  }

  async function signIn(username: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await visit('/app/', options);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password', { exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    return page;
  }

  async function seen(page: Page, name: string): Promise<void> {
    await page.locator('main .ant-skeleton').first().waitFor({ state: 'detached' });
    await keepScreen(page, `${role}-${String(++pictures)}-${name}`);
    const { violations } = await accessibilityOf(page).withTags(WCAG).analyze();
    expect(violations.map(({ id, nodes }) => `${name}, ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
  }

  async function hire(username: string, roles: readonly Role[]): Promise<string> {
    const { officeId, staff } = api.office;
    const { passwordHash } = await api.db
      .selectFrom('staff')
      .select('password_hash as passwordHash')
      .where('id', '=', staff.clerk)
      .executeTakeFirstOrThrow();
    const account = { officeId, username, displayName: username, roles, mustChangePassword: false };
    return (await insertStaff(api.db, { ...account, ...(passwordHash !== null && { passwordHash }) }))!;
  }

  async function comes(instant: string): Promise<void> {
    await runClockFrom(api.db, instant);
    await running.reconcile();
  }

  return () => ({ api, running, signIn, visit, seen, hire, comes });
}

const QUIET = { info: () => undefined, error: () => undefined };
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const AS_SHOWN: BrowserContextOptions = {
  locale: 'en-GB',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
};

/** What a slip says of whoever is asked for; and who is not there gets no work. */
async function givePosts({ db }: TestApi, without: readonly string[]): Promise<void> {
  await db.updateTable('staff').set({ post: 'Window 3', telephone: '010-66001122' }).execute();
  if (without.length > 0)
    await db.updateTable('staff').set({ active: false }).where('username', 'in', without).execute();
}
