/** The reviewer: who is entitled in the morning, and the entries of others, of which the clean ones go together. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { toBeReviewed } from '../builders/to-review.ts';
import { OF_2023, OF_2024, V2 } from '../builders/vector-form.ts';
import { anAcceptedTransfer, aResidentId } from '../builders/walk.ts';
import type { Caller } from '../support/api.ts';
import { giveReason, lineOf, panel, record } from './at-the-page.ts';
import { describeDay, officeDay } from './office-day.ts';

/** 0.44 more interest than was earned. */
const DIFFERING = { ...V2, years: [{ ...OF_2023, interestFen: 20_688 }, OF_2024] };

describeDay('the reviewer', () => {
  const day = officeDay('review', { without: ['reviewer2'] });
  let page: Page;
  let ledger: Caller;
  let entitled: string;
  let drawing: string;
  let clean: string[];
  let differing: string;

  beforeAll(async () => {
    const { api } = day();
    ledger = await api.as('manager');
    const asks = (name: string): Promise<string> =>
      anAcceptedTransfer(api.db, api.office, { person: { name, idNumber: aResidentId(), mobile: '13900000000' } });
    [entitled, drawing] = [await asks('样例甲'), await asks('样例乙')];
    clean = [await toBeReviewed({ api, name: '样例丙' }, V2), await toBeReviewed({ api, name: '样例丁' }, V2)];
    differing = await toBeReviewed({ api, name: '样例戊' }, DIFFERING);
  });

  const detailOf = async (id: string) => (await ledger.get(`/transfers/${id}`)).body;
  const openMyWork = () =>
    page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'My work' }).click();
  async function openRow(id: string): Promise<void> {
    await openMyWork();
    const { caseNo } = await detailOf(id);
    await page.getByRole('table', { name: 'My open steps' }).getByRole('link', { name: caseNo }).click();
    await page.getByRole('heading', { level: 1, name: `Transfer ${caseNo as string}` }).waitFor();
  }

  test('signs in to five reviews', async () => {
    page = await day().signIn('reviewer');
    await openMyWork();
    await page.getByRole('table', { name: 'My open steps' }).getByRole('row').nth(5).waitFor();
    await page.getByRole('link', { name: 'My open steps 5' }).waitFor();
    await day().seen(page, 'my-work');
  });

  test('says of a request that the person is entitled', async () => {
    await openRow(entitled);
    await record(page, 'Decide the review', (dialog) => dialog.getByLabel('eligible').check());
    await page.getByText('Recorded: Reviewed').waitFor();
    await page.getByText('Now: Liaison letter').waitFor();
    await day().seen(page, 'eligible');
    expect((await detailOf(entitled)).openStep).toMatchObject({ step: 'liaisonLetter', attempt: 1 });
  });

  test('refuses another, which is asked once more; the refusal is there in writing', async () => {
    await openRow(drawing);
    await record(page, 'Decide the review', async (dialog) => {
      await dialog.getByLabel('refused').check();
      await giveReason(dialog, 'A02');
    });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('This closes the transfer. It cannot be opened again.').waitFor();
    await dialog.getByRole('button', { name: 'Decide the review' }).click();
    await page.getByText('Nobody holds it: Refused on 11 March.').waitFor();
    expect(await detailOf(drawing)).toMatchObject({ closing: 'refused', tasks: [{ kind: 'tellPerson' }] });
    await page.getByRole('link', { name: 'Refused', exact: true }).click();
    const paper = page.getByRole('row').filter({ hasText: '样例乙' });
    await paper.getByRole('link').first().click();
    await page.getByRole('article', { name: 'Not approved' }).waitFor();
    expect(await lineOf(page.getByRole('article'))).toMatch(/Reason A02 .*pension.* Ground 国办发〔2009〕66号第二条/);
    await day().seen(page, 'refusal');
  });

  test('confirms together the forms of which nothing was found and whose money came to the fen', async () => {
    await openMyWork();
    await page.getByRole('link', { name: 'Review forms without a finding together' }).click();
    await page.getByRole('heading', { level: 2, name: '2 forms' }).waitFor();
    await page.getByText('1 more review has something to look at').waitFor();
    const table = page.getByRole('table', { name: 'Forms without a finding' });
    for (const name of ['样例丙', '样例丁'])
      expect(await lineOf(table.getByRole('row').filter({ hasText: name }))).toContain(
        `${name} 样例市社会保险中心 2 34,206.44`,
      );
    await page.getByLabel('Choose all').check();
    await day().seen(page, 'clean-forms');
    await page.getByRole('button', { name: 'Confirm the chosen (2)' }).click();
    await page.getByText('2 forms are confirmed.').waitFor();
    for (const id of clean)
      expect((await detailOf(id)).openStep).toMatchObject({ step: 'booking', owner: { displayName: 'accountClerk' } });
  });

  test('looks at the one that differs: what differs is said first, and it goes back with its reason', async () => {
    await openMyWork();
    const { caseNo } = await detailOf(differing);
    const row = page.getByRole('table', { name: 'My open steps' }).getByRole('row').filter({ hasText: caseNo });
    await row.getByRole('link', { name: 'Second-person review' }).click();
    const compared = panel(page, 'Entered and recomputed');
    await compared.getByText('the money that came agrees').waitFor();
    await compared.getByText('computed 206.44, found 206.88, 0.44 more than computed').first().waitFor();
    expect(await lineOf(compared.getByRole('table', { name: 'Yearly rows' }))).toMatch(/206\.88 ?↳/);
    await day().seen(page, 'differing');
    await page.getByRole('button', { name: 'Instead: sent back' }).click();
    await giveReason(page.locator('.entry-form'), 'S05');
    await page.getByRole('button', { name: 'Record: sent back' }).click();
    await page.getByText('Recorded: Second-person review').waitFor();
    await page.getByText('Next step: Entry. entryClerk holds it, due').waitFor();
    await page.getByRole('link', { name: 'Nothing more is waiting for you' }).waitFor();
    await day().seen(page, 'sent-back');
    const entry = await (await day().api.as('entryClerk')).get('/my-work');
    expect(entry.body.sentBack).toMatchObject([{ transferId: differing, outcome: 'sentBack', reasonCode: 'S05' }]);
  });

  test('has nothing left in the evening', async () => {
    await openMyWork();
    await page.getByText('Nothing is waiting for you.').waitFor();
    await day().seen(page, 'evening');
    expect((await (await day().api.as('reviewer')).get('/my-work')).body.steps.open).toBe(0);
  });
});
