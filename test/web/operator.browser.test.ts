/** The operator's page in a real browser before a real office: good days, bad days, and each repair. */
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimRepair, endRepair } from '../../db/upkeep/repairs.ts';
import { noteRun } from '../../db/upkeep/runs.ts';
import { REPAIR_KINDS, UPKEEP_JOBS } from '../../domain/upkeep.ts';
import { en } from '../../web/src/i18n/en/index.ts';
import { zhCN } from '../../web/src/i18n/zh-cn/index.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { builtConsole } from '../support/servers.ts';

const words = en.operator;
const screenshots = join(import.meta.dirname, '..', '..', 'test-results');

describe.skipIf(!chromiumExecutable())('the operator’s page', () => {
  let api: TestApi;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let administrator: { Authorization: string };
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    administrator = await signedIn('manager');
    await sql`insert into invariant_checks (violations, findings) values (0, '[]')`.execute(api.db);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });
  beforeEach(async () => {
    for (const table of ['upkeep_runs', 'repairs', 'backups'] as const) await api.db.deleteFrom(table).execute();
    context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
      extraHTTPHeaders: administrator,
    });
    page = await context.newPage();
    page.setDefaultTimeout(40_000);
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  async function signedIn(username: string): Promise<{ Authorization: string }> {
    const { body } = await api.anonymous.post('/sessions', { username, password: PASSWORD });
    return { Authorization: `Bearer ${body.token as string}` };
  }
  const open = (): Promise<unknown> => page.goto(`${api.url}/app/operator`);
  async function aGoodDay(): Promise<void> {
    for (const job of UPKEEP_JOBS) await noteRun(api.db, { job, tookMs: 12 });
    const found = { open: 310, running: 310, started: 0, refused: 0 };
    await noteRun(api.db, { job: 'reconcile', tookMs: 900, found });
    await sql`insert into backups (made_at, file, byte_length, sha256, row_count)
      values (clock_timestamp() - interval '9 hours', 'x', 54000, '\\x00', 998)`.execute(api.db);
  }
  const figure = (name: string) =>
    page.locator('.figures > li').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const faults = async (): Promise<string[]> =>
    (await accessibilityOf(page).include('main').analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`,
    );

  test('a good day: every figure with its meaning, nothing to do but what nobody has set up', async () => {
    await aGoodDay();
    await open();
    await figure(words.temporal.runs).getByText('310 of 310').waitFor();
    expect(await figure(words.temporal.state).textContent()).toContain(words.temporal.states.reachable);
    expect(await page.locator('.figures > li.bad h3').allTextContents()).toEqual([words.gateways.alerts]);
    for (const means of [words.zero.deadMeans, words.database.locksMeans, words.outbox.oldestMeans])
      expect(await page.getByText(means).isVisible()).toBe(true);
    expect(await page.getByText(words.worker.jobs.reconcile).isVisible()).toBe(true);
    expect(await faults()).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'operator-en.png'), fullPage: true });
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 640, height: 800 });
    await page.screenshot({ path: join(screenshots, 'operator-200.png'), fullPage: true });
  });

  test('Temporal down while the API works: since when, why, and what to do', async () => {
    await aGoodDay();
    await noteRun(api.db, { job: 'temporal', tookMs: 5_000, reason: 'connect ECONNREFUSED 127.0.0.1:7233' });
    await open();
    const state = figure(words.temporal.state);
    await state.getByText(words.temporal.states.unreachable).waitFor();
    expect(await state.textContent()).toContain('ECONNREFUSED');
    expect(await state.textContent()).toContain(words.temporal.stateAct);
    expect(await page.locator('tr.late').textContent()).toContain(words.worker.jobs.temporal);
  });

  test('no worker at all is said, instead of a Temporal that seems well', async () => {
    await open();
    await figure(words.temporal.state).getByText(words.temporal.unknownAct).waitFor();
    expect(await figure(words.worker.heard).getAttribute('class')).toBe('bad');
    expect(await page.getByText(words.worker.noJobs).isVisible()).toBe(true);
  });

  test.each(REPAIR_KINDS.filter((kind) => kind !== 'lookEverywhere'))(
    '%s is asked for by one press, also a double one',
    async (kind) => {
      await aGoodDay();
      await open();
      await page.getByRole('button', { name: words.repairs.names[kind] }).dblclick();
      const line = page.getByRole('row').filter({ hasText: words.repairs.names[kind] });
      await line.getByText(words.repairs.waits).waitFor();
      expect(await line.count()).toBe(1);
      const claimed = await claimRepair(api.db, [kind]);
      await endRepair(api.db, claimed!, { result: { started: 3, refused: 0 } });
      await line.getByText('started again: 3').waitFor();
      expect(await claimRepair(api.db, [kind])).toBeUndefined();
    },
  );

  test('what keeps Temporal busy is asked again first; a failure is told with its reason', async () => {
    await aGoodDay();
    await open();
    const button = page.getByRole('button', { name: words.repairs.names.lookEverywhere });
    await button.click();
    const asks = page.getByRole('group', { name: words.repairs.lookEverywhereAsk });
    await asks.waitFor();
    expect(await api.db.selectFrom('repairs').select('id').execute()).toEqual([]);
    await asks.getByRole('button', { name: en.common.back }).click();
    await button.click();
    await asks.getByRole('button', { name: words.repairs.names.lookEverywhere }).click();
    await eventually(async () => (await api.db.selectFrom('repairs').select('id').execute()).length === 1);
    await endRepair(api.db, (await claimRepair(api.db, ['lookEverywhere']))!, { failure: 'Temporal said no' });
    await page.getByText('failed: Temporal said no').waitFor();
    expect(await faults()).toEqual([]);
  });

  test('a slow database and one that does not answer are said, and the last figures stay', async () => {
    await aGoodDay();
    let held = true;
    await open();
    await figure(words.temporal.runs).getByText('310 of 310').waitFor();
    const waiting: (() => void)[] = [];
    await page.route('**/upkeep', async (route) => {
      if (held) await new Promise<void>((resolve) => waiting.push(resolve));
      await route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: '/problems/unavailable', title: 'x', status: 503, detail: 'x', instance: 'x' }),
      });
    });
    await page.getByText(/The answer takes long: the database is slow/).waitFor();
    expect(await figure(words.temporal.runs).textContent()).toContain('310 of 310');
    held = false;
    for (const release of waiting) release();
    await page.getByText(words.unreadable).waitFor();
    expect(await figure(words.temporal.runs).textContent()).toContain('310 of 310');
  });

  test('in Chinese, and only for an administrator', async () => {
    await aGoodDay();
    await open();
    await page.getByRole('link', { name: en.layout.operator }).waitFor();
    const chinese = await browser.newContext({
      locale: 'zh-CN',
      extraHTTPHeaders: administrator,
      viewport: { width: 1280, height: 900 },
    });
    const other = await chinese.newPage();
    await other.goto(`${api.url}/app/operator`);
    await other.getByText(zhCN.operator.temporal.states.reachable).waitFor();
    await other.screenshot({ path: join(screenshots, 'operator-zh.png'), fullPage: true });
    await chinese.close();
    const clerk = await browser.newContext({ locale: 'en-GB', extraHTTPHeaders: await signedIn('clerk') });
    const desk = await clerk.newPage();
    await desk.goto(`${api.url}/app/operator`);
    await desk.getByText(en.problems.forbidden).first().waitFor();
    expect(await desk.getByRole('link', { name: en.layout.operator }).count()).toBe(0);
    await clerk.close();
  });
});
