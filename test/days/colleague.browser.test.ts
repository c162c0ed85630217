/** A colleague is away for two days: the absence is booked ahead, the stand-in gets the work and does some of it, the rest comes back, and who held what when is there to read. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { components } from '../../api/contract.generated.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import type { Caller } from '../support/api.ts';
import { panel } from './at-the-page.ts';
import { describeDay, officeDay } from './office-day.ts';

type StepView = components['schemas']['StepView'];

/** After the day on which it begins, TODAY of the office. */
const [FIRST_DAY, LAST_DAY, BACK] = ['2026-03-12', '2026-03-13', '2026-03-16'];
const WAYBILL = '1234567890123';

/** As long as a locator waits: a slow machine is no fault. */
const PATIENTLY = { timeout: 15_000 };

describeDay('a colleague away and back', () => {
  const day = officeDay('colleague');
  let manager: Caller;
  let away: string;
  let lent: readonly string[];
  let own: readonly string[];

  beforeAll(async () => {
    const { api, running } = day();
    // As the worker does: whose day has come is seen without anybody asking.
    running.keepHouse();
    for (let number = 0; number < 4; number++) {
      const the = walk(api.db, api.office, await anAcceptedTransfer(api.db, api.office));
      await the.open('review');
      await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    }
    manager = await api.as('manager');
    away = api.office.staff.letterClerk;
    [lent, own] = [await heldBy(away), await heldBy(api.office.staff.letterClerk2)];
    expect([lent.length, own.length]).toEqual([2, 2]);
  }, 60_000);

  /** By the ledger: the numbers of the cases whose open step somebody has. */
  async function heldBy(ownerId: string): Promise<string[]> {
    const { items } = (await manager.get(`/transfers?ownerId=${ownerId}&limit=50`)).body;
    return items.map((row: { caseNo: string }) => row.caseNo).sort();
  }
  const shownTo = async (page: Page): Promise<string[]> =>
    (await page.getByRole('table', { name: 'My open steps' }).locator('tbody td:first-child a').allInnerTexts()).sort();
  const work = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: 'My work', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  };
  /** Everybody who held the letter, as its line on the page of the transfer tells when it is unfolded. */
  async function holdersOnPage(page: Page): Promise<string[]> {
    const line = page.getByRole('table', { name: 'Steps' }).getByRole('row').filter({ hasText: 'Liaison letter' });
    await line.locator('summary').first().click();
    return line.locator('details li').allInnerTexts();
  }
  async function holdersInLedger(caseNo: string): Promise<string[]> {
    const { items } = (await manager.post('/transfers/search', { any: caseNo })).body;
    const { steps } = (await manager.get(`/transfers/${items[0].id as string}/progress`)).body as { steps: StepView[] };
    const { owners } = steps.find(({ step }) => step === 'liaisonLetter')!;
    return owners.map(({ staff, why }) => `${staff.displayName} ${why}`);
  }
  const sentence = (page: Page): Locator => page.locator('.holder .sentence');

  test('the day before, the work is with the colleague, and nothing passes by a booking', async () => {
    const page = await day().signIn('letterclerk');
    await work(page);
    await page.getByRole('link', { name: 'My open steps 2' }).waitFor();
    expect(await shownTo(page)).toEqual(lent);
    await day().seen(page, 'my-work');
    const boss = await colleagues();
    await boss.getByRole('button', { name: 'Enter an absence' }).click();
    const dialog = boss.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Colleague' }).fill('letterClerk ');
    await boss.keyboard.press('Enter');
    await setDay(dialog.getByLabel('First day'), FIRST_DAY);
    await setDay(dialog.getByLabel('Last day (optional)'), LAST_DAY);
    await dialog.getByLabel('Note (optional)').fill('Training');
    await dialog.getByText('letterClerk2: steps 2, tasks 0, money that waits 0').waitFor();
    await day().seen(boss, 'absence');
    await dialog.getByRole('button', { name: 'Enter an absence' }).click();
    await boss.getByText('The absence is entered.').waitFor();
    await expect
      .poll(() => cellsOf(boss, 'Away, now and ahead'), PATIENTLY)
      .toMatchObject(['letterClerk Booked', '12 Mar 2026', '13 Mar 2026', 'Whoever has least']);
    await panel(boss, 'Who has whose').getByText('Everybody has their own.').waitFor();
    await day().seen(boss, 'booked');
    expect(await heldBy(away)).toEqual(lent);
    await page.context().close();
    await boss.context().close();
  });

  /** The page of colleagues before whoever leads the office. */
  async function colleagues(): Promise<Page> {
    const boss = await day().signIn('manager');
    await boss.getByRole('link', { name: 'Colleagues', exact: true }).click();
    return boss;
  }
  async function setDay(field: Locator, to: string): Promise<void> {
    await field.fill(to);
    await field.press('Enter');
  }
  /** Of the one row of a list the first four cells. */
  async function cellsOf(page: Page, name: string): Promise<string[]> {
    const cells = await panel(page, name).locator('tbody tr').getByRole('cell').allInnerTexts();
    return cells.slice(0, 4).map((text) => text.trim());
  }

  test('on the first day the stand-in has it without being told, and posts one of the letters', async () => {
    await day().comes(`${FIRST_DAY}T09:00:00+08:00`);
    const page = await day().signIn('letterclerk2');
    await work(page);
    await page.getByRole('link', { name: 'My open steps 4' }).waitFor();
    expect(await shownTo(page)).toEqual([...lent, ...own].sort());
    await day().seen(page, 'stand-in');
    await page.getByRole('link', { name: lent[0]!, exact: true }).click();
    await sentence(page).getByText('letterClerk2 holds it since 12 March').waitFor();
    await day().seen(page, 'lent-transfer');
    await page.getByRole('button', { name: 'Letter sent' }).click();
    await page.getByRole('dialog').getByLabel('Waybill number').fill(WAYBILL);
    await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
    await page.getByText('Recorded: Letter sent').waitFor();
    await page.getByRole('region', { name: 'Letters', exact: true }).getByText(WAYBILL).waitFor();
    const boss = await colleagues();
    await expect
      .poll(() => cellsOf(boss, 'Who has whose'), PATIENTLY)
      .toEqual(['letterClerk', 'letterClerk2', '1', '0']);
    await day().seen(boss, 'colleagues');
    await boss.context().close();
    await page.context().close();
  });

  test('back on Monday, what is still open is there again, with who held it when', async () => {
    await day().comes(`${BACK}T09:00:00+08:00`);
    const page = await day().signIn('letterclerk');
    await work(page);
    await expect.poll(() => shownTo(page), PATIENTLY).toContain(lent[1]);
    expect(await shownTo(page)).toEqual(await heldBy(away));
    await day().seen(page, 'back');
    await page.getByRole('link', { name: lent[1]!, exact: true }).click();
    await sentence(page).getByText('letterClerk holds it since 16 March').waitFor();
    expect(await holdersOnPage(page)).toEqual([
      'letterClerk, 11 Mar 2026, assigned by the system',
      'letterClerk2, 12 Mar 2026, stand-in for an absent colleague',
      'letterClerk, 16 Mar 2026, back from absence',
    ]);
    expect(await holdersInLedger(lent[1]!)).toEqual([
      'letterClerk assigned',
      'letterClerk2 standIn',
      'letterClerk returned',
    ]);
    const changes = page.getByRole('region', { name: 'History' }).getByRole('listitem');
    const told = (await changes.filter({ hasText: 'Owner changed' }).allInnerTexts()).join('\n');
    expect(told.match(/→ .*/g)).toEqual([
      '→ letterClerk2, stand-in for an absent colleague',
      '→ letterClerk, back from absence',
    ]);
    await day().seen(page, 'who-held-it');
    await page.goBack();
    await page.getByRole('link', { name: 'My work', exact: true }).waitFor();
    await day().seen(page, 'my-work-again');
  });

  test('the letter that the stand-in has posted stays his in the history, and nobody is held to be away any more', async () => {
    const page = await day().signIn('manager');
    await page.getByRole('textbox', { name: 'Find a transfer by any number' }).fill(WAYBILL);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `Transfer ${lent[0]!}` }).waitFor();
    expect(await holdersOnPage(page)).toEqual([
      'letterClerk, 11 Mar 2026, assigned by the system',
      'letterClerk2, 12 Mar 2026, stand-in for an absent colleague',
    ]);
    expect(await holdersInLedger(lent[0]!)).toEqual(['letterClerk assigned', 'letterClerk2 standIn']);
    const sent = page.getByRole('region', { name: 'History' }).getByRole('listitem').filter({ hasText: 'Letter sent' });
    expect(await sent.innerText()).toContain('letterClerk2');
    await page.getByRole('link', { name: 'Colleagues', exact: true }).click();
    await panel(page, 'Away, now and ahead').getByText('Nobody is away, and nothing is booked ahead.').waitFor();
    await panel(page, 'Who has whose').getByText('Everybody has their own.').waitFor();
    expect((await manager.get('/absences')).body.items).toEqual([]);
    await page.getByRole('link', { name: 'Held wrongly', exact: true }).click();
    await page.getByText('Everybody may do what he holds, and is there.').waitFor();
    await day().seen(page, 'held-wrongly');
  });
});
