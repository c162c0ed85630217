/** One transfer from the counter to the booking, by the hands of everybody who has it, and none of them touches a mouse. */
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bankRow } from '../builders/bank-files.ts';
import { csvFile } from '../builders/files.ts';
import { residentId } from '../builders/persons.ts';
import { COURIER_SECRET, PASSWORD, type Caller } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { deliverSigned } from '../support/signed-delivery.ts';
import { describeDay, officeDay } from './office-day.ts';

const WAYBILL = '5200000000011';
/** As the sheet is gone through: empty is Enter alone, which takes what stands in grey, or goes on. */
const FORM = [
  ['A-17', '2026.3.13', '2024年6月3日', ''],
  ['0', '9,806.44', '4000', '13806.44', '20400', '34206.44'],
  ['2023年1月', '', '', '10000', '8', '8%', '9600', '206.44', '9806.44'],
  ['', '2024-05', '', '10000', '', '', '4000', '0', '13806.44'],
].flat();

const NAME_OF_FOCUSED = `(() => {
  const one = document.activeElement;
  return (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent)?.trim() || one.tagName;
})()`;
/** A ring or a shadow around it, around the field of which it is a part, or around the button that stands for it. */
const HAS_RING = `(() => {
  const one = document.activeElement;
  const around = [one, one.nextElementSibling, one.parentElement, one.closest('.ant-select, .ant-picker, .ant-radio')];
  return around.some((part) => {
    if (!part) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
})()`;

