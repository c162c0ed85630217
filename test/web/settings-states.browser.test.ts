/** The administrator's pages where something fails, is empty, or may only be read; in a real browser. */
import { expect, test, describe } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { calendar } from './mock-calendar.ts';
import { CLERK, me, TRANSFER_ID } from './mock-office.ts';

const ADMINISTRATOR = { ...me, roles: ['administrator'], actions: ['readStaff', 'changeStaff', 'changeAbsences', 'changeSettings'] }; // prettier-ignore
const ABSENT = { standIn: null, deputy: null, fromDay: '2026-06-01', note: '', movedSteps: 0, endedAt: null };
const MOVED = {
  calendar,
  changedDays: [{ day: '2026-06-22', before: null, after: 'rest' }],
  stepsLooked: 97,
  moved: [
    {
      transferId: TRANSFER_ID,
      caseNo: 'IN20260600001',
      step: 'review',
      from: '2026-06-23',
      to: '2026-06-24',
      provisional: false,
    },
  ],
  tasksMoved: 2,
  lettersOutMoved: 0,
};

describe.skipIf(!chromiumExecutable())('colleagues and settings', () => {
  const inBrowser = consoleInBrowser();
  const asAdministrator = () =>
    inBrowser().page.route(`${inBrowser().url}/me`, (asked) => asked.fulfill({ json: ADMINISTRATOR }));

  test('who changes nothing reads who is away until when, and finds no button', async () => {
    const { page, url, open } = inBrowser();
    const absence = { ...ABSENT, id: TRANSFER_ID, staff: CLERK, untilDay: '2026-06-12' };
    await page.route(`${url}/absences`, (asked) => asked.fulfill({ json: { items: [absence] } }));
    await open('/app/staff');
    const cells = page.getByRole('row').filter({ hasText: 'clerk-1' }).first().getByRole('cell');
    await cells.first().waitFor();
    expect(await cells.allInnerTexts()).toEqual(['Clerk 1\nclerk-1', '–', '–', 'Clerk', '12 Jun 2026', 'Active']);
    // What one reads one may take away.
    expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual(['Export']);
    await open('/app/settings');
    await page.getByRole('row').filter({ hasText: '2026' }).first().waitFor();
    const offered = await page.getByRole('main').getByRole('button').allInnerTexts();
    expect(offered.filter((name) => name !== '' && name !== 'Export')).toEqual([]);
    const links = page.getByRole('navigation').getByRole('link');
    expect(await links.allInnerTexts()).not.toContain('Settings');
  });

  test('what fails says so, panel by panel, and is asked again; where there is nothing, that', async () => {
    const { page, url, open } = inBrowser();
    await asAdministrator();
    let fails = true;
    const problem = { type: '/problems/internal', title: 'x', status: 500, instance: 'r' };
    for (const path of ['bank-accounts', 'interest-rates', 'calendar/2026'])
      await page.route(`${url}/${path}`, (asked) => {
        if (fails) return asked.fulfill({ status: 500, json: problem });
        return asked.fulfill({ json: path === 'calendar/2026' ? calendar : { items: [] } });
      });
    await open('/app/settings');
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
    await again.nth(2).waitFor({ timeout: 30_000 });
    fails = false;
    while ((await again.count()) > 0) {
      const before = await again.count();
      await again.first().click();
      await expect.poll(() => again.count()).toBeLessThan(before);
    }
    for (const text of [/^No account is named/, /^No interest is known/, calendar.notice])
      await page.getByText(text).waitFor();
  }, 60_000);

  test('a notice that moved due dates says of each from when to when', async () => {
    const { page, url, open, violations } = inBrowser();
    await asAdministrator();
    await page.route(`${url}/calendar/2026`, (asked) =>
      asked.fulfill({ json: asked.request().method() === 'PUT' ? MOVED : calendar }),
    );
    await open('/app/settings');
    await page.getByRole('button', { name: 'Correct 2026' }).last().click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Last day 1').inputValue()).toBe('2026-06-21');
    await dialog.getByLabel('Last day 1').fill('2026-06-22');
    await dialog.getByLabel('Last day 1').press('Enter');
    const moved = page.getByRole('table', { name: 'What moved' }).getByRole('cell');
    await moved.first().waitFor();
    expect(await moved.allInnerTexts()).toEqual(['IN20260600001', 'Eligibility review', '23 Jun 2026', '24 Jun 2026']);
    await page.getByText('1 day changed').waitFor();
    expect(await violations('main')).toEqual([]);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Correct');
  });
});
