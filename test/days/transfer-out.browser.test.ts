/** A transfer-out straight through, from the envelope that is opened to the end of the relation: from hand to hand, each at their own page. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { residentId } from '../builders/persons.ts';
import type { Caller } from '../support/api.ts';
import { textOf } from '../support/pdf.ts';
import { answered, lineOf, panel, printed, record } from './at-the-page.ts';
import { describeDay, officeDay, TODAY } from './office-day.ts';

const ENVELOPE = '1234567890123';
const WAYBILL = '5200000000077';
const PERSON = { name: '样例远', idNumber: residentId('1990-03-08', 421) };
/** 15 working days after 11 March 2026, which is not counted. */
const DUE = '2026-04-01';

describeDay('a transfer-out', () => {
  const day = officeDay('transfer-out', { without: ['letterclerk2', 'reviewer2'] });
  let post: Page;
  let ledger: Caller;
  let id: string;
  let caseNo: string;

  beforeAll(async () => {
    ledger = await day().api.as('manager');
    await day()
      .api.db.updateTable('counterparts')
      .set({ address: '样例市样例路1号', postcode: '200000' })
      .where('area_code', '=', '310000')
      .execute();
  });

  const read = async () => (await ledger.get(`/transfers/${id}`)).body;
  const openStep = async (): Promise<string> => (await read()).openStep.step as string;
  const go = (page: Page, name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click();
  const facts = (page: Page): Locator => panel(page, 'What may be recorded now');

  /** Whoever holds the step finds it in their work. */
  async function atHis(username: string): Promise<Page> {
    const page = await day().signIn(username);
    await go(page, 'My work');
    await page.getByRole('table', { name: 'My open steps' }).getByRole('link', { name: caseNo }).click();
    await page.getByRole('heading', { level: 1, name: `Transfer ${caseNo}` }).waitFor();
    return page;
  }

  test('the envelope is scanned and its letter registered, with the keys alone; a second sheet that nobody can read waits', async () => {
    post = await day().signIn('letterclerk');
    await go(post, 'In-tray');
    const envelope = post.getByLabel('Waybill of the envelope');
    await envelope.waitFor();
    await expect.poll(() => envelope.evaluate((field) => field.matches(':focus'))).toBe(true);
    await post.keyboard.type(ENVELOPE);
    await post.keyboard.press('Enter');
    await post.getByRole('combobox', { name: 'Sender' }).focus();
    await post.keyboard.type('310000');
    await post.getByRole('option', { name: /310000/ }).waitFor({ state: 'attached' });
    await post.keyboard.press('Enter');
    await post.getByLabel('Number of the letter').focus();
    await post.keyboard.type('样转-77');
    await post.getByLabel('Name (optional)').focus();
    await post.keyboard.type(PERSON.name);
    await post.keyboard.press('Enter');
    await post.keyboard.type(PERSON.idNumber);
    await day().seen(post, 'in-tray');
    await answered(post, '/incoming', () => post.keyboard.press('Control+Enter'));
    await post.getByText(/Liaison letter · 样转-77 .*Opened a transfer/).waitFor();
    await expect.poll(() => envelope.evaluate((field) => field.matches(':focus'))).toBe(true);
    await post.keyboard.type(ENVELOPE);
    await answered(post, '/incoming', () => post.keyboard.press('Control+Enter'));
    await post.getByText(/Waits .*Sender unknown.*With letterClerk/).waitFor();

    const { items } = (await ledger.get('/incoming')).body;
    const opened = items.find((paper: { state: string }) => paper.state === 'opened');
    expect(opened).toMatchObject({ letterNo: '样转-77', waybill: ENVELOPE, personName: PERSON.name });
    ({ transferId: id, caseNo } = opened);
    expect(await read()).toMatchObject({ direction: 'out', openStep: { step: 'letterCheck', dueOn: DUE } });
  });

  test('the sheet turns out to be its second page, and is given to the transfer', async () => {
    const row = post.getByRole('table', { name: 'Papers that came' }).getByRole('row').filter({ hasText: 'Waits' });
    await row.getByRole('button', { name: 'Place' }).click();
    const dialog = post.getByRole('dialog');
    await dialog.getByLabel('Case to which it belongs (optional)').fill('OT20990100001');
    await dialog.getByRole('button', { name: 'Place' }).click();
    await dialog.locator('.ant-form-item-explain-error').waitFor();
    await dialog.getByLabel('Case to which it belongs (optional)').fill(caseNo);
    await day().seen(post, 'placing');
    await answered(post, '/placing', () => dialog.getByRole('button', { name: 'Place' }).click());
    await dialog.waitFor({ state: 'detached' });
    await post.getByRole('table', { name: 'Papers that came' }).getByText('Belongs to a transfer').waitFor();
    const { items } = (await ledger.get(`/incoming?transferId=${id}`)).body;
    expect(items.map(({ state }: { state: string }) => state).sort()).toEqual(['attached', 'opened']);
  });

  test('the clerk checks the letter, and types the years that the core system has printed', async () => {
    const page = await atHis('clerk');
    await panel(page, 'Papers that came').getByText('样转-77').waitFor();
    await day().seen(page, 'letter');
    await record(page, 'Check the letter', (dialog) => dialog.getByLabel('eligible').check());
    await page.getByText('Recorded: Letter checked').waitFor();
    const rows = panel(page, 'Contributions and receipts');
    await rows.getByRole('button', { name: 'Enter contributions' }).click();
    const dialog = page.getByRole('dialog');
    const span = (number: number): Locator => dialog.getByRole('group', { name: `Span ${String(number)}` });
    const fill = async (of: Locator, values: readonly (readonly [string, string])[]): Promise<void> => {
      for (const [label, text] of values) await of.getByLabel(label, { exact: true }).fill(text);
    };
    await fill(span(1), [
      ['Area code of the place', '110102'],
      ['From month', '202301'],
      ['To month', '202312'],
      ['Monthly base', '10000'],
      ['Paid by the employer', '19200'],
      ['Paid by the person', '9600'],
      ['Into the account', '9600'],
      ['Interest of the year (optional)', '206.44'],
    ]);
    await dialog.getByRole('button', { name: 'Another span' }).click();
    await fill(span(2), [
      ['To month', '202405'],
      ['Monthly base', '10000'],
      ['Paid by the employer', '8000'],
      ['Paid by the person', '4000'],
      ['Into the account', '4000'],
    ]);
    await day().seen(page, 'contributions');
    await answered(page, '/contributions', () => dialog.getByRole('button', { name: 'Record', exact: true }).click());
    await dialog.waitFor({ state: 'detached' });
    await rows.getByText('202401–202405 (5)').waitFor();
    expect(await openStep()).toBe('formIssue');
  });

  test('the form follows from the years: looked at, numbered, and made out', async () => {
    const page = await atHis('entryclerk');
    await facts(page).getByRole('button', { name: 'Make out the info form' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Form number (optional)').fill('XX-77');
    await dialog.getByText('⑥').waitFor();
    await day().seen(page, 'form');
    await answered(page, '/facts', () => dialog.getByRole('button', { name: 'Record', exact: true }).click());
    await page.getByText('Recorded: Info form made out').waitFor();
    const { infoForms, answer } = await read();
    expect(infoForms).toMatchObject([{ state: 'issued', formNo: 'XX-77', totalFen: answer.totalFen }]);
    expect(answer.totalFen).toBeGreaterThan(3_000_000);
    expect(await openStep()).toBe('formReview');
  });

  test('a second person reads it beside what the office computes, and signs it', async () => {
    const page = await day().signIn('reviewer');
    await go(page, 'My work');
    const row = page.getByRole('table', { name: 'My open steps' }).getByRole('row').filter({ hasText: caseNo });
    await row.getByRole('link', { name: 'Form reviewed by a second person' }).click();
    await panel(page, 'Entered and recomputed').getByText('XX-77').waitFor();
    await day().seen(page, 'review');
    await answered(page, '/facts', () => page.getByRole('button', { name: 'Record: approved' }).click());
    expect(await openStep()).toBe('remittanceCheck');
  });

  test('finance compares, prints the slip, and the money leaves as the form says', async () => {
    const page = await atHis('finance');
    await record(page, 'Check the remittance', async (dialog) => {
      await dialog.getByText('Left to pay').waitFor();
      await dialog.getByLabel('form and money agree').check();
    });
    await page.getByText('Recorded: Remittance checked').waitFor();
    const slip = await printed(page, ledger, {
      address: '/documents',
      press: () => panel(page, 'Papers sent out').getByRole('button', { name: 'Remittance slip' }).click(),
    });
    const { answer } = await read();
    const text = await textOf(slip);
    for (const part of [PERSON.name, '样转-77', 'XX-77', '本次划转']) expect(text).toContain(part);
    await facts(page).getByRole('button', { name: 'Money sent' }).click();
    const dialog = page.getByRole('dialog');
    const amount = dialog.getByLabel('Amount');
    expect(Number((await amount.inputValue()).replaceAll(',', ''))).toBe(answer.totalFen / 100);
    await answered(page, '/facts', () => dialog.getByRole('button', { name: 'Record', exact: true }).click());
    await page.getByText('Recorded: Money sent').waitFor();
    await day().seen(page, 'money');
    expect((await read()).answer).toMatchObject({ sentFen: answer.totalFen, dueFen: 0 });
    expect(await openStep()).toBe('formSending');
  });

  test('the form goes out on paper under its waybill, with every row', async () => {
    await go(post, 'My work');
    await post.getByRole('table', { name: 'My open steps' }).getByRole('link', { name: caseNo }).click();
    const form = await printed(post, ledger, {
      address: '/documents',
      press: () => panel(post, 'Papers sent out').getByRole('button', { name: 'Info form', exact: true }).click(),
    });
    const text = await textOf(form);
    for (const part of [PERSON.idNumber, '2023-01', '2024-05', '本表由本机构依据参保缴费记录出具', '区划310000'])
      expect(text).toContain(part);
    await record(post, 'Form sent', (dialog) => dialog.getByLabel('Waybill number').fill(WAYBILL));
    await post.getByText('Recorded: Info form sent').waitFor();
    expect(await openStep()).toBe('relationEnd');
  });

  test('the clerk ends the relation here, and nobody holds it any more', async () => {
    const page = await atHis('clerk');
    await record(page, 'End the relation here', async () => undefined);
    await page.getByText(/Nobody holds it: Completed on 11 March/).waitFor();
    await day().seen(page, 'ended');
    const ended = await read();
    expect(ended).toMatchObject({ closing: 'completed', attempts: [{ attempt: 1, ending: 'closed' }] });
    expect(ended.tasks.filter(({ closedAt }: { closedAt: string | null }) => closedAt === null)).toEqual([]);
    const line = page.getByRole('region', { name: 'The procedure' }).getByRole('listitem');
    expect(await lineOf(line.last())).toContain('relation ended');
    const question = `direction=out&from=2026-04-01&to=2026-04-30&asOf=${TODAY}`;
    expect((await ledger.get(`/metrics/completion?${question}`)).body.periods).toMatchObject({
      due: 1,
      inPeriod: { numerator: 1, denominator: 1 },
    });
  });
});
