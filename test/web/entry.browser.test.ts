/** A form is typed beside its paper: by keyboard alone, by a paste, over a bad day. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { ENTRY_ID, entryRows, recorded, REVIEW_ID, SCAN } from './mock-entry.ts';
import { TRANSFER_ID } from './mock-office.ts';

const TYPING = `/app/transfers/${TRANSFER_ID}/entry?form=new`;
/** As the sheet is gone through: empty is Enter alone, which takes what stands in grey. */
const HEAD = ['A-17', '2024.6.20', '2024年6月3日', ''];
const LINES = ['0', '9,806.44', '４０００', '13806.44', '20400', '34206.44'];
const ROWS = [
  ['2023年1月', '', '', '10000', '8', '8%', '9600', '206.44', '9806.44'],
  ['', '2024-05', '', '10000', '', '', '4000', '0', '13806.44'],
];

describe.skipIf(!chromiumExecutable())('a form beside its paper', () => {
  const inBrowser = consoleInBrowser();
  const cell = (row: number, title: string) =>
    inBrowser().page.getByLabel(`Row ${String(row)}: ${title}`, { exact: true });
  const begin = async (address = TYPING): Promise<void> => {
    const { page, open } = inBrowser();
    await page.route('**/papers/*', (asked) => asked.fulfill({ contentType: 'image/svg+xml', body: SCAN }));
    await open(address);
  };
  const typed = async (texts: readonly string[]): Promise<void> => {
    const { page } = inBrowser();
    for (const text of texts) {
      if (text !== '') await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    }
  };
  const paste = (text: string): Promise<void> =>
    inBrowser().page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(text)});
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }`);

  test('is typed whole without the mouse, checked on the way, and sent as it is meant', async () => {
    const { page, violations } = inBrowser();
    await begin();
    await page.getByLabel('Form number (optional)').focus();
    await typed([...HEAD, ...LINES, ...ROWS.flat()]);
    await page.getByText('Sums, months and interest agree.').waitFor();
    await page.getByText('2 rows, 17 months').waitFor();
    expect(await violations('main')).toEqual([]);
    const sent = page.waitForRequest((asked) => asked.url().endsWith('/facts'));
    await page.keyboard.press('Control+Enter');
    expect((await sent).postDataJSON()).toMatchObject({
      kind: 'infoFormReceived',
      form: {
        formNo: 'A-17',
        receivedOn: '2024-06-20',
        transferredOn: '2024-06-03',
        accountThisYearFen: 400_000,
        totalFen: 3_420_644,
        years: [
          { fromMonth: '202301', toMonth: '202312', months: 12, accountRate: 0.08, interestFen: 20_644 },
          { fromMonth: '202401', toMonth: '202405', months: 5, personalRate: 0.08, balanceFen: 1_380_644 },
        ],
      },
    });
    await page.getByText('Recorded: Info form received').waitFor();
  });

  test('says every difference in words, at its field and in a list that leads there', async () => {
    const { page } = inBrowser();
    await begin();
    await page.getByLabel('Form number (optional)').focus();
    await typed([...HEAD, ...LINES.with(2, '400'), ...ROWS.flat().with(7, '206.88')]);
    await page.getByText('3,600.00 more than ① + ② + ③').waitFor();
    const list = page.getByRole('status').filter({ hasText: 'What does not add up' });
    await list.getByText('computed 206.44, found 206.88, 0.44 more than computed').waitFor();
    await list.getByRole('link', { name: /Row 1: interest differs/ }).press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('form_years_0_interestFen');
    await page.getByText('Row 1: interest differs from both lawful methods').first().waitFor();
    expect(await cell(1, 'Interest').getAttribute('aria-describedby')).toBe('form_years_0_interestFen_said');
  });

  test('breaks no heading of the sheet inside a word', async () => {
    const { page } = inBrowser();
    await begin();
    const broken = await page.evaluate(`[...document.querySelectorAll('.year-row.head > span')].flatMap((heading) =>
      [...heading.textContent.matchAll(/\\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(heading.firstChild, index);
        range.setEnd(heading.firstChild, index + word.length);
        return range.getClientRects().length > 1 ? [word] : [];
      }))`);
    expect(broken).toEqual([]);
  });

  test('names all that is missing at once, each a link to its cell', async () => {
    const { page, violations } = inBrowser();
    await begin();
    await cell(1, 'From (YYYYMM)').fill('2023x');
    await page.getByRole('button', { name: 'Record the form' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Please correct what is marked' });
    await summary.getByRole('link', { name: 'Row 1: Year-end balance' }).waitFor();
    expect(await summary.getByRole('link').count()).toBe(6 + 5);
    expect(await violations('main')).toEqual([]);
    await summary.getByRole('link', { name: 'Row 1: To (YYYYMM)' }).press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('form_years_0_toMonth');
  });

  test('takes of a paste of 40,000 cells what a form can have, and says what it left', async () => {
    const { page } = inBrowser();
    await begin();
    await cell(1, 'From (YYYYMM)').focus();
    const row = ['202301', '202312', '12', '10000', '8', '8', '9600', '206.44', '9806.44', ''].join('\t');
    await paste(`起\t止\n${`${row}\n`.repeat(4000)}`);
    await page.getByText('100 rows were taken. Not taken: 3900 rows more than a form can have (100).').waitFor();
    await cell(100, 'Months').focus();
    await page.keyboard.press('1');
    expect(await cell(100, 'Months').inputValue()).toBe('1');
    expect(await cell(101, 'Months').count()).toBe(0);
  });

  test('survives Esc, a reload and an ended session, with its rows', async () => {
    const { page } = inBrowser();
    await begin();
    await cell(1, 'From (YYYYMM)').fill('2023-01');
    await cell(1, 'To (YYYYMM)').fill('2023-12');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByText(/^What you had typed at \d\d:\d\d is here again/).waitFor();
    expect(await cell(1, 'From (YYYYMM)').inputValue()).toBe('202301');
    await page.getByLabel('⑥ Total = ④ + ⑤').fill('1');
    await page.keyboard.press('Tab');
    await page.context().clearCookies();
    // The next reading of the transfer finds the session ended.
    await page.getByText('What you had typed is kept for you').waitFor();
    await page.getByRole('button', { name: 'Letter clerk 3' }).click();
    await page.getByText(/^What you had typed at/).waitFor();
    expect(await page.getByLabel('⑥ Total = ④ + ⑤').inputValue()).toBe('1.00');
  });

  test('is gone through with the paper and passed on; the answer names the next step and the next case', async () => {
    const { page, url, violations } = inBrowser();
    await page.route(`${url}/transfers?*`, (asked) => asked.fulfill({ json: entryRows([ENTRY_ID, REVIEW_ID]) }));
    await page.route('**/facts', (asked) =>
      asked.fulfill({ status: 201, json: recorded(ENTRY_ID, 'entered', 'entry') }),
    );
    await begin(`/app/transfers/${ENTRY_ID}/entry`);
    await page.getByRole('img', { name: '信息表' }).waitFor();
    await page.getByText('the money that came agrees').first().waitFor();
    expect(await violations('main')).toEqual([]);
    await page.getByRole('button', { name: 'Entered', exact: true }).click();
    await page.getByText(/Next step: Booking. Clerk 1 holds it, due/).waitFor();
    await page.getByRole('link', { name: /^Next case: IN/ }).click();
    await page.waitForURL(`**/${REVIEW_ID}/entry`);
    await page.getByRole('heading', { level: 2, name: 'Review' }).waitFor();
  });

  test('a figure that was typed wrongly is typed over and proposed, with what it was beside it', async () => {
    const { page } = inBrowser();
    await begin(`/app/transfers/${ENTRY_ID}/entry`);
    await page.getByRole('button', { name: 'A figure is wrong' }).click();
    await cell(1, 'Interest').fill('206.88');
    await page.getByText('registered: 206.44').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Propose the correction' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Note' }).waitFor();
  });

  test('the paper is enlarged, turned and moved while one types, and nothing beside it moves', async () => {
    const { page } = inBrowser();
    await begin(`/app/transfers/${ENTRY_ID}/entry`);
    const view = page.getByRole('group', { name: /^信息表, plus and minus/ });
    const place = () =>
      page.locator('.entry-form').evaluate(({ offsetTop, offsetHeight }) => [offsetTop, offsetHeight]);
    await page.getByText('Sums, months and interest agree.').first().waitFor();
    const before = await place();
    await page.getByRole('button', { name: 'Turn' }).click();
    await view.focus();
    for (const key of ['+', '+', 'r', '-']) await page.keyboard.press(key);
    await page.getByText('125 %').waitFor();
    expect(await view.locator('img').getAttribute('style')).toContain('rotate(180deg)');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => view.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    expect(await place()).toEqual(before);
    await page.getByRole('button', { name: '身份证复印件' }).click();
    await page.getByRole('img', { name: '身份证复印件' }).waitFor();
  });
});
