/** The letter clerk's day in a real browser, before a real office, with nothing but the keys of a scanner and a keyboard. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s10CheckDigit } from '../../domain/letters/waybill.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type Caller, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

const TODAY = '2026-03-11';
const [HERE, ELSEWHERE] = ['310000', '320000'];
const ENVELOPE = `EA12345678${String(s10CheckDigit('12345678'))}CN`;
const WRONG = `EA12345678${String((s10CheckDigit('12345678') + 1) % 10)}CN`;

interface Waiting {
  readonly id: string;
  readonly caseNo: string;
}

describe.skipIf(!chromiumExecutable())('post', () => {
  let api: TestApi;
  let browser: Browser;
  let clerk: Caller;
  let page: Page;
  let first: Waiting, second: Waiting, third: Waiting, elsewhere: Waiting, silent: Waiting, returned: Waiting;

  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    await standClockAt(api.db, `${TODAY}T10:00:00+08:00`);
    const office = {
      area_code: ELSEWHERE,
      name: '另一社保中心',
      channel: 'ems',
      address: '样例路1号',
      postcode: '210000',
    };
    await api.db.insertInto('counterparts').values(office).execute();
    clerk = await api.as('letterClerk');
    [first, second, third] = [await waiting(HERE), await waiting(HERE), await waiting(HERE)];
    elsewhere = await waiting(ELSEWHERE);
    silent = await waiting(HERE, { waybill: '5200000000001' });
    returned = await waiting(HERE, { waybill: '5200000000002', cameBack: true });
    page = await opened('/app/post?all=true');
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  async function waiting(counterpartAreaCode: string, sent?: { waybill: string; cameBack?: true }): Promise<Waiting> {
    const occurredAt = new Date('2026-03-02T09:00:00+08:00');
    const id = await anAcceptedTransfer(api.db, api.office, { occurredAt, counterpartAreaCode });
    const the = walk(api.db, api.office, id);
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    if (sent) {
      const { waybill } = sent;
      await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill, postedOn: '2026-03-03' });
    }
    if (sent?.cameBack) await the.say('letterClerk', { kind: 'letterReturned', reasonCode: 'M01' });
    return { id, caseNo: (await clerk.get(`/transfers/${id}`)).body.caseNo as string };
  }

  async function opened(path: string, username = 'letterclerk'): Promise<Page> {
    const { body } = await api.anonymous.post('/sessions', { username, password: PASSWORD });
    const extraHTTPHeaders = { Authorization: `Bearer ${body.token as string}` };
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 1400 },
      extraHTTPHeaders,
    });
    const tab = await context.newPage();
    tab.setDefaultTimeout(15_000);
    await tab.goto(api.url + path);
    return tab;
  }

  const panel = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const row = (name: string, { caseNo }: Waiting): Locator => panel(name).getByRole('row').filter({ hasText: caseNo });
  const isInField = (): Promise<boolean> =>
    page.getByLabel('Waybill number').evaluate((field) => field.matches(':focus'));

  /** With the arrows only, from wherever it stands. */
  async function choose({ caseNo }: Waiting): Promise<void> {
    const radio = panel('To post').getByRole('radio', { name: `Next: ${caseNo}` });
    for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowUp');
    for (let n = 0; n < 6 && !(await radio.isChecked()); n++) await page.keyboard.press('ArrowDown');
    expect(await radio.isChecked()).toBe(true);
  }
  async function scan(waybill: string): Promise<void> {
    await page.keyboard.type(waybill);
    await page.keyboard.press('Enter');
  }
  const lettersOf = async ({ id }: Waiting) =>
    (await clerk.get(`/transfers/${id}`)).body.letters as { waybill: string; postedOn: string; attempt: number }[];

  test('a day: a wrong digit, two letters in one envelope, the same number again, one given up', async () => {
    await row('To post', first).waitFor();
    await expect.poll(isInField).toBe(true);

    await page.keyboard.type(WRONG);
    await panel('To post').getByText('The check digit is wrong').waitFor();
    await page.keyboard.press('Escape');

    for (const one of [first, second]) {
      await choose(one);
      await page.keyboard.press(' ');
    }
    await panel('To post').getByText(`One envelope, 2 letters to`).waitFor();
    expect(await panel('To post').getByRole('checkbox', { name: elsewhere.caseNo }).isDisabled()).toBe(true);
    await scan(ENVELOPE);
    await panel('To post').getByText(`2 letters posted under ${ENVELOPE}`).waitFor();
    for (const one of [first, second])
      expect(await lettersOf(one)).toMatchObject([{ waybill: ENVELOPE, postedOn: TODAY, attempt: 1 }]);

    await choose(elsewhere);
    await scan(ENVELOPE);
    await panel('To post').getByText('these cannot lie in one envelope').waitFor();
    expect(await lettersOf(elsewhere)).toEqual([]);
    await scan('5200000000009');
    await panel('To post').getByText('Posted under 5200000000009').waitFor();

    await choose(third);
    await scan(ENVELOPE);
    await panel('To post').getByText('lie in the same envelope?').waitFor();
    expect(await lettersOf(third)).toEqual([]);
    await page.keyboard.press('Enter');
    await panel('To post').getByText(`Posted under ${ENVELOPE}`).waitFor();
    expect(await lettersOf(third)).toMatchObject([{ waybill: ENVELOPE, postedOn: TODAY }]);
    expect(await isInField()).toBe(true);

    await row('Silent', silent).getByRole('button', { name: 'Letter lost' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
    await row('Came back or lost', silent).waitFor();
    await row('To post', silent).waitFor();
    expect(await panel('Silent').getByText('Every letter under way was scanned lately.').count()).toBe(1);
  }, 60_000);

  test('what is under way, what came back and why, and the letters of the day', async () => {
    for (const one of [first, second, third, elsewhere]) await row('Under way', one).waitFor();
    expect((await row('Came back or lost', returned).innerText()).replaceAll(/\s+/g, ' ')).toMatch(
      /5200000000002 Came back 11 Mar 2026 M01 .* Liaison letter letterClerk/,
    );
    const day = panel('To key into the national platform');
    await day.getByRole('row').nth(4).waitFor();
    expect((await row('To key into the national platform', elsewhere).innerText()).split(/\t\s*/)).toEqual([
      elsewhere.caseNo, `另一社保中心 ${ELSEWHERE}`, `${elsewhere.caseNo}-1-1`, '5200000000009', '11 Mar 2026',
    ]); // prettier-ignore
    const csv = new URL((await day.getByRole('link', { name: 'As CSV' }).getAttribute('href')) ?? '', api.url);
    expect(csv.search).toBe(`?postedOn=${TODAY}&channel=ems&format=csv`);
    const table = await clerk.get(csv.pathname + csv.search);
    expect(table.text.trimEnd().split('\r\n')).toHaveLength(5);
  }, 30_000);

  test('passes axe in both languages, and fits a narrow screen', async () => {
    for (const language of ['zh-CN', 'en']) {
      const axe = accessibilityOf(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      await page.getByLabel(/^(Language|语言|界面语言)$/).selectOption(language);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }, 30_000);

  test('shows mine unless everybody’s are asked for, and is offered to who posts letters', async () => {
    const mine = (await clerk.get(`/transfers?step=liaisonLetter&ownerId=${api.office.staff.letterClerk}`)).body
      .items as Waiting[];
    const own = await opened('/app/post');
    await own.getByRole('navigation').getByRole('link', { name: 'Post', exact: true }).waitFor();
    const toPost = own.getByRole('region', { name: 'To post' });
    await toPost.locator('tbody tr, .empty').first().waitFor();
    const shown = await toPost.locator('tbody tr td:nth-child(3)').allInnerTexts();
    expect(shown.toSorted()).toEqual(mine.map(({ caseNo }) => caseNo).toSorted());
    const reviewers = await opened('/app/', 'reviewer');
    await reviewers.getByRole('link', { name: 'My work' }).waitFor();
    expect(await reviewers.getByRole('link', { name: 'Post', exact: true }).count()).toBe(0);
  });
});
