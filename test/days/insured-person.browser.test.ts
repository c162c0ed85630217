/** The day of an insured person, with the slip in the hand and no account: who has my pension now, and what comes next. In five languages, large, printed, as plain text, with no script, and after too many wrong digits. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../api/pages/status-page/texts/index.ts';
import { PERSON_LANGUAGES, type PersonLanguage } from '../../domain/person-language.ts';
import { postedLetter } from '../builders/posted-letter.ts';
import { aTransferWithCode } from '../builders/status-code.ts';
import { aForm, agreeingMoney, walk, type Walk } from '../builders/walk.ts';
import { describeDay, officeDay } from './office-day.ts';

/** A telephone held upright. */
const TELEPHONE = { viewport: { width: 390, height: 800 } };
/** Who holds it while form and money are awaited, as somebody who reads the language calls it. */
const THE_OTHER_OFFICE: Readonly<Record<PersonLanguage, string>> = {
  'zh-CN': '原参保地经办机构',
  en: 'The other office',
  ko: '종전 가입 지역 기관',
  vi: 'Cơ quan nơi tham gia trước đây',
  fa: 'ادارهٔ محل بیمهٔ پیشین',
};

/** Of those in brackets behind a day of the reader's own calendar: broken at a hyphen, their parts would change places. */
const DAYS_IN_TWO_LINES = `[...document.querySelectorAll('time')].filter(({ firstChild: text }) => {
  const [from, to] = ['\\u2066', '\\u2069'].map((mark) => text.data.indexOf(mark));
  const range = document.createRange();
  range.setStart(text, Math.max(from, 0));
  range.setEnd(text, Math.max(to, 0));
  return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
}).length`;

