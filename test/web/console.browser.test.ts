/** The built console in a real browser, against an office that answers as the contract says. */
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { ROLES } from '../../domain/roles.ts';
import { ACTIONS, type Action } from '../../domain/staff/permissions.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import type { MockApi } from './mock-api.ts';
import { PAGES } from './main-pages.ts';
import { me, TRANSFER_ID } from './mock-office.ts';
import { MADE_UP_ID, UNKNOWN_ID, WITHDRAWN_ID } from './mock-transfers.ts';

const executable = chromiumExecutable();
if (!executable) {
  process.stderr.write(
    '\n!!! NO CHROMIUM: the console was NOT tested in a browser. Install it or set BATON_CHROMIUM.\n\n',
  );
}

describe.skipIf(!executable)('the console in a browser', () => {
  const inBrowser = consoleInBrowser({ hears: true });
  let page: Page;
  let context: BrowserContext;
  let api: MockApi;
  beforeEach(() => {
    ({ page, api } = inBrowser());
    context = page.context();
  });

  async function signIn(path = '/app/'): Promise<void> {
    await page.goto(api.url + path);
    await page.getByRole('button', { name: 'Letter clerk 3' }).click();
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  }

  const open = (path: string): Promise<void> => inBrowser().open(path);

  const path = (): string => new URL(page.url()).pathname + new URL(page.url()).search;
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  test('one click at a desk signs in and leads to where one wanted to go', async () => {
    await signIn('/app/my-work?tab=all&overdue=true');
    await heading('My work');
    expect(path()).toBe('/app/my-work?tab=all&overdue=true');
  });

  test('signing out leads to the next desk; a session that ended elsewhere to the sign-in and back', async () => {
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Letter clerk 3' }).click();
    await heading('Today');
    await page.getByRole('link', { name: 'My work' }).click();
    await heading('My work');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Letter clerk 3' }).click();
    await heading('My work');
  });

  test('the menu of who is manager and administrator fits the page, every entry of it', async () => {
    const actions = Object.keys(ACTIONS) as Action[];
    const everything = { ...me, roles: [...ROLES], actions };
    await page.route(`${api.url}/me`, (asked) => asked.fulfill({ json: everything }));
    await open('/app/');
    await heading('Today');
    const cut = await page.evaluate(`(() => {
      const { left, right } = document.querySelector('.navbar').getBoundingClientRect();
      const boxes = [...document.querySelectorAll('.navbar a')].map((link) => link.getBoundingClientRect());
      return boxes.filter((box) => box.left < left || box.right > right).length;
    })()`);
    expect(cut).toBe(0);
    expect(await page.locator('.navbar a').count()).toBeGreaterThan(15);
  });

  test('a wrong password is said, and nothing else happens', async () => {
    await page.goto(`${api.url}/app/`);
    await page.getByText('Sign in with a user name').click();
    await page.getByLabel('User name').fill('clerk1');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('User name or password is wrong.').waitFor();
    expect(path()).toContain('/app/sign-in');
  });

  test('a number of Today opens exactly its cases', async () => {
    await open('/app/');
    await page.getByRole('region', { name: 'With the first attempt' }).getByText('88.06 %').waitFor();
    await page.getByRole('link', { name: '273' }).first().click();
    await heading('The cases behind the number');
    expect(path()).toBe('/app/cases?direction=in&bucket=closedWithin1&from=2026-06-01&to=2026-06-30&asOf=2026-06-08');
    await page.getByText('15 cases').waitFor();
    await page
      .getByRole('link', { name: 'Go back' })
      .or(page.getByRole('link', { name: 'Back to Today' }))
      .click();
    await heading('Today');
  });

  test('a month that is past says what moved its figures since', async () => {
    await open('/app/?month=2026-05');
    await page.getByRole('link', { name: 'What moved it since the end of the month' }).first().click();
    await heading('What moved the figures afterwards');
    expect(path()).toBe('/app/belated-facts?direction=in&from=2026-05-01&to=2026-05-31&asOf=2026-05-31');
    await page.getByText('2 facts learnt late').waitFor();
    await page.getByRole('row', { name: /Closed within the first attempt 272 273/ }).waitFor();
    await page.getByRole('row', { name: /Corrected Accepted/ }).waitFor();
  });

  test('Today opens on the newest month that is mature, and says so', async () => {
    await page.route(/\/metrics\/completion\?.*by=month/, async (asked) => {
      const answer = (await (await asked.fetch()).json()) as { groups: { attempts: object }[] };
      Object.assign(answer.groups.at(-1)!.attempts, { cohort: 2, notClosed: 2 });
      const mature = { denominators: { '1': 0, '2': 0, '3': 0 }, rates: { '1': null, '2': null, '3': null } };
      Object.assign(answer.groups.at(-1)!.attempts, { mature });
      await asked.fulfill({ json: answer });
    });
    await open('/app/');
    await page.getByText('May 2026 is the newest month of which 95 % of the cases are mature.').waitFor();
    await page.getByRole('region', { name: 'With the first attempt' }).getByText('88.06 %').waitFor();
  });

  test('from the search to a recorded fact, with one key', async () => {
    await open('/app/');
    await heading('Today');
    await page.keyboard.press('/');
    await page.keyboard.type('IN20260600001');
    await page.keyboard.press('Enter');
    await heading('Transfer IN20260600001');
    await page.getByText('Letter clerk 3 holds it since 3 June, due 23 June.').waitFor();

    await page.getByRole('button', { name: 'Letter sent' }).click();
    const dialog = page.getByRole('dialog', { name: 'Letter sent' });
    await dialog.getByLabel('Waybill number').fill('1111111111111');
    await dialog.getByRole('button', { name: 'Record' }).click();
    // Every defect at its field, and the one without a field above.
    await dialog.getByText('13 digits, or an international number with a right check digit.').waitFor();
    await dialog.getByText('This lies in the future of the office clock.').waitFor();
    await dialog.getByText('A defect that this console does not know.').waitFor();

    await dialog.getByLabel('Waybill number').fill('1234567890123');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByText('Recorded: Letter sent').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Letter clerk 3 holds it since 8 June, due 24 June.').waitFor();

    expect(api.recorded).toHaveLength(1);
    expect(api.sent()).toBe(2);
    expect(api.recorded[0]?.fact).toEqual({ kind: 'letterSent', channel: 'ems', waybill: '1234567890123' });
    expect(api.recorded[0]?.key).toMatch(/^console-[0-9a-f]{32}$/);
  });

  const line = () => page.locator('ol.line strong').allTextContents();
  const offered = () => page.locator('.facts-panel button').allTextContents();

  test('a procedure that the console has never seen is drawn, and its open step decided', async () => {
    await open(`/app/transfers/${MADE_UP_ID}`);
    await page.getByText('Now: Opinion from above').waitFor();
    expect(await line()).toEqual(['Check of papers', 'Opinion from above', 'Dispatch']);
    expect(await offered()).toEqual(['Decide', 'Letter sent', 'Put on hold', 'Correct a fact']);

    await page.getByRole('button', { name: 'Decide', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Decide' });
    await dialog.getByRole('radio', { name: 'opinion in favour' }).click();
    expect(await dialog.getByLabel('Reason').count()).toBe(0);
    await dialog.getByRole('radio', { name: 'opinion against' }).click();
    // By keyboard: the list moves while it opens, and a slow machine is never still.
    await dialog.getByLabel('Reason').fill('L07');
    await page.keyboard.press('Enter');
    expect(await violations('[role=dialog]')).toEqual([]);
    await dialog.getByLabel(/^Note/).fill('Asked twice.');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByText('Recorded: Decided').waitFor();
    const fact = { kind: 'decided', ordinal: 2, outcome: 'denied', reasonCode: 'L07', note: 'Asked twice.' };
    expect(api.recorded.map((one) => one.fact)).toEqual([fact]);

    await page.getByLabel('Language').selectOption('zh-CN');
    await page.getByText('材料齐全').first().waitFor();
    expect(await line()).toEqual(['材料核查', '上级意见', '寄送']);
  });

  test('a procedure of a newer release is shown by its names, without facts of its steps', async () => {
    await open(`/app/transfers/${UNKNOWN_ID}`);
    await page.getByText('Now: somethingNew').waitFor();
    expect(await line()).toEqual(['Eligibility review', 'somethingNew']);
    expect(await offered()).toEqual(['Other office contacted', 'Correct a fact', 'Withdraw']);
  });

  test('while the procedures cannot be read, a transfer is shown all the same, by the names of its steps', async () => {
    const forbidden = { type: '/problems/forbidden', title: 'forbidden', status: 403 };
    await page.route('**/procedures', (asked) => asked.fulfill({ status: 403, json: forbidden }));
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByText('Letter clerk 3 holds it since 3 June, due 23 June.').waitFor();
    expect(await line()).toEqual(['review', 'liaisonLetter', 'delivery']);
  });

  test('a step that ended with the transfer says how', async () => {
    await open(`/app/transfers/${WITHDRAWN_ID}`);
    await page.getByText('Nobody holds it: Withdrawn on 8 June.').waitFor();
    await page.locator('ol.line').getByText('withdrawn').waitFor();
  });

  test('a form is checked while it is typed', async () => {
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Info form received' }).click();
    await page.getByRole('button', { name: 'Fill in a sample form' }).click();
    await page.getByText('Sums, months and interest agree.').waitFor();
    await page.getByLabel('⑥ Total = ④ + ⑤').fill('1.00');
    await page.getByText('⑥ is not ④ + ⑤').waitFor();
  });

  test('a due day explains itself to the keyboard', async () => {
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: /23 Jun 2026 in 15 days/ }).focus();
    await page.getByText('15 working days from 1 Jun 2026, which is not counted').waitFor();
    await page.getByText('19 Jun 2026 – 21 Jun 2026').waitFor();
  });

  test('lists are walked with the arrow keys, and go on page by page', async () => {
    await open('/app/my-work?tab=all');
    await page.getByRole('link', { name: 'IN20260600001', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('IN20260600003');
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('15 shown').waitFor();
  });

  test('the counter says what is wrong with an ID number before anything is sent', async () => {
    await open('/app/accept');
    await page.getByLabel('ID number').fill('360426199101010072');
    await page.getByText('The check digit does not fit').waitFor();
    await page.getByLabel('ID number').fill('360426199101010071');
    await page.getByText('The number is well formed.').waitFor();
  });

  test('an address that is no transfer’s says so, without a question to the office', async () => {
    await open('/app/transfers/nonsense');
    await page.getByText('There is no such page').waitFor();
  });

  test('an application is refused with every defect at its field, corrected, and ends as a slip', async () => {
    await open('/app/accept');
    await page.getByLabel('Name', { exact: true }).fill('7');
    await page.getByLabel('ID number').fill('110102199912310357');
    await page.getByLabel(/^Mobile/).fill('12');
    await page.getByRole('button', { name: 'Check the answers' }).click();
    await page.getByText('This is too short.').waitFor();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('Office of the original place').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const noTelephone = page.getByText('Neither a mobile nor a landline with its area code.');
    await noTelephone.waitFor();
    await page.getByLabel(/^Mobile/).fill('13900000000');
    await noTelephone.waitFor({ state: 'hidden' });
    await page.getByLabel('Name', { exact: true }).fill('样例甲');
    await page.getByRole('button', { name: 'Check the answers' }).click();
    const answers = page.getByRole('article', { name: 'Is everything right?' });
    await answers.getByText('13900000000').waitFor();
    expect(await violations()).toEqual([]);
    await answers.getByRole('button', { name: 'Accept' }).click();
    const slip = page.getByRole('article', { name: 'Acceptance slip' });
    await slip.getByText('K7QF-2M9X-PTR4').waitFor();
    await slip.getByText('23 Jun 2026').waitFor();
  });

  test('what cannot be taken up is refused in writing', async () => {
    await open('/app/accept');
    await page.getByLabel('Name', { exact: true }).fill('样例领');
    await page.getByLabel('ID number').fill('110102199912310357');
    await page.getByLabel('Office of the original place').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const draws = page.getByRole('radiogroup', { name: 'Draws a pension already' });
    await draws.getByRole('radio', { name: 'Yes' }).press('Space');
    await page.getByRole('button', { name: 'Check the answers' }).click();
    await page.getByText('Whoever draws a pension does not transfer.').waitFor();
    // The second click of a double one answers nothing.
    await page.getByRole('button', { name: /^Refuse in writing: A02/ }).dblclick();
    await page.getByRole('button', { name: 'Refuse in writing', exact: true }).click();
    const paper = page.getByRole('article', { name: 'Not taken up' });
    await paper.getByText('BY20260600001').waitFor();
    await paper.getByText('within 60 days').waitFor();
    expect(await violations()).toEqual([]);
  });

  test('a mobile is corrected by the keyboard alone', async () => {
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name: 'Correct mobile or address' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Correct mobile or address' });
    await dialog.getByLabel('Mobile').fill('13900008888');
    expect(await violations('[role=dialog]')).toEqual([]);
    await page.route(`**/transfers/${TRANSFER_ID}/contact`, (asked) => {
      if ((asked.request().postDataJSON() as { identitySeen: boolean }).identitySeen) return asked.fallback();
      const errors = [{ field: 'identitySeen', code: 'unknownValue', message: 'Must be true.' }];
      return asked.fulfill({ status: 422, json: { type: '/problems/invalid', title: 'Invalid', status: 422, errors } });
    });
    await dialog.getByLabel('Mobile').press('Enter');
    await dialog.getByText('Please look at the ID first').waitFor();
    await dialog.getByLabel('I have seen the ID').press('Space');
    const sent = page.waitForRequest((asked) => asked.method() === 'PATCH');
    await dialog.getByLabel('Mobile').press('Enter');
    expect((await sent).postDataJSON()).toEqual({ mobile: '13900008888', address: '', identitySeen: true });
    await dialog.waitFor({ state: 'hidden' });
  });

  test('one switch changes the language of everything, and is remembered', async () => {
    await open('/app/');
    await page.getByLabel('Language').selectOption('zh-CN');
    await heading('今日');
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    await page.reload();
    await heading('今日');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
  });

  test('a file tells each cell that was read otherwise, and each line that did not go in', async () => {
    await open('/app/imports');
    const accepts = () => page.getByLabel(/^CSV or workbook/).getAttribute('accept');
    expect(await accepts()).toBe('.csv,.xlsx');
    await page.getByLabel('Kind').selectOption('bankStatement');
    expect(await accepts()).toBe('.csv,.xlsx,.xml,.zip,.txt');
    await page.getByRole('button', { name: 'Show' }).click();
    const told = page.getByRole('region', { name: /^What is said of it/ });
    await told.getByText('The header stands in row 2.').waitFor();
    const cells = (line: string) => told.getByRole('row').filter({ hasText: line }).getByRole('cell').allTextContents();
    await told.getByRole('row').nth(2).waitFor();
    expect(await cells('digits are gone')).toEqual([
      '3',
      'Refused',
      '公民身份号码',
      'A spreadsheet has shortened this number; its digits are gone. Please save the column as text.',
      'Put line 3 right',
    ]);
    expect(await cells('another way')).toEqual([
      '4',
      'Taken in',
      '受理日期',
      'A date written in another way; read all the same. 2026-05-11',
      '',
    ]);
    await told.getByRole('button', { name: 'Show more' }).click();
    await told.getByRole('link', { name: '1004', exact: true }).waitFor();
    expect(await told.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    expect(await violations()).toEqual([]);
  });

  test.each(PAGES)('%s passes axe, and fits a narrow screen', async (address, sign) => {
    await open(address);
    await page.getByText(sign).first().waitFor();
    expect(await violations()).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });

  test.each(PAGES.slice(0, 4))('%s passes axe on a narrow screen', async (address, sign) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(address);
    await page.getByText(sign).first().waitFor();
    expect(await violations()).toEqual([]);
  });

  test('the sign-in passes axe', async () => {
    await page.goto(`${api.url}/app/`);
    await page.getByRole('button', { name: 'Letter clerk 3' }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test.each(['Letter sent', 'Put on hold', 'Correct a fact'])('the form “%s” passes axe', async (name) => {
    await open(`/app/transfers/${TRANSFER_ID}`);
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog', { name }).getByLabel(/^Note/).waitFor();
    expect(await violations('[role=dialog]')).toEqual([]);
  });

  async function violations(part = 'body'): Promise<string[]> {
    const axe = accessibilityOf(page).include(part).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
    const found = await axe.analyze();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }
});
