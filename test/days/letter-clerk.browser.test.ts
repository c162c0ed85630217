/** The letter clerk: what is posted today, what came back, and what nobody has heard of. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { s10CheckDigit } from '../../domain/letters/waybill.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { COURIER_SECRET, type Caller } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { deliverSigned } from '../support/signed-delivery.ts';
import { codeOf, pagesOf, textOf } from '../support/pdf.ts';
import { answered, giveReason, lineOf, panel, printed, record } from './at-the-page.ts';
import { describeDay, officeDay, TODAY } from './office-day.ts';

const HERE = { code: '310000', name: '样例市社会保险中心', address: '样例市样例路1号' };
const ELSEWHERE = { code: '320100', name: '另一社保中心' };
const DIGIT = s10CheckDigit('12345678');
const ENVELOPE = `EA12345678${String(DIGIT)}CN`;
const MISTYPED = `EA12345678${String((DIGIT + 1) % 10)}CN`;
const [SILENT, RETURNED, ARRIVED] = ['5200000000001', '5200000000002', '5200000000003'];
const [ALONE, AGAIN] = ['5200000000009', '5200000000010'];

interface Waiting {
  readonly id: string;
  readonly caseNo: string;
}

describeDay('the letter clerk', () => {
  const day = officeDay('letter-clerk', { without: ['letterclerk2'] });
  let page: Page;
  let ledger: Caller;
  let first: Waiting, second: Waiting, elsewhere: Waiting, silent: Waiting, returned: Waiting, arrived: Waiting;

  beforeAll(async () => {
    const { api, running } = day();
    ledger = await api.as('manager');
    const directory = { area_code: ELSEWHERE.code, name: ELSEWHERE.name, address: '样例路1号', postcode: '210000' };
    await api.db
      .insertInto('counterparts')
      .values({ ...directory, channel: 'ems' })
      .execute();
    await api.db
      .updateTable('counterparts')
      .set({ address: HERE.address, postcode: '200000' })
      .where('area_code', '=', HERE.code)
      .execute();
    [first, second, elsewhere] = [await written(HERE), await written(HERE), await written(ELSEWHERE)];
    [silent, returned, arrived] = [
      await written(HERE, SILENT),
      await written(HERE, RETURNED),
      await written(HERE, ARRIVED),
    ];
    running.keepHouse();
  });

  /** Reviewed last week; posted on its Tuesday, or waiting to be. */
  async function written({ code }: { code: string }, waybill?: string): Promise<Waiting> {
    const { api } = day();
    const occurredAt = new Date('2026-03-02T09:00:00+08:00');
    const id = await anAcceptedTransfer(api.db, api.office, { occurredAt, counterpartAreaCode: code });
    const the = walk(api.db, api.office, id);
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    if (waybill !== undefined)
      await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill, postedOn: '2026-03-03' });
    return { id, caseNo: (await ledger.get(`/transfers/${id}`)).body.caseNo as string };
  }

  const row = (name: string, { caseNo }: Waiting): Locator =>
    panel(page, name).getByRole('row').filter({ hasText: caseNo });
  const detailOf = async ({ id }: Waiting) => (await ledger.get(`/transfers/${id}`)).body;
  const openPost = () =>
    page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Post', exact: true }).click();
  /** As a scanner types: into the field that has the focus. */
  async function scan(waybill: string): Promise<void> {
    await page.getByLabel('Waybill number').focus();
    await page.keyboard.type(waybill);
    await page.keyboard.press('Enter');
  }

  test('signs in to the post of the day', async () => {
    page = await day().signIn('letterclerk');
    await openPost();
    for (const one of [first, second, elsewhere]) await row('To post', one).waitFor();
    for (const one of [silent, returned, arrived]) await row('Silent', one).waitFor();
    await panel(page, 'To key into the national platform').getByText('No letter was posted on this day.').waitFor();
    await day().seen(page, 'post');
  });

  test('the page of a transfer offers what can be printed of it now, and says why not the rest', async () => {
    await page.getByRole('link', { name: first.caseNo, exact: true }).first().click();
    const papers = panel(page, 'Papers sent out');
    const offered = papers.getByRole('group', { name: 'Print' }).getByRole('button');
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual([
      'Acceptance slip',
      'Notice of missing papers…',
      'Promise to bring papers later…',
      'Liaison letter',
      'Contribution certificate…',
      'Case file',
    ]);
    await papers.getByText('What cannot be printed now, and why').click();
    await papers.getByText('Nothing is awaited from the other office now.').waitFor();
    await day().seen(page, 'papers');
    await openPost();
    await row('To post', first).waitFor();
  });

  test('prints the letters of what waits, and one label for each envelope', async () => {
    const toPost = panel(page, 'To post');
    await toPost.getByRole('button', { name: 'Print the letters' }).click();
    // The thread that draws begins with the first paper of a process; beside a whole office that takes a while.
    await toPost.getByText('3 letters are ready').waitFor({ timeout: 60_000 });
    await toPost.getByLabel('Labels used up on the first sheet').selectOption('4');
    const labels = await printed(page, ledger, {
      address: '/documents/envelopes',
      press: () => toPost.getByRole('button', { name: 'Address labels' }).click(),
    });
    const text = await textOf(labels);
    for (const part of [HERE.address, '200000', '样例路1号', '210000']) expect(text).toContain(part);
    for (const { caseNo } of [first, second, elsewhere]) expect(text).toContain(`${caseNo}-1-1`);
    await page.getByRole('list', { name: 'Printed on this day' }).getByText('Address labels').waitFor();
    await day().seen(page, 'printed');
  });

  test('two letters lie in one envelope; a mistyped number is said before anything is recorded', async () => {
    for (const { caseNo } of [first, second])
      await page.getByRole('checkbox', { name: `Into one envelope: ${caseNo}` }).check();
    await page.getByText(`One envelope, 2 letters to ${HERE.name}`).waitFor();
    await page.getByLabel('Waybill number').fill(MISTYPED);
    await page.getByText('The check digit is wrong; please compare with the label.').waitFor();
    await day().seen(page, 'mistyped');
    await page.keyboard.press('Escape');
    await scan(ENVELOPE);
    await page.getByText(`2 letters posted under ${ENVELOPE}:`).waitFor();
    await scan(ALONE);
    await page.getByText(`Posted under ${ALONE}:`).waitFor();
    await panel(page, 'To post').getByText('Nothing of yours waits to be posted.').waitFor();
    for (const [one, waybill] of [
      [first, ENVELOPE],
      [second, ENVELOPE],
      [elsewhere, ALONE],
    ] as const)
      expect((await detailOf(one)).letters).toMatchObject([{ waybill, postedOn: TODAY, attempt: 1 }]);
  });

  test('a letter that came back is found by its number, recorded with its reason, and posted again', async () => {
    await page.getByLabel('Find a transfer by any number').fill(RETURNED);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Transfer ${returned.caseNo}` }).waitFor();
    await record(page, 'Letter came back', (dialog) => giveReason(dialog, 'M01'));
    await page.getByText('Recorded: Letter came back').waitFor();
    await page.getByText('Now: Liaison letter').waitFor();
    await page.getByText('attempt 2').first().waitFor();
    await day().seen(page, 'came-back');
    const { tasks } = await detailOf(returned);
    // Whoever looks for silent letters may have come by before: that task ended with the silence.
    const open = tasks.filter(({ closedAt }: { closedAt: string | null }) => closedAt === null);
    expect(open).toMatchObject([{ kind: 'tellPerson', reasonCode: 'M01' }]);

    await openPost();
    await row('Came back or lost', returned).waitFor();
    expect(await lineOf(row('Came back or lost', returned))).toMatch(
      /5200000000002 Came back 11 Mar 2026 M01 Wrong address, or the addressee has moved Liaison letter letterClerk/,
    );
    await row('To post', returned).waitFor();
    await scan(AGAIN);
    await page.getByText(`Posted under ${AGAIN}:`).waitFor();
    await panel(page, 'Came back or lost').getByText('Nothing came back that was not sent again.').waitFor();
    expect((await detailOf(returned)).letters).toMatchObject([
      { waybill: RETURNED, attempt: 1, state: 'returned' },
      { waybill: AGAIN, attempt: 2, postedOn: TODAY },
    ]);
  });

  test('the courier has delivered one; about the one of which nobody heard the other office is called', async () => {
    const { api } = day();
    const scans = [{ waybill: ARRIVED, scannedAt: '2026-03-10T15:30:00+08:00', code: '704', text: '妥投 单位收发章' }];
    const body = JSON.stringify({ scans });
    expect((await deliverSigned(api, { path: '/courier/scans', secret: COURIER_SECRET, body })).status).toBe(202);
    await page.reload();
    await row('Silent', silent).waitFor();
    expect(await row('Silent', arrived).count()).toBe(0);
    expect(await detailOf(arrived)).toMatchObject({ openStep: { step: 'formAndFunds' } });

    await page.getByRole('button', { name: `Other office contacted ${silent.caseNo}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Note/).fill('They look for it.');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('Recorded: Other office contacted').waitFor();
    await day().seen(page, 'chased');
    const { items } = (await ledger.get(`/transfers/${silent.id}/events?limit=200`)).body;
    const contact = items.find(({ kind }: { kind: string }) => kind === 'counterpartContacted');
    expect(contact).toMatchObject({ by: { displayName: 'letterClerk' }, payload: { channel: 'phone' } });
  });

  test('the task of its silence is closed with what was done', async () => {
    const mine = `/tasks?ownerId=${day().api.office.staff.letterClerk}&state=open`;
    const open = async (): Promise<string[]> =>
      (await ledger.get(mine)).body.items.map(({ kind, caseNo }: { kind: string; caseNo: string }) => kind + caseNo);
    await eventually(async () => (await open()).includes(`silentLetter${silent.caseNo}`));
    await page.getByRole('link', { name: 'My work' }).click();
    await page.getByRole('link', { name: /^My tasks/ }).click();
    await page.getByRole('checkbox', { name: `Letter without a scan ${silent.caseNo}` }).check();
    await day().seen(page, 'tasks');
    await page.getByRole('button', { name: 'Close together (1)' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What was done').fill('Called; they look for it.');
    await dialog.getByRole('button', { name: 'Close together (1)' }).click();
    await dialog.getByText('Closed: 1.').waitFor();
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    expect(await open()).not.toContain(`silentLetter${silent.caseNo}`);
  });

  test('at the end of the day the letters of the day are there for the national platform', async () => {
    await openPost();
    for (const one of [first, second, elsewhere, returned])
      await row('To key into the national platform', one).waitFor();
    expect(await lineOf(row('To key into the national platform', returned))).toBe(
      `${returned.caseNo} ${HERE.name} ${HERE.code} ${returned.caseNo}-2-1 ${AGAIN} 11 Mar 2026`,
    );
    await row('Under way', silent).waitFor();
    await day().seen(page, 'evening');
  });

  test('the courier gets the letters behind their list, and a sheet for each envelope', async () => {
    const ofDay = panel(page, 'To key into the national platform');
    const batch = await answered(page, '/documents/batch', () =>
      ofDay.getByRole('button', { name: 'Print the papers of this day' }).click(),
    );
    const [list, ...letters] = await pagesOf(await batch.body());
    for (const part of ['交寄清单', '共3件']) expect(list).toContain(part);
    expect(letters).toHaveLength(3);
    for (const { caseNo } of [first, second, elsewhere]) {
      expect(list).toContain(`${caseNo}-1-1`);
      expect(letters.join('')).toContain(`${caseNo}-1-1`);
    }
    const sheet = await printed(page, ledger, {
      address: '/documents/envelopes',
      press: () => ofDay.getByRole('button', { name: 'Courier’s sheet' }).click(),
    });
    const text = await textOf(sheet);
    for (const waybill of [ENVELOPE, ALONE, AGAIN]) expect(text).toContain(waybill);
    expect(await codeOf(sheet, 'code128')).toBe(ALONE);
    const kept = page.getByRole('list', { name: 'Printed on this day' }).getByRole('listitem');
    await expect.poll(() => kept.count()).toBe(2);
  });
});
