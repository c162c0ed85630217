/** What is mine to do: counted, what came back with what for, many at once where one sentence is true of each, taken over after a look at what moves. */
import { describe, expect, test } from 'vitest';
import type { components } from '../../api/contract.generated.ts';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { CLERK, id, LETTER_CLERK, LETTER_WAITS, me, openStep, row, TRANSFER_ID } from './mock-office.ts';

type Schemas = components['schemas'];

const task = (number: number, kind: Schemas['TaskKind']): Schemas['Task'] => ({
  id: id(700 + number),
  kind,
  transferId: id(100 + number),
  caseNo: `IN202606${String(number + 1).padStart(5, '0')}`,
  reasonCode: null,
  owner: LETTER_CLERK,
  about: {},
  openedAt: '2026-06-03T01:10:00Z',
  dueOn: '2026-06-12',
  overdue: false,
  closedAt: null,
});

describe.skipIf(!chromiumExecutable())('my work', () => {
  const inBrowser = consoleInBrowser();
  const inChinese = () => inBrowser().page.addInitScript(`localStorage.setItem('baton.language', 'zh-CN')`);
  const noSidewaysScroll = () =>
    inBrowser().page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

  test('is counted on its tabs, says what came back and why, and leads to the next case', async () => {
    const { page, open, violations } = inBrowser();
    const asked: URL[] = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    await open('/app/my-work');
    const tabs = page.getByRole('navigation', { name: 'My work' });
    await tabs.getByText('15').waitFor();
    expect((await tabs.getByRole('link').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'My open steps 15',
      'I am the steward of 4',
      'My tasks 3',
      'All open work',
      'My closed transfers',
      'To confirm 2',
    ]);
    const back = page.getByRole('row').filter({ hasText: 'Came back' });
    expect(await back.count()).toBe(1);
    expect(await back.innerText()).toMatch(/IN20260600002.*Came back.*M01/s);
    expect(await violations('body')).toEqual([]);
    await page.getByLabel('Only what came back').check();
    await expect.poll(() => asked.some(({ searchParams }) => searchParams.get('sentBack') === 'true')).toBe(true);
    await page.getByRole('combobox', { name: 'Order' }).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('order=oldest');
    await page.getByRole('link', { name: 'Next case: IN20260600001' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Transfer IN20260600001' }).waitFor();
    await page.getByRole('link', { name: 'Next case: IN20260600002' }).waitFor();
  });

  test('has tabs of its own for what I am the steward of and what of mine has ended', async () => {
    const { page, open } = inBrowser();
    const asked: URLSearchParams[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname === '/transfers') asked.push(url.searchParams);
    });
    const last = () => Object.fromEntries(asked.filter((one) => one.get('limit') === '50').at(-1) ?? []);
    await open('/app/my-work?tab=stewarded');
    await page.getByRole('row').nth(1).waitFor();
    expect(last()).toEqual({ stewardId: LETTER_CLERK.id, state: 'open', limit: '50' });
    await page.getByRole('link', { name: 'My closed transfers' }).click();
    await expect.poll(last).toEqual({ stewardId: LETTER_CLERK.id, state: 'closed', limit: '50' });
  });

  test('closes tasks of one kind with one sentence, and tells of each that was refused why', async () => {
    const { page, url, open, violations } = inBrowser();
    const tasks = [task(0, 'silentLetter'), task(1, 'silentLetter'), task(2, 'unknownScan'), task(3, 'tellPerson')];
    const sent: [string, unknown][] = [];
    await page.route(`${url}/tasks?*`, (asked) => asked.fulfill({ json: { items: tasks, next: null } }));
    await page.route('**/tasks/*/closing', (asked) => {
      const of = asked.request().url().split('/').at(-2)!;
      sent.push([of, asked.request().postDataJSON()]);
      const found = tasks.find((one) => one.id === of)!;
      if (of === tasks[1]!.id) {
        const refused = { type: '/problems/forbidden', title: 'forbidden', status: 403 };
        return asked.fulfill({ status: 403, contentType: 'application/problem+json', json: refused });
      }
      return asked.fulfill({ json: { ...found, closedAt: '2026-06-08T02:24:00Z' } });
    });
    await open('/app/my-work?tab=tasks');
    await page.getByRole('row').nth(1).waitFor();
    // Those above the list only filter it.
    const boxes = page.getByRole('table').getByRole('checkbox');
    // People are told one by one.
    expect(await boxes.count()).toBe(3);
    await boxes.nth(0).press('Space');
    await boxes.nth(2).press('Space');
    await page.getByText('One sentence fits tasks of one kind only.').waitFor();
    expect(await page.getByRole('button', { name: 'Close together (2)' }).isDisabled()).toBe(true);
    await boxes.nth(2).press('Space');
    await boxes.nth(1).press('Space');
    await page.getByRole('button', { name: 'Close together (2)' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('IN20260600001 · IN20260600002').waitFor();
    await dialog.getByLabel('What was done').fill('Asked the courier: delivered.');
    expect(await violations('[role=dialog]')).toEqual([]);
    await dialog.getByLabel('What was done').press('Control+Enter');
    await dialog.getByText('Closed: 1.').waitFor();
    expect(await dialog.innerText()).toContain('IN20260600002');
    expect(sent).toEqual(tasks.slice(0, 2).map((one) => [one.id, { note: 'Asked the courier: delivered.' }]));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  });

  test('takes over steps of colleagues after a look at what moves, each recorded once', async () => {
    const { page, url, open, violations } = inBrowser();
    // The manager marks own steps, too: to give them.
    await page.route(`${url}/me`, (asked) => asked.fulfill({ json: { ...me, roles: ['letterClerk'] } }));
    const theirs = openStep({ ...LETTER_WAITS, owner: CLERK });
    const rows = [row(0), row(1, { openStep: theirs }), row(2, { openStep: theirs }), row(3, { openStep: null })];
    const keys: string[] = [];
    await page.route('**/transfers?*', (asked) => asked.fulfill({ json: { items: rows, next: null } }));
    await page.route('**/transfers/*/facts', (asked) => {
      keys.push(asked.request().headers()['idempotency-key']!);
      expect(asked.request().postDataJSON()).toEqual({ kind: 'takenOver' });
      return asked.fulfill({ status: 201, json: {} });
    });
    await open('/app/my-work?tab=all');
    await page.getByLabel('Mark IN20260600002').check();
    await page.getByLabel('Mark IN20260600003').check();
    expect(await page.getByLabel(/^Mark IN/).count()).toBe(2);
    await page.getByRole('button', { name: 'Take over (2)' }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: 'What moves to you (2)' });
    await dialog.getByRole('row').nth(1).waitFor();
    expect(await dialog.getByRole('row').nth(1).innerText()).toMatch(/IN20260600002.*Clerk 1.*Letter clerk 3/s);
    expect(keys).toEqual([]);
    expect(await violations('[role=dialog]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Take over (2)' }).click();
    await dialog.getByText('Yours now: 2.').waitFor();
    expect(new Set(keys).size).toBe(2);
  });

  test('shows twelve hundred rows, each once, and walks them', async () => {
    const { page, open } = inBrowser();
    const all = Array.from({ length: 1200 }, (_, number) => row(number));
    await page.route('**/transfers?*', (asked) => {
      const at = Number(new URL(asked.request().url()).searchParams.get('cursor') ?? 0);
      const next = at + 50 < all.length ? String(at + 50) : null;
      return asked.fulfill({ json: { items: all.slice(at, at + 50), next } });
    });
    await open('/app/my-work');
    const more = page.getByRole('button', { name: 'Show more' });
    for (let shown = 50; shown < 1200; shown += 50) {
      await more.click();
      await page.getByText(`${String(shown + 50)} shown`).waitFor();
    }
    const numbers = await page.locator('tbody a[data-row]').allInnerTexts();
    expect([numbers.length, new Set(numbers).size]).toEqual([1200, 1200]);
    await page.locator('tbody a[data-row]').nth(1100).focus();
    await page.evaluate(`(async () => {
      for (let n = 0; n < 20; n++) {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      }
    })()`);
    expect(await page.evaluate('document.activeElement.textContent')).toBe(numbers[1120]);
  });

  test('is read in Chinese, also at twice the size', async () => {
    const { page, open, violations } = inBrowser();
    await inChinese();
    await open('/app/my-work');
    await page.getByText('退回').first().waitFor();
    expect(await violations('body')).toEqual([]);
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await noSidewaysScroll()).toBe(true);
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('link', { name: '该参保人全部业务' }).waitFor();
    expect(await violations('body')).toEqual([]);
  });
});