describeDay('by keyboard alone', () => {
  const day = officeDay('keyboard', { without: ['letterclerk2', 'reviewer2'] });
  let page: Page;
  let ledger: Caller;
  let id: string;
  let caseNo: string;

  beforeAll(async () => {
    ledger = await day().api.as('manager');
  });
  afterEach(async () => {
    const touched = await page.evaluate('window.touched');
    await page.context().close();
    expect(touched).toBe(0);
  });

  const focused = (): Promise<string> => page.evaluate(NAME_OF_FOCUSED);
  const openStep = async () => (await ledger.get(`/transfers/${id}`)).body.openStep as { step: string };
  /** On to a field, a link or a button, whose ring is then seen. */
  async function tabTo(name: string | RegExp, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const isThere = async (): Promise<boolean> => {
      const now = await focused();
      return typeof name === 'string' ? now === name : name.test(now);
    };
    for (let presses = 0; presses < 100 && !(await isThere()); presses++) await page.keyboard.press(by);
    expect(await focused()).toEqual(typeof name === 'string' ? name : expect.stringMatching(name));
    expect([name, await page.evaluate(HAS_RING)]).toEqual([name, true]);
  }
  async function follow(name: string | RegExp): Promise<void> {
    await tabTo(name);
    await page.keyboard.press('Enter');
  }
  /** The menu stands before the page: back from its heading, not on through all of its numbers. */
  async function goTo(name: string): Promise<void> {
    await tabTo(name, 'Shift+Tab');
    await page.keyboard.press('Enter');
  }
  async function onHeading(name: string | RegExp, level = 1): Promise<void> {
    await page.getByRole('heading', { level, name }).waitFor();
    await page.locator('main .ant-skeleton').first().waitFor({ state: 'detached' });
  }
  /** The focus is somewhere: whoever presses Tab goes on from here. */
  const keepsFocus = () => expect.poll(focused).not.toBe('BODY');
  async function sitDown(username: string): Promise<void> {
    page = await day().visit('/app/');
    await page.evaluate('window.touched = 0; addEventListener("pointerdown", () => { window.touched += 1; }, true)');
    await page.getByLabel('User name').waitFor();
    await tabTo('User name');
    await page.keyboard.type(username);
    await tabTo('Password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await onHeading('Today');
  }
  /** By whoever sits down to the one case that waits for them. */
  async function toTheCase(username: string): Promise<void> {
    await sitDown(username);
    await goTo('My work');
    await onHeading('My work');
    await follow(`Next case: ${caseNo}`);
    await onHeading(new RegExp(caseNo));
  }

  test('the clerk accepts it', async () => {
    await sitDown('clerk');
    await goTo('Accept a transfer');
    await onHeading('Accept a transfer');
    await tabTo('Name');
    await page.keyboard.type('样例甲');
    await tabTo('ID number');
    await page.keyboard.type(residentId('1988-05-17', 735));
    await tabTo('Mobile (optional)');
    await page.keyboard.type('13912345678');
    await tabTo('Office of the original place');
    await page.keyboard.type('310000');
    await page.keyboard.press('Enter');
    await tabTo('Scheme');
    for (const answer of ['Yes', 'Yes', 'No']) {
      await page.keyboard.press('Tab');
      await tabTo('Yes');
      await page.keyboard.press('Space');
      if (answer === 'No') await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Is everything right?' }).waitFor();
    await page.keyboard.press('Enter');
    const slip = page.getByRole('article', { name: 'Acceptance slip' });
    await slip.waitFor();
    await keepsFocus();
    caseNo = /IN\d+/.exec(await slip.innerText())![0];
    await follow('Open the transfer');
    await onHeading(`Transfer ${caseNo}`);
    await keepsFocus();
    await day().seen(page, 'accepted');
    const { items } = (await ledger.post('/transfers/search', { any: caseNo })).body;
    ({ id } = items[0]);
    expect(await openStep()).toMatchObject({ step: 'review', owner: { displayName: 'reviewer' } });
  });

  test('the reviewer finds the person entitled', async () => {
    await toTheCase('reviewer');
    await follow('Decide the review');
    await page.getByRole('dialog').waitFor();
    await expect.poll(focused).toBe('eligible');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText('Recorded: Reviewed').waitFor();
    await keepsFocus();
    expect(await openStep()).toMatchObject({ step: 'liaisonLetter', owner: { displayName: 'letterClerk' } });
  });

  test('the letter clerk posts its letter, which arrives two days later', async () => {
    const { comes, api, seen } = day();
    await sitDown('letterclerk');
    await goTo('Post');
    await onHeading('Post');
    await page.getByText(`${caseNo} to 样例市社会保险中心`).waitFor();
    await expect.poll(focused).toBe('Waybill number');
    await page.keyboard.type(WAYBILL);
    await page.keyboard.press('Enter');
    await page.getByText(`Posted under ${WAYBILL}:`).waitFor();
    await expect.poll(focused).toBe('Waybill number');
    await seen(page, 'posted');
    await comes('2026-03-13T10:00:00+08:00');
    const scans = [{ waybill: WAYBILL, scannedAt: '2026-03-12T15:30:00+08:00', code: '704', text: '妥投 单位收发章' }];
    const body = JSON.stringify({ scans });
    expect((await deliverSigned(api, { path: '/courier/scans', secret: COURIER_SECRET, body })).status).toBe(202);
    expect(await openStep()).toMatchObject({ step: 'formAndFunds', owner: { displayName: 'clerk' } });
  });

  test('the entry clerk types the form that came', async () => {
    await sitDown('entryclerk');
    await page.keyboard.press('/');
    await page.keyboard.type(caseNo);
    await page.keyboard.press('Enter');
    await onHeading(`Transfer ${caseNo}`);
    await keepsFocus();
    await follow('Info form received');
    await onHeading('Type the form', 2);
    await tabTo('Form number (optional)');
    for (const text of FORM) {
      if (text !== '') await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    }
    await page.getByText('Sums, months and interest agree.').waitFor();
    await day().seen(page, 'typed');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Recorded: Info form received').waitFor();
    await keepsFocus();
    expect((await ledger.get(`/transfers/${id}`)).body.infoForms).toMatchObject([{ totalFen: 3_420_644, flags: [] }]);
  });

  test('finance hands in the statement of the bank, and form and money agree', async () => {
    await sitDown('finance');
    await goTo('Files in');
    await onHeading('Files in');
    await tabTo(/^Kind/);
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
    await tabTo(/^CSV or workbook/);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
    const booking = { serial: 'B-1', yuan: '34,206.44', memo: caseNo, bookedOn: '2026-03-13' };
    const buffer = Buffer.from(csvFile([bankRow(booking)]));
    await chooser.setFiles({ name: 'statement.csv', mimeType: 'text/csv', buffer });
    await follow('Send');
    const row = page.getByRole('row').filter({ hasText: 'Bank statement' });
    await row.getByText('Done').waitFor();
    await keepsFocus();
    await day().seen(page, 'files');
    await eventually(async () => (await openStep()).step === 'entry');
    expect(await openStep()).toMatchObject({ step: 'entry', owner: { displayName: 'entryClerk' } });
  });

  test('the entry clerk passes it on', async () => {
    await toTheCase('entryclerk');
    await onHeading('It agrees with the paper', 2);
    await follow('Entered');
    await page.getByText('Next step: Second-person review. reviewer holds it, due').waitFor();
    await keepsFocus();
    await day().seen(page, 'entered');
  });

  test('the reviewer approves it', async () => {
    await toTheCase('reviewer');
    await onHeading('Entered and recomputed', 2);
    await follow('Record: approved');
    await page.getByText('Next step: Booking. accountClerk holds it, due').waitFor();
    await keepsFocus();
  });

  test('the account clerk books it, and nobody holds it any more', async () => {
    await toTheCase('accountclerk');
    await follow('Book');
    await page.getByRole('dialog').waitFor();
    await expect.poll(focused).toMatch(/^Note/);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Nobody holds it: Completed on 13 March.').waitFor();
    await keepsFocus();
    await day().seen(page, 'booked');
    const { closing, letters, money } = (await ledger.get(`/transfers/${id}`)).body;
    expect({ closing, letters: letters.length }).toEqual({ closing: 'completed', letters: 1 });
    expect(money).toMatchObject([{ state: 'booked', amountFen: 3_420_644 }]);
  });
});
