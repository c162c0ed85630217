/** What goes wrong with a transfer-out, each at the page of whoever meets it: never here, arrears, a part that cannot move, a dispute, money that bounces. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { aFormOut, AGREED, APPROVED, aTransferOut, CHECKED, outHand, SENT } from '../builders/letters-in.ts';
import { comesBack, isDebited, PAYEE_ACCOUNT } from '../builders/remittances.ts';
import { aKey, type Caller } from '../support/api.ts';
import { textOf } from '../support/pdf.ts';
import { answered, giveReason, panel, printed, record } from './at-the-page.ts';
import { describeDay, officeDay, TODAY } from './office-day.ts';

const FEN = aFormOut().totalFen;
const RIGHT_ACCOUNT = '0200000000000000018';

describeDay('a transfer-out that does not go straight', () => {
  const day = officeDay('out-troubles', { without: ['letterclerk2', 'reviewer2'] });
  let ledger: Caller;
  let clerk: Page;

  beforeAll(async () => {
    const { api, signIn } = day();
    ledger = await api.as('manager');
    await api.db
      .updateTable('counterparts')
      .set({ address: '样例市样例路1号', postcode: '200000' })
      .where('area_code', '=', '310000')
      .execute();
    clerk = await signIn('clerk');
  });

  /** Came yesterday in an envelope. */
  async function letter(): Promise<{ readonly id: string; readonly the: ReturnType<typeof outHand> }> {
    const { api } = day();
    const id = await aTransferOut(api, { arrivedAt: '2026-03-10T15:00:00+08:00', letterDated: '2026-03-05' });
    return { id, the: outHand(api, id) };
  }
  async function at(page: Page, id: string): Promise<void> {
    await page.goto(`${day().api.url}/app/transfers/${id}`);
    await page.getByRole('heading', { level: 1, name: /^Transfer OT/ }).waitFor();
  }
  const read = async (id: string) => (await ledger.get(`/transfers/${id}`)).body;
  const dialogOf = (page: Page): Locator => page.getByRole('dialog');
  const print = (page: Page, name: string): Promise<Buffer> =>
    printed(page, ledger, {
      address: '/documents',
      press: () => panel(page, 'Papers sent out').getByRole('button', { name, exact: true }).click(),
    });

  test('for somebody who was never here: the letter goes back with its reason, on paper', async () => {
    const { id } = await letter();
    await at(clerk, id);
    await record(clerk, 'Send the letter back', (dialog) => giveReason(dialog, 'L01'));
    await clerk.getByText('Nobody holds it: Letter sent back on 11 March.').waitFor();
    expect(await textOf(await print(clerk, 'Return of the letter'))).toContain('查无此人');
    await day().seen(clerk, 'never-here');
    expect(await read(id)).toMatchObject({ closing: 'letterSentBack', closingReason: 'L01', openStep: null });
  });

  test('with arrears: it waits, the person is told in writing, and once they are paid it goes on', async () => {
    const { id } = await letter();
    await at(clerk, id);
    await record(clerk, 'Put on hold', (dialog) => giveReason(dialog, 'L04'));
    await clerk.getByText('On hold since 11 March').waitFor();
    await clerk.getByRole('button', { name: 'Record that the person was told' }).click();
    await dialogOf(clerk).getByRole('radio', { name: 'By letter' }).waitFor();
    expect(await dialogOf(clerk).getByRole('radio', { name: 'By letter' }).isChecked()).toBe(true);
    await answered(clerk, '/facts', () => dialogOf(clerk).getByRole('button', { name: 'Record', exact: true }).click());
    await dialogOf(clerk).waitFor({ state: 'hidden' });
    await day().seen(clerk, 'arrears');
    await record(clerk, 'Resume', async () => undefined);
    await clerk.getByText('Recorded: Resumed').waitFor();
    const { openStep, tasks } = await read(id);
    expect(openStep).toMatchObject({ step: 'letterCheck', held: false });
    expect(tasks.map(({ closedAt }: { closedAt: string | null }) => closedAt === null)).toEqual([false]);
  });

  test('of which a part cannot move: the rest goes on, and the notice is due ten working days after the letter', async () => {
    const { id } = await letter();
    await at(clerk, id);
    await record(clerk, 'Check the letter', async (dialog) => {
      await dialog.getByLabel('eligible').check();
      await dialog.getByRole('radio', { name: 'Yes' }).check();
      await giveReason(dialog, 'L09');
    });
    await clerk.getByText('Recorded: Letter checked').waitFor();
    const duties = clerk.getByRole('table', { name: 'Tasks' });
    await duties.getByText('24 Mar').waitFor();
    expect(await textOf(await print(clerk, 'Notice of what cannot move'))).toContain('不予转移');
    await day().seen(clerk, 'part');
    await clerk.getByRole('button', { name: 'Record that the person was told' }).click();
    await answered(clerk, '/facts', () => dialogOf(clerk).getByRole('button', { name: 'Record', exact: true }).click());
    await dialogOf(clerk).waitFor({ state: 'hidden' });
    expect(await read(id)).toMatchObject({
      openStep: { step: 'formIssue' },
      tasks: [{ kind: 'untransferableNotice', dueOn: '2026-03-24', closedAt: expect.any(String) }],
    });
  });

  test('that the new place disputes: the form is corrected, what is missing is paid, and both go out again', async () => {
    const { id, the } = await letter();
    for (const [who, fact] of [
      ['clerk', CHECKED],
      ['entryClerk', aFormOut()],
      ['reviewer', APPROVED],
      ['finance', AGREED],
      ['finance', { kind: 'fundSent', amountFen: FEN }],
      ['letterClerk', SENT],
    ] as const)
      await the.said(who, fact);
    await at(clerk, id);
    await record(clerk, 'Other office disputes', (dialog) => giveReason(dialog, 'F03'));
    await clerk.getByText('Now: Form corrected').waitFor();
    const entry = await day().signIn('entryclerk');
    await at(entry, id);
    await panel(entry, 'What may be recorded now').getByRole('button', { name: 'Make out the info form' }).click();
    for (const [line, yuan] of [
      ['④ of the form', '20000'],
      ['⑤ Pooled fund', '6000'],
      ['⑥ of the form', '26000'],
    ] as const)
      await dialogOf(entry).getByLabel(line).fill(yuan);
    await day().seen(entry, 'corrected-form');
    await answered(entry, '/facts', () => dialogOf(entry).getByRole('button', { name: 'Record', exact: true }).click());
    await entry.getByText('Recorded: Info form made out').waitFor();
    expect(await the.said('reviewer', APPROVED)).toBe('remittanceRecheck');
    expect(await the.said('finance', AGREED)).toBe('remitting');
    const finance = await day().signIn('finance');
    await at(finance, id);
    await panel(finance, 'What may be recorded now').getByRole('button', { name: 'Money sent' }).click();
    // What was sent before is taken off.
    expect(await dialogOf(finance).getByLabel('Amount').inputValue()).toBe('1000.00');
    await answered(finance, '/facts', () =>
      dialogOf(finance).getByRole('button', { name: 'Record', exact: true }).click(),
    );
    expect(await the.said('letterClerk', { kind: 'infoFormReissued', channel: 'platform' })).toBe('relationEnd');
    await at(clerk, id);
    await clerk.getByText('attempt 2').first().waitFor();
    expect((await read(id)).attempts).toMatchObject([
      { attempt: 1, ending: 'returned', reasonCode: 'F03' },
      { attempt: 2, ending: null },
    ]);
  });

  test('whose money bounces: it is a task of finance, who pays it anew to the right account until the bank confirms it', async () => {
    const { api } = day();
    const { id, the } = await letter();
    for (const [who, fact] of [
      ['clerk', CHECKED],
      ['entryClerk', aFormOut()],
      ['reviewer', APPROVED],
      ['finance', AGREED],
    ] as const)
      await the.said(who, fact);
    const { caseNo } = await read(id);
    const page = await day().signIn('finance');
    await page.goto(`${api.url}/app/bank/remittances`);
    await page.getByRole('button', { name: 'Plan a remittance' }).click();
    for (const [label, text] of [
      ['Case number', caseNo],
      ['Payee', '样例市社会保险中心'],
      ['Account of the payee', PAYEE_ACCOUNT],
      ['Amount (yuan)', '25000'],
    ] as const)
      await dialogOf(page).getByLabel(label, { exact: true }).fill(text);
    await answered(page, '/remittances', () =>
      dialogOf(page).getByRole('button', { name: 'Plan a remittance' }).click(),
    );
    const ofCase = async (): Promise<{ id: string; state: string; replacesId: string | null }[]> =>
      (await (await api.as('finance')).get(`/remittances?transferId=${id}`)).body.items;
    const [first] = await ofCase();
    await goesOut(first!.id);
    await isDebited(api.db, api.office, first!.id, { amountFen: FEN });
    await comesBack(api.db, api.office, first!.id, { amountFen: FEN, memo: await bouncedMemo(first!.id) });
    await page.reload();
    const row = page.getByRole('table', { name: 'Money out' }).getByRole('row').filter({ hasText: caseNo });
    const cell = (text: RegExp): Locator => row.getByRole('cell').filter({ hasText: text });
    await cell(/^Bounced/).waitFor();
    const openTasks = async (): Promise<string[]> =>
      (await read(id)).tasks.flatMap(({ kind, closedAt }: { kind: string; closedAt: string | null }) =>
        closedAt === null ? [kind] : [],
      );
    expect(await openTasks()).toEqual(['bouncedRemittance']);
    await day().seen(page, 'bounced');
    await row.getByRole('button', { name: 'Pay anew' }).click();
    await dialogOf(page).getByLabel('Account of the payee', { exact: true }).fill(RIGHT_ACCOUNT);
    await answered(page, '/remittances', () => dialogOf(page).getByRole('button', { name: 'Pay anew' }).click());
    await cell(/^Funds are there/).waitFor();
    expect(await openTasks()).toEqual([]);
    const again = (await ofCase()).find(({ replacesId }) => replacesId === first!.id)!;
    await goesOut(again.id);
    await isDebited(api.db, api.office, again.id, { amountFen: FEN, payerAccount: RIGHT_ACCOUNT });
    await page.goto(`${api.url}/app/bank/remittances?only=${again.id}`);
    await cell(/^Confirmed by the bank/).waitFor();
    await day().seen(page, 'paid-anew');
    expect((await ofCase()).map(({ state }) => state).sort()).toEqual(['bounced', 'confirmed']);
    expect(await read(id)).toMatchObject({ answer: { sentFen: FEN, dueFen: 0 }, openStep: { step: 'formSending' } });
  });

  /** From wherever it stands to the bank; another person releases it. */
  async function goesOut(remittanceId: string): Promise<void> {
    const { api } = day();
    const finance = await api.as('finance');
    const says = (kind: string) => finance.post(`/remittances/${remittanceId}/facts`, { kind }, aKey());
    const { state } = (await finance.get(`/remittances?id=${remittanceId}`)).body.items[0];
    if (state === 'planned') for (const kind of ['applied', 'funded']) expect((await says(kind)).status).toBe(201);
    const { body } = await finance.post(`/remittances/${remittanceId}/release`, {}, aKey());
    expect((await ledger.post(`/approvals/${body.id as string}/confirmation`)).status).toBe(200);
    expect((await says('sent')).status).toBe(201);
  }

  async function bouncedMemo(remittanceId: string): Promise<string> {
    const { items } = (await (await day().api.as('finance')).get(`/remittances?id=${remittanceId}`)).body;
    return `退汇 ${items[0].reference as string} 账号不符 ${TODAY}`;
  }
});
