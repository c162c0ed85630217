/** The day of a person of finance: a statement comes in, one payment is shared out among its cases, the rest goes back, and every fen is accounted for. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { components } from '../../api/contract.generated.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { letterArrives, sendLetter } from '../builders/posted-letter.ts';
import { statementFile } from '../builders/statements.ts';
import { aForm, aResidentId, anAcceptedTransfer, walk } from '../builders/walk.ts';
import type { Caller, TestApi } from '../support/api.ts';
import { describeDay, officeDay, TODAY } from './office-day.ts';

type Progress = components['schemas']['Progress'];

interface Awaiting {
  readonly id: string;
  readonly caseNo: string;
}

describeDay('the day of a person of finance', () => {
  const day = officeDay('finance');
  let page: Page;
  let asked: Caller;
  let byNumber: Awaiting;
  let firstOfBatch: Awaiting;
  let secondOfBatch: Awaiting;
  let byName: Awaiting;
  let overpaid: Awaiting;

  beforeAll(async () => {
    const { api, signIn } = day();
    byNumber = await awaits(api, '甲子丑', 34_206_44);
    firstOfBatch = await awaits(api, '乙丑寅', 25_000_00);
    secondOfBatch = await awaits(api, '丙寅卯', 19_000_00);
    byName = await awaits(api, '丁卯辰', 6_000_00);
    overpaid = await awaits(api, '戊辰巳', 9_500_00);
    asked = await api.as('finance');
    page = await signIn('finance');
  }, 60_000);

  const go = (name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click();
  const dialog = (): Locator => page.getByRole('dialog');
  const decide = (): Promise<void> => dialog().getByRole('button', { name: 'Decide' }).click();
  const choose = (what: string): Promise<void> => dialog().getByRole('radio', { name: what }).check();
  const said = (text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();
  const sumOf = (label: string): Locator =>
    page.getByRole('region', { name: 'Received, and where it is' }).locator('.sum').filter({ hasText: label });
  const waiting = (serial: string): Locator => page.getByRole('row').filter({ hasText: serial });
  /** In the ledger: whose turn it is. */
  const openStepOf = async ({ id }: Awaiting): Promise<string | undefined> => {
    const { steps } = (await asked.get(`/transfers/${id}/progress`)).body as Pick<Progress, 'steps'>;
    return steps.find(({ closedAt }) => closedAt === null)?.step;
  };

  test('the statement of the bank is handed in, and each entry finds its case or a person', async () => {
    await day().seen(page, 'today');
    await go('Bank');
    await sumOf('Received').getByText('0.00').waitFor();
    await day().seen(page, 'bank-before');
    await page.getByRole('link', { name: 'Hand in a statement' }).click();
    expect(await page.getByLabel('Kind').inputValue()).toBe('bankStatement');
    const buffer = Buffer.from(statementOfToday());
    await page.getByLabel(/^CSV or workbook/).setInputFiles({ name: 'today.xml', mimeType: 'text/xml', buffer });
    await page.getByRole('button', { name: 'Send' }).click();
    const told = page.getByRole('region', { name: 'Files' }).getByRole('row').filter({ hasText: 'Bank statement' });
    await told.getByText('Done').waitFor();
    expect((await told.getByRole('cell').allInnerTexts()).slice(2, 7)).toEqual(['Done', '4', '0', '0', '0']);
    await day().seen(page, 'files');
    // Who is named by his number and gets what his form says needs nobody.
    expect(await openStepOf(byNumber)).toBe('entry');
    await go('Bank');
    await page.getByRole('row').filter({ hasText: '0200000001' }).first().getByText('95,206.44').waitFor();
    await sumOf('Matched').getByText('34,206.44').waitFor();
    await day().seen(page, 'bank');
  });

  test('one payment for several cases is shared out, found by number and by name, and its rest is said', async () => {
    await page.getByRole('link', { name: 'Decide about what waits' }).click();
    await waiting('C-2').getByText('No case that waits for money fits for certain.').waitFor();
    await day().seen(page, 'waiting');
    await page.getByRole('link', { name: 'C-2' }).click();
    const first = dialog().getByRole('group', { name: 'Case 1' });
    await first.getByLabel('Case number or name').fill(firstOfBatch.caseNo);
    await first.getByLabel('Case number or name').press('Tab');
    await first.getByText('20,000.00 yuan more than the form says').waitFor();
    await first.getByLabel('Amount (yuan)').fill('25000');
    await first.getByText('exactly what is awaited').waitFor();
    await dialog().getByRole('button', { name: 'Split: one more case' }).click();
    const second = dialog().getByRole('group', { name: 'Case 2' });
    expect(await second.getByLabel('Amount (yuan)').inputValue()).toBe('20000.00');
    await second.getByLabel('Case number or name').fill('丙寅卯');
    await second.getByLabel('Case number or name').press('Tab');
    await second.getByText(secondOfBatch.caseNo).waitFor();
    await second.getByLabel('Amount (yuan)').fill('19000');
    await second.getByText('exactly what is awaited').waitFor();
    await dialog().getByText('Rest, stays in suspense 1,000.00').waitFor();
    await day().seen(page, 'split');
    await decide();
    await said('Recorded for every case named; 1,000.00 yuan stay in suspense.');
    for (const one of [firstOfBatch, secondOfBatch]) expect(await openStepOf(one)).toBe('entry');
  });

  test('a proposal by the name alone explains itself and is confirmed', async () => {
    await waiting('C-3').getByText('Only the name speaks for it; somebody else may have the same name.').waitFor();
    await page.getByRole('link', { name: 'C-3' }).click();
    await choose('It belongs to this case');
    await dialog().getByText('exactly what is awaited').waitFor();
    await decide();
    await said('Confirmed: the money belongs to the case.');
    await waiting('C-3').waitFor({ state: 'detached' });
    expect(await openStepOf(byName)).toBe('entry');
  });

  test('of too much the case gets what its form says, and the excess is nobody’s', async () => {
    await waiting('C-4').getByText('500.00 yuan too much').waitFor();
    await page.getByRole('link', { name: 'C-4' }).click();
    await choose('It belongs to this case');
    await decide();
    const refused = 'With this the case would have more than its form says: the form 9,500.00, here already 0.00 yuan.';
    await dialog().locator('.ant-form-item-explain-error').getByText(refused).waitFor();
    await day().seen(page, 'too-much');
    await dialog().getByLabel('Amount (yuan)').fill('9500');
    await decide();
    await said('Confirmed: the money belongs to the case.');
    await waiting('C-4').getByRole('cell', { name: '500.00', exact: true }).waitFor();
    await page.getByRole('link', { name: 'C-4' }).click();
    await choose('It does not belong there');
    await decide();
    await said('The money is in suspense again.');
    // Form and money agree now: nobody has to say so once more.
    expect(await openStepOf(overpaid)).toBe('entry');
  });

  test('what is not ours goes back once a second person has confirmed it, and never by one alone', async () => {
    await page.getByRole('link', { name: 'C-2' }).click();
    await choose('Send it back');
    await dialog().getByLabel('Why it goes back').click();
    await page.locator('.ant-select-item-option').filter({ hasText: 'F07' }).click();
    await decide();
    await said('Nothing moves yet: a second person has to confirm it.');
    await waiting('C-2').getByText('finance has proposed its return').waitFor();
    await go('To confirm');
    await page.getByText('Nothing waits for your confirmation.').waitFor();
    await day().seen(page, 'proposed-by-me');
    const second = await day().signIn('manager');
    await second.getByRole('link', { name: 'To confirm', exact: true }).click();
    const proposal = second.getByRole('row').filter({ hasText: 'Money goes back' });
    const words = await proposal.innerText();
    for (const word of ['1,000.00', 'F07', 'finance']) expect(words).toContain(word);
    await proposal.getByRole('button', { name: 'Decide' }).click();
    await day().seen(second, 'second-person');
    await second.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await second.getByRole('status').getByText('Done.').waitFor();
    await second.context().close();
    await page.reload();
    await page.getByRole('row').filter({ hasText: 'Money goes back' }).getByText('Confirmed by manager').waitFor();
  });

  test('in the evening every part of the equation opens what it is of, to the fen', async () => {
    await go('Bank');
    await sumOf('Returned').getByText('1,000.00').waitFor();
    const equation = page.getByRole('region', { name: 'Received, and where it is' });
    // Of what came in, and of what goes out.
    await expect.poll(() => equation.getByText('Every fen is accounted for.').count()).toBe(2);
    const board = (await asked.get('/metrics/money')).body;
    const shown: Record<string, string> = {};
    for (const [label, state] of PARTS) {
      await page.getByRole('heading', { level: 1, name: 'Bank' }).waitFor();
      await sumOf(label).getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: /^(What stands behind|Money to decide)/ }).waitFor();
      const rows = page.locator('main table.data tbody tr');
      await rows.or(page.locator('main .empty')).first().waitFor();
      const amounts = await rows.locator('td:last-child').allInnerTexts();
      shown[label] = formatYuan(
        amounts.reduce((sum, text) => sum + fenOf(text), 0),
        { grouped: true },
      );
      expect([label, shown[label]]).toEqual([label, formatYuan(board[`${state}Fen`], { grouped: true })]);
      await day().seen(page, `money-${state}`);
      await page.goBack();
    }
    expect(shown).toEqual({
      Received: '95,206.44',
      'In suspense': '500.00',
      Proposed: '0.00',
      Matched: '93,706.44',
      Booked: '0.00',
      Returned: '1,000.00',
      'Reversed by the bank': '0.00',
    });
  });

  /** Four entries, as the bank of the office writes them. */
  function statementOfToday(): Uint8Array {
    return statementFile(
      [
        { ref: 'C-1', yuan: '34206.44', day: TODAY, memo: byNumber.caseNo },
        { ref: 'C-2', yuan: '45000.00', day: TODAY, payer: '样例市社会保险中心', memo: '批量转移' },
        { ref: 'C-3', yuan: '6000.00', day: TODAY, memo: '养老保险转移 丁卯辰' },
        { ref: 'C-4', yuan: '10000.00', day: TODAY, memo: overpaid.caseNo },
      ],
      { account: '0200000001', from: TODAY, to: TODAY, opening: '0.00', closing: '95206.44' },
    );
  }
});

const PARTS = [
  ['Received', 'received'],
  ['In suspense', 'suspense'],
  ['Proposed', 'proposed'],
  ['Matched', 'matched'],
  ['Booked', 'booked'],
  ['Returned', 'returned'],
  ['Reversed by the bank', 'reversed'],
] as const;

const fenOf = (yuan: string): number => Math.round(Number(yuan.replaceAll(',', '')) * 100);

/** Its form is here, its money is not. */
async function awaits({ db, office }: TestApi, name: string, totalFen: number): Promise<Awaiting> {
  const id = await anAcceptedTransfer(db, office, { person: { name, idNumber: aResidentId() } });
  const the = walk(db, office, id);
  await sendLetter(the);
  await letterArrives(the);
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(totalFen) });
  const { case_no: caseNo } = await db
    .selectFrom('cases')
    .innerJoin('transfers', 'transfers.case_id', 'cases.id')
    .select('case_no')
    .where('transfers.id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, caseNo };
}
