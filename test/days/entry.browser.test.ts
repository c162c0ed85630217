/** The entry clerk: a form that came by post is typed beside its paper, gone through and passed on; a wrong one goes back. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { moneyIsHere, toBeEntered } from '../builders/to-review.ts';
import { V2 } from '../builders/vector-form.ts';
import type { Caller } from '../support/api.ts';
import { SCAN } from '../web/mock-entry.ts';
import { giveReason, panel } from './at-the-page.ts';
import { describeDay, officeDay } from './office-day.ts';

/** As they stand on the paper. */
const HEAD = {
  'Form number (optional)': '沪转 2024-17',
  'Received on (optional)': '2026.3.11',
  'Date of transfer (optional)': '2024年6月3日',
};
const AMOUNTS = {
  '① Personal contributions before 1998': '0',
  '② Account from 1998 to the end of last year': '9,806.44',
  '③ Account of this year, principal only': '4000',
  '④ Account total = ① + ② + ③': '13806.44',
  '⑤ Pooled fund': '20400',
};
/** As they come out of the other office's spreadsheet, with its headings. */
const ROWS = [
  ['起', '止', '月数', '基数', '个人', '记账', '记账额', '利息', '余额'],
  ['2023.01', '2023.12', '12', '10000.00', '8%', '8%', '9600.00', '206.44', '9806.44'],
  ['2024.01', '2024.05', '5', '10000.00', '8%', '8%', '4000.00', '0.00', '13806.44'],
];
/** ④ is less than its parts. */
const IMPOSSIBLE = { ...V2, accountUntilLastYearFen: 980_644 + 40_000 };

describeDay('the entry clerk', () => {
  // Who may review also may not enter here.
  const day = officeDay('entry', { without: ['reviewer2'] });
  let page: Page;
  let ledger: Caller;
  let came: string;
  let impossible: string;
  let caseNo: string;

  beforeAll(async () => {
    const { api } = day();
    ledger = await api.as('manager');
    came = await moneyIsHere({ api, name: '样例甲' }, V2.totalFen);
    impossible = await toBeEntered({ api, name: '样例乙' }, IMPOSSIBLE);
    ({ caseNo } = await detailOf(came));
  });

  const detailOf = async (id: string) => (await ledger.get(`/transfers/${id}`)).body;
  const paste = (text: string): Promise<void> =>
    page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(text)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
  /** A picture of the paper, as a scanner makes it. */
  async function scanned(): Promise<Buffer> {
    const sheet = await page.context().newPage();
    await sheet.setContent(SCAN);
    const picture = await sheet.screenshot();
    await sheet.close();
    return picture;
  }

  test('signs in, and looks up the case that stands on the form from the post', async () => {
    page = await day().signIn('entryclerk');
    await page.getByRole('link', { name: 'My work' }).click();
    await page.getByRole('table', { name: 'My open steps' }).getByRole('row').nth(1).waitFor();
    await day().seen(page, 'my-work');
    await page.getByLabel('Find a transfer by any number').fill(caseNo);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Transfer ${caseNo}` }).waitFor();
    await page.getByRole('button', { name: 'Info form received' }).click();
    await page.getByRole('heading', { level: 2, name: 'Type the form' }).waitFor();
    await page.getByText('No paper is here yet.').waitFor();
  });

  test('scans the paper, which lies beside the form from then on', async () => {
    const buffer = await scanned();
    await page
      .getByLabel('File (PDF, JPEG or PNG, at most 10 MB)')
      .setInputFiles({ name: 'form.png', mimeType: 'image/png', buffer });
    await page.getByRole('button', { name: 'Add the paper' }).click();
    await page.getByRole('img', { name: 'Info form' }).waitFor();
    await page.getByRole('button', { name: 'Larger' }).click();
    await page.getByText('125 %').waitFor();
    expect((await detailOf(came)).papers).toMatchObject([{ kind: 'Info form', mediaType: 'image/png' }]);
  });

  test('types the amounts: each difference is said in words as long as it is there', async () => {
    for (const [label, text] of Object.entries({ ...HEAD, ...AMOUNTS })) await page.getByLabel(label).fill(text);
    const total = page.getByLabel('⑥ Total = ④ + ⑤');
    await total.fill('34,206.04');
    await total.press('Tab');
    await page.getByText('0.40 less than ④ + ⑤').waitFor();
    await page.getByText('0.40 less than the money that came').waitFor();
    await total.fill('34206.44');
    await page.getByText('the money that came agrees').waitFor();
    await page.getByText('0.40 less than ④ + ⑤').waitFor({ state: 'hidden' });
  });

  test('pastes the yearly rows out of the spreadsheet that came with it; everything is summed up', async () => {
    await page.getByLabel('Row 1: From (YYYYMM)', { exact: true }).focus();
    await paste(ROWS.map((cells) => cells.join('\t')).join('\n'));
    await page.getByText('2 rows were taken.').waitFor();
    await page.getByText('2 rows, 17 months').waitFor();
    await page.getByText('Sums, months and interest agree.').waitFor();
    await day().seen(page, 'typed');
  });

  test('records it: form and money agree, so the entry is next, and hers', async () => {
    await page.getByRole('button', { name: 'Record the form' }).click();
    await page.getByText('Recorded: Info form received').waitFor();
    await page.getByText('Next step: Entry. entryClerk holds it, due').waitFor();
    await day().seen(page, 'recorded');
    const { infoForms, openStep } = await detailOf(came);
    const { years, ...amounts } = V2;
    expect(infoForms).toMatchObject([{ ...amounts, formNo: HEAD['Form number (optional)'], state: 'received' }]);
    expect(infoForms[0].years).toMatchObject(years);
    expect(infoForms[0].flags).toEqual([]);
    expect(openStep).toMatchObject({ step: 'entry', owner: { displayName: 'entryClerk' } });
  });

  test('goes through it once more with the paper, and passes it to the second person', async () => {
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await page.getByRole('heading', { level: 2, name: 'It agrees with the paper' }).waitFor();
    await page.getByRole('img', { name: 'Info form' }).waitFor();
    await page.getByText('the money that came agrees').waitFor();
    await day().seen(page, 'compared');
    await page.getByRole('button', { name: 'Entered', exact: true }).click();
    await page.getByText('Next step: Second-person review. reviewer holds it, due').waitFor();
    expect((await detailOf(came)).openStep).toMatchObject({
      step: 'secondReview',
      owner: { displayName: 'reviewer' },
    });
  });

  test('of the next case the paper itself is wrong: it goes back with its reason, and a new letter is due', async () => {
    const next = (await detailOf(impossible)).caseNo as string;
    await page.getByRole('link', { name: `Next case: ${next}` }).click();
    await page.getByRole('heading', { level: 1, name: `Form beside its paper · ${next}` }).waitFor();
    await panel(page, 'Entered and recomputed').getByText('④ is not ① + ② + ③').first().waitFor();
    await day().seen(page, 'impossible');
    await page.getByRole('button', { name: 'The paper is wrong' }).click();
    await giveReason(page.locator('.entry-form'), 'D01');
    await page.getByRole('button', { name: 'Send back', exact: true }).click();
    await page.getByText('Recorded: Sent back to the other office').waitFor();
    await page.getByText('Next step: Liaison letter.').waitFor();
    await page.getByRole('link', { name: 'Nothing more is waiting for you' }).click();
    await page.getByText('Nothing is waiting for you.').waitFor();
    await day().seen(page, 'evening');
    expect(await detailOf(impossible)).toMatchObject({
      openStep: { step: 'liaisonLetter', attempt: 2 },
      infoForms: [{ state: 'sentBack' }],
    });
  });
});
