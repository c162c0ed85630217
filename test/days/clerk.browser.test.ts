/** The clerk: who stands at the counter comes first, then what is hers to chase. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { residentId, wrongCheckDigit } from '../builders/persons.ts';
import { letterIsThere } from '../builders/to-review.ts';
import { anAcceptedTransfer, aResidentId } from '../builders/walk.ts';
import type { Caller } from '../support/api.ts';
import { giveReason, lineOf, panel, record } from './at-the-page.ts';
import { describeDay, officeDay } from './office-day.ts';

const ID_NUMBER = residentId('1988-05-17', 735);
/** 15 working days after 11 March 2026, which is not counted. */
const DUE = { long: '1 Apr 2026', short: '1 April', plain: '2026-04-01' };

describeDay('the clerk', () => {
  const day = officeDay('clerk');
  let page: Page;
  let ledger: Caller;
  let chased: string[];
  let leaving: string;
  /** What the slip says. */
  let accepted: { id: string; caseNo: string; code: string };

  beforeAll(async () => {
    const { api } = day();
    ledger = await api.as('manager');
    chased = [await letterIsThere({ api, name: '样例乙' }), await letterIsThere({ api, name: '样例丙' })];
    const person = { name: '样例丁', idNumber: aResidentId(), mobile: '13800138000' };
    leaving = await anAcceptedTransfer(api.db, api.office, { person });
  });

  const detailOf = async (id: string) => (await ledger.get(`/transfers/${id}`)).body;
  const menu = (name: string) => page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name });
  async function find(text: string): Promise<void> {
    await menu('Counter').click();
    await page.getByLabel('What does the person say or show?').fill(text);
    await page.keyboard.press('Enter');
  }

  test('signs in, and somebody whom nobody knows stands at the counter', async () => {
    const { signIn, seen } = day();
    page = await signIn('clerk');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await seen(page, 'today');
    await find('样例新');
    await page.getByText('Nothing was found.').waitFor();
    await seen(page, 'counter');
  });

  test('everything that is wrong with a request is said at once, and each fault leads to its field', async () => {
    await menu('Accept a transfer').click();
    await page.getByLabel('ID number', { exact: true }).fill(wrongCheckDigit(ID_NUMBER));
    await page.getByLabel('Mobile (optional)').fill('12');
    await page.getByText('Employer, agent, address, other documents').click();
    await page.getByLabel("Agent's telephone").fill('34');
    await page.getByRole('button', { name: 'Check the answers' }).click();
    const refusal = page.getByRole('alert').filter({ hasText: 'Please correct what is marked' });
    await refusal.getByRole('link', { name: "Agent's telephone" }).waitFor();
    expect(await refusal.getByRole('link').allTextContents()).toEqual([
      'Name',
      'ID number',
      'Mobile (optional)',
      'Office of the original place',
      'Household registration in this province',
      'Insured here now',
      'Draws a pension already',
      'Agent of the person',
      "Agent's telephone",
    ]);
    await page.getByText('The check digit does not fit; please compare with the card.').waitFor();
    await day().seen(page, 'accept-refused');
    expect((await ledger.get('/transfers?state=open&limit=200')).body.items).toHaveLength(3);
  });

  test('corrected it is accepted, and the slip says who answers for it, what is next and until when', async () => {
    await page.getByLabel('Name', { exact: true }).fill('样例新');
    await page.getByLabel('ID number', { exact: true }).fill(ID_NUMBER);
    await page.getByText('The number is well formed.').waitFor();
    await page.getByLabel('Mobile (optional)').fill('13912345678');
    await page.getByLabel("Agent's telephone").fill('');
    await page.getByRole('combobox', { name: 'Office of the original place' }).fill('310000');
    await page.keyboard.press('Enter');
    for (const [question, answer] of [
      ['Household registration in this province', 'Yes'],
      ['Insured here now', 'Yes'],
      ['Draws a pension already', 'No'],
    ] as const)
      await page.getByRole('radiogroup', { name: question }).getByLabel(answer).check();
    await page.getByRole('button', { name: 'Check the answers' }).click();
    const answers = page.getByRole('article', { name: 'Is everything right?' });
    await answers.waitFor();
    expect(await lineOf(answers)).toContain('样例新');
    await day().seen(page, 'answers');
    await answers.getByRole('button', { name: 'Accept' }).click();
    const slip = page.getByRole('article', { name: 'Acceptance slip' });
    await slip.waitFor();
    const said = await lineOf(slip);
    for (const words of ['clerk · Window 3', '010-66001122', 'Eligibility review', DUE.long])
      expect(said).toContain(words);
    await day().seen(page, 'slip');

    const code = (await slip.locator('.code strong').innerText()).trim();
    const caseNo = /IN\d+/.exec(said)![0];
    const { items } = (await ledger.post('/transfers/search', { any: caseNo })).body;
    expect(items).toMatchObject([{ caseNo, personName: '样例新', openStep: { step: 'review', dueOn: DUE.plain } }]);
    accepted = { id: items[0].id, caseNo, code };
    expect(await detailOf(accepted.id)).toMatchObject({
      statusCode: code.replaceAll('-', ''),
      steward: { displayName: 'clerk' },
      counterpart: { areaCode: '310000' },
    });
  });

  test('the same person is found again by the last four of the ID, and told who holds it now', async () => {
    await find(ID_NUMBER.slice(-4));
    await page.getByText('One person was found.').waitFor();
    await page.getByText('Fits: last four of the ID').waitFor();
    await page.getByRole('link', { name: '样例新: everything' }).click();
    await page.getByRole('heading', { level: 1, name: '样例新' }).waitFor();
    const { owner } = (await detailOf(accepted.id)).openStep;
    const now = panel(page, 'What to tell now');
    await now.getByText(`${owner.displayName} holds it since 11 March, due ${DUE.short}.`).waitFor();
    expect(await lineOf(now)).toContain(`Status code: ${accepted.code}`);
    await page.getByText('You have open work with this person').first().waitFor();
    await day().seen(page, 'person');
  });

  test('and the transfer by its running number alone', async () => {
    await find(String(Number(accepted.caseNo.slice(-5))));
    await page.getByText('Fits: end of the case number').waitFor();
    await page.getByRole('link', { name: accepted.caseNo, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `Transfer ${accepted.caseNo}` }).waitFor();
    await page.getByText('Now: Eligibility review').waitFor();
    await day().seen(page, 'transfer');
  });

  test('somebody no longer wants it: asked once more, it is closed', async () => {
    await find('13800138000');
    const { caseNo } = await detailOf(leaving);
    await page.getByRole('link', { name: caseNo, exact: true }).click();
    await record(page, 'Withdraw', (dialog) => giveReason(dialog, 'W01'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText('This closes the transfer. It cannot be opened again.').waitFor();
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('Nobody holds it: Withdrawn on 11 March.').waitFor();
    await day().seen(page, 'withdrawn');
    expect(await detailOf(leaving)).toMatchObject({ closing: 'withdrawn', openStep: null });
  });

  test('from my work to the next case: one waits for its money, the other office is asked about the next', async () => {
    await menu('My work').click();
    await page.getByRole('table', { name: 'My open steps' }).getByRole('row').nth(2).waitFor();
    await day().seen(page, 'my-work');
    await page.getByRole('link', { name: /^Next case: / }).click();
    await page.getByText('Now: Info form and money').waitFor();
    const [held, other] = page.url().includes(chased[0]!) ? chased : chased.toReversed();
    await record(page, 'Put on hold', (dialog) => giveReason(dialog, 'F01'));
    await page.getByText('On hold since 11 March, to be looked at again on 25 March.').waitFor();
    const [duty] = (await detailOf(held!)).tasks;
    expect(await detailOf(held!)).toMatchObject({ openStep: { held: true } });
    expect(duty).toMatchObject({ kind: 'tellPerson', reasonCode: 'F01', owner: { displayName: 'clerk' } });

    await page.getByRole('button', { name: 'Record that the person was told' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // In words: no code of ours stands on a page.
    await panel(page, 'Notices').getByText('Waiting no SMS gateway is set up').waitFor();
    await day().seen(page, 'held');
    expect((await detailOf(held!)).tasks[0].closedAt).not.toBeNull();

    await page.getByRole('link', { name: /^Next case: / }).click();
    await page.getByRole('heading', { level: 1, name: `Transfer ${(await detailOf(other!)).caseNo}` }).waitFor();
    await record(page, 'Other office contacted', (dialog) => dialog.getByLabel(/^Note/).fill('Comes next week.'));
    await page.getByText('Recorded: Other office contacted').waitFor();
    const { items } = (await ledger.get(`/transfers/${other!}/events?limit=200`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'counterpartContacted', by: expect.objectContaining({ displayName: 'clerk' }) }),
    );
    // Nothing else is hers to do now: what is on hold is no next case.
    await menu('My work').click();
    await page.getByLabel('Only on hold').check();
    await page.getByRole('table', { name: 'My open steps' }).getByRole('row').nth(1).waitFor();
    expect(await page.getByRole('table', { name: 'My open steps' }).getByRole('row').count()).toBe(2);
  });
});