describeDay('the day of an insured person', () => {
  const day = officeDay('insured', { from: '2026-03-02T09:00:00+08:00' });
  let id: string;
  let code: string;
  let the: Walk;

  beforeAll(async () => {
    const { api, comes } = day();
    ({ id, code } = await aTransferWithCode(api.db, api.office));
    the = walk(api.db, api.office, id);
    await the.open('review');
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    await the.open('liaisonLetter');
    await the.say('letterClerk', postedLetter());
    await comes('2026-03-05T09:00:00+08:00');
    await the.open('delivery');
    await the.say(null, { kind: 'letterDelivered' });
    await comes('2026-03-11T09:00:00+08:00');
  }, 60_000);

  /** What the ledger says at the same time. */
  const openStep = async () => {
    const { body } = await (await day().api.as('clerk')).get(`/transfers/${id}/progress`);
    return body.steps.find(({ closedAt }: { closedAt: string | null }) => closedAt === null);
  };
  async function ask(page: Page, digits: string): Promise<void> {
    await page.locator('#digits').fill(digits);
    const answered = page.waitForEvent('domcontentloaded');
    await page.locator('main form button').click();
    await answered;
  }
  const main = (page: Page): Promise<string> => page.locator('main').innerText();

  test('by the link of the SMS, wrong digits first, then in full-width ones: who holds it, since when, until when', async () => {
    const page = await day().visit(`/s/${code}`, { locale: 'zh-CN', ...TELEPHONE });
    expect(await page.locator('#code').inputValue()).toBe(code);
    await day().seen(page, 'asked');
    await ask(page, '12');
    await page.getByRole('alert').getByText('请输入办理时登记的手机号的最后四位数字。').waitFor();
    await ask(page, '0000');
    await page.getByRole('alert').getByText('查询码或手机号后四位不符。').waitFor();
    await day().seen(page, 'wrong-digits');
    await ask(page, '５６７８');
    await page.locator('.holder').waitFor();
    const told = await main(page);
    for (const words of ['原参保地经办机构', '自2026年3月5日起', '2026年3月26日', '已于2026年3月5日收到', '尚未收到'])
      expect(told).toContain(words);
    for (const words of ['样例区社会保险事业管理中心', 'Window 3', '010-66001122']) expect(told).toContain(words);
    expect(told).not.toMatch(/特别的名|5678|110102/);
    expect(await openStep()).toMatchObject({ step: 'formAndFunds', dueOn: '2026-03-26' });
    expect(page.url()).not.toContain('5678');
    await day().seen(page, 'answered');
    await page.context().close();
  });

  test('in each of the five languages by one press, mirrored in Persian', async () => {
    const page = await day().visit('/s', { locale: 'zh-CN', ...TELEPHONE });
    await page.locator('#code').fill(`${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toLowerCase()}`);
    await ask(page, '5678');
    await page.locator('.holder').waitFor();
    for (const language of [...PERSON_LANGUAGES.slice(1), 'zh-CN'] as const) {
      const { texts, day: written, direction } = LANGUAGES[language];
      await page.getByRole('button', { name: LANGUAGES[language].name, exact: true }).click();
      await page.locator(`html[lang="${language}"][dir="${direction}"] .holder`).waitFor();
      expect(await page.locator('.holder').innerText()).toBe(THE_OTHER_OFFICE[language]);
      const told = await main(page);
      for (const words of [texts.since(written('2026-03-05')), written('2026-03-26'), texts.notYet, '010-66001122'])
        expect(told).toContain(words);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await page.evaluate(DAYS_IN_TWO_LINES)).toBe(0);
      await day().seen(page, `in-${language}`);
    }
    await page.context().close();
  });

  test('large for old eyes, on one sheet of paper, and as plain text', async () => {
    const page = await day().visit(`/s/${code}?lang=en`, TELEPHONE);
    await ask(page, '5678');
    const size = (): Promise<number> => page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)');
    const usual = await size();
    await page.getByRole('button', { name: 'Large print' }).click();
    await page.locator('html.large .holder').waitFor();
    expect(await size()).toBeGreaterThanOrEqual(1.4 * usual);
    await day().seen(page, 'large');
    await page.getByRole('button', { name: 'Usual print' }).click();
    await page.locator('html:not(.large) .holder').waitFor();
    expect(await page.getByRole('button', { name: 'Print', exact: true }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: null });
    const plainText = page.waitForEvent('domcontentloaded');
    await page.getByRole('button', { name: 'Plain text' }).click();
    await plainText;
    const plain = await page.locator('body').innerText();
    expect(plain).toMatch(
      /^Progress of your pension transfer\n\nWho holds it now: The other office\nsince 5 March 2026\n/,
    );
    for (const line of ['Due: 26 March 2026', 'The money, here: not yet', 'Telephone: 010-66001122'])
      expect(plain.split('\n')).toContain(line);
    await page.context().close();
  });

  test('with no script, by keyboard alone, all of it is there', async () => {
    const page = await day().visit('/s', { javaScriptEnabled: false, ...TELEPHONE });
    await page.locator('#code').fill(code);
    await page.keyboard.press('Tab');
    await page.keyboard.type('5678');
    await page.keyboard.press('Enter');
    await page.locator('.holder').getByText('The other office').waitFor();
    expect(await page.locator('#print, #aloud').filter({ visible: true }).count()).toBe(0);
    await page.getByRole('button', { name: '한국어' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.holder').getByText(THE_OTHER_OFFICE.ko).waitFor();
    await page.context().close();
  });

  test('a week later form and money are here: the page says so, and whose turn it is', async () => {
    const { api, comes, visit, seen } = day();
    await comes('2026-03-18T09:00:00+08:00');
    await the.say('clerk', { kind: 'infoFormReceived', form: aForm() });
    await the.say(null, await agreeingMoney(api.db, api.office, id, 3_420_644), {
      by: { staffId: null, source: 'bank' },
    });
    expect(await openStep()).toMatchObject({ step: 'entry' });
    const page = await visit(`/s/${code}`, TELEPHONE);
    await ask(page, '5678');
    await page.locator('.holder').getByText('Our office').waitFor();
    const told = await main(page);
    for (const words of ['since 18 March 2026', 'Entry', 'Second-person review']) expect(told).toContain(words);
    expect(told.match(/arrived on 18 March 2026/g)).toHaveLength(2);
    await seen(page, 'both-arrived');
    await page.context().close();
  });

  test('whoever guesses is locked out, also with the right digits, and told whom to call', async () => {
    const page = await day().visit(`/s/${code}`, TELEPHONE);
    for (const digits of ['0001', '0002', '0003', '0004']) {
      await ask(page, digits);
      await page.getByRole('alert').getByText('Code and digits do not fit.').waitFor();
    }
    await ask(page, '0005');
    await ask(page, '5678');
    await page.getByRole('alert').getByText('Try again in 30 minutes, or simply call us.').waitFor();
    const told = await main(page);
    for (const words of ['Window 3', '010-66001122']) expect(told).toContain(words);
    expect(told).not.toContain('Our office');
    expect(await page.getByRole('link', { name: '010-66001122' }).getAttribute('href')).toBe('tel:010-66001122');
    await day().seen(page, 'locked');
    await page.context().close();
  });
});
