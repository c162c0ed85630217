/** The first day of an office: an administrator who has a one-time password and nobody else, until the first case is accepted and in the hand of a colleague. */
import { hash } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addFirstAdministrator } from '../../db/office/first-office.ts';
import { csvFile } from '../builders/files.ts';
import { COUNTERPART_ROWS } from '../builders/imports.ts';
import { aResidentId } from '../builders/walk.ts';
import type { TestApi } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { describeDay, officeDay } from './office-day.ts';

const GIVEN_ONCE = 'printed-by-the-machine';
const own = (username: string): string => `my-own-word-${username}`;

const COLLEAGUES = [
  { username: 'wang.fang', name: '王芳', post: '受理岗', roles: ['Clerk', 'Letter clerk'] },
  { username: 'li.qiang', name: '李强', post: '复核岗', roles: ['Reviewer'] },
  { username: 'zhao.min', name: '赵敏', post: '科长', roles: ['Manager'] },
] as const;

describeDay('the first day of an office', () => {
  const day = officeDay('administrator');
  let page: Page;
  const passwords = new Map<string, string>();

  beforeAll(async () => {
    const { api } = day();
    await emptied(api);
    const passwordHash = await hash(GIVEN_ONCE, { memoryCost: 1024, timeCost: 1 });
    expect(await addFirstAdministrator(api.db, api.office.officeId, passwordHash)).toBeDefined();
  }, 60_000);

  const dialog = (): Locator => page.getByRole('dialog');
  const region = (name: string): Locator => page.getByRole('region', { name });
  const go = (name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click();
  const inForce = (of: Locator): Promise<void> => of.getByText('Done, and in force at once.').waitFor();

  /** The password of one use opens nothing but the page where it is changed. */
  async function signInFirst(username: string, given: string): Promise<Page> {
    const mine = await day().visit('/app/my-work');
    await mine.getByLabel('User name').fill(username);
    await mine.getByLabel('Password', { exact: true }).fill(given);
    await mine.getByLabel('Password', { exact: true }).press('Enter');
    await mine.getByText('This password was for one use. Choose your own before you go on.').waitFor();
    expect(new URL(mine.url()).pathname).toBe('/app/password');
    await day().seen(mine, `password-of-${username}`);
    await mine.getByLabel('Current password').fill(given);
    await mine.getByLabel('New password').fill(own(username));
    await mine.getByLabel('New password').press('Enter');
    await mine.getByText('The password is changed. Your other sessions have ended.').waitFor();
    return mine;
  }

  test('the administrator chooses a password, and finds an office in which nothing is', async () => {
    page = await signInFirst('administrator', GIVEN_ONCE);
    await go('Today');
    await region('Completion rates').getByText('No transfer was accepted in this month.').waitFor();
    await day().seen(page, 'today');
    await go('Accounts');
    await page.getByRole('table', { name: 'Accounts' }).getByText('administrator', { exact: true }).waitFor();
    expect(await page.getByRole('table', { name: 'Accounts' }).locator('tbody tr').count()).toBe(1);
  });

  test('whose money is ours, the interest of a year and the directory of other offices are set', async () => {
    await go('Settings');
    await region('Accounts of the office').getByText('No account is named').waitFor();
    await region('Accounts of the office').getByRole('button', { name: 'Change' }).click();
    await dialog().getByRole('button', { name: 'Add an account' }).click();
    await dialog().getByLabel('Account number').fill('0200000001900000001');
    await dialog().getByLabel('Name', { exact: true }).fill('养老保险基金收入户');
    await day().seen(page, 'account');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await inForce(region('Accounts of the office'));
    await region('Accounts of the office').getByRole('cell', { name: '养老保险基金收入户' }).waitFor();
    await region('Interest of a year').getByRole('button', { name: 'Set the interest of a year' }).click();
    await dialog().getByLabel('Year').fill('2025');
    await dialog().getByLabel('Per cent').fill('1.50');
    await dialog().getByLabel('Published by').fill('人力资源社会保障部、财政部公告');
    await dialog().getByLabel('Published by').press('Enter');
    await inForce(region('Interest of a year'));
    await day().seen(page, 'settings');
    await go('Files in');
    await page.getByLabel('Kind').selectOption({ label: 'Directory of offices' });
    const buffer = Buffer.from(csvFile(COUNTERPART_ROWS));
    await page.getByLabel(/^CSV or workbook/).setInputFiles({ name: 'offices.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Send' }).click();
    const told = region('Files').getByRole('row').filter({ hasText: 'Directory of offices' });
    await told.getByText('Done').waitFor();
    expect((await told.getByRole('cell').allInnerTexts()).slice(2, 7)).toEqual(['Done', '2', '0', '0', '0']);
    await day().seen(page, 'directory');
  });

  test('colleagues get their accounts, and each a password of one use, shown once', async () => {
    await go('Accounts');
    for (const { username, name, post, roles } of COLLEAGUES) {
      await page.getByRole('button', { name: 'Add a colleague' }).click();
      await dialog().getByLabel('User name').fill(username);
      await dialog().getByLabel('Name', { exact: true }).fill(name);
      await dialog().getByLabel('Post').fill(post);
      await dialog().getByLabel('Telephone').fill('010-66001122');
      for (const role of roles) await dialog().getByLabel(role, { exact: true }).check();
      await dialog().getByRole('button', { name: 'Add a colleague' }).click();
      await page.getByText('The account has no password yet: give it one from its line.').waitFor();
      await page.getByRole('button', { name: `New password for ${name}` }).click();
      await dialog().getByRole('button', { name: 'New password' }).click();
      const once = page.getByRole('dialog', { name: 'Shown this once' });
      passwords.set(username, await once.locator('code').innerText());
      if (username === COLLEAGUES[0].username) await day().seen(page, 'shown-once');
      await once.getByRole('button', { name: 'I have noted it' }).click();
      await once.waitFor({ state: 'hidden' });
    }
    expect(new Set(passwords.values()).size).toBe(COLLEAGUES.length);
    const names = await page
      .getByRole('table', { name: 'Accounts' })
      .locator('tbody tr td:first-child')
      .allInnerTexts();
    expect(names.map((text) => text.split('\n')[0]).toSorted()).toEqual(
      ['系统管理员', ...COLLEAGUES.map(({ name }) => name)].toSorted(),
    );
    await day().seen(page, 'colleagues');
  });

  test('each signs in, chooses a password, and the one of one use opens nothing any more', async () => {
    for (const { username } of COLLEAGUES.slice(1)) {
      const theirs = await signInFirst(username, passwords.get(username)!);
      await theirs.getByRole('link', { name: 'My work', exact: true }).click();
      await theirs.getByText('Nothing is waiting for you.').waitFor();
      await theirs.context().close();
    }
    const { username } = COLLEAGUES[1];
    const { anonymous } = day().api;
    const again = { username, password: passwords.get(username) };
    expect((await anonymous.post('/sessions', again)).status).toBe(401);
    expect((await anonymous.post('/sessions', { username, password: own(username) })).status).toBe(201);
  });

  test('the first case is accepted, its slip printed, and the reviewer has it', async () => {
    const { username } = COLLEAGUES[0];
    const counter = await signInFirst(username, passwords.get(username)!);
    await counter.getByRole('link', { name: 'Accept a transfer', exact: true }).click();
    await counter.getByLabel('Name', { exact: true }).fill('钱多');
    await counter.getByLabel('ID number', { exact: true }).fill(aResidentId());
    await counter.getByText('The number is well formed.').waitFor();
    await counter.getByLabel('Mobile (optional)').fill('13912345678');
    await counter.getByLabel('Office of the original place').fill('南京');
    await counter.locator('.ant-select-item-option').filter({ hasText: '南京样例中心 320100' }).click();
    for (const [question, answer] of ANSWERS)
      await counter.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).check();
    await day().seen(counter, 'counter');
    await counter.getByRole('button', { name: 'Check the answers' }).click();
    const answers = counter.getByRole('article', { name: 'Is everything right?' });
    await answers.waitFor();
    await day().seen(counter, 'answers');
    await answers.getByRole('button', { name: 'Accept' }).click();
    const slip = counter.getByRole('article', { name: 'Acceptance slip' });
    await slip.waitFor();
    const words = await slip.innerText();
    for (const word of ['王芳 · 受理岗', '010-66001122', 'Eligibility review']) expect(words).toContain(word);
    await day().seen(counter, 'slip');
    const caseNo = /IN\d{11}/.exec(words)![0];
    const reviewer = await signInAgain('li.qiang');
    await reviewer.getByRole('link', { name: 'My work', exact: true }).click();
    await reviewer.getByRole('link', { name: 'My open steps 1' }).waitFor();
    await reviewer.getByRole('link', { name: caseNo, exact: true }).click();
    await reviewer.getByText(/^李强 holds it since 11 March/).waitFor();
    await day().seen(reviewer, 'in-the-hand-of-the-reviewer');
    await everythingIsFollowed();
    await reviewer.context().close();
    await counter.context().close();
  });

  async function signInAgain(username: string): Promise<Page> {
    const theirs = await day().visit('/app/');
    await theirs.getByLabel('User name').fill(username);
    await theirs.getByLabel('Password', { exact: true }).fill(own(username));
    await theirs.getByLabel('Password', { exact: true }).press('Enter');
    await theirs.getByRole('button', { name: 'Sign out' }).waitFor();
    return theirs;
  }

  /** Its run is awake in Temporal, and nothing that the ledger has told waits any more. */
  async function everythingIsFollowed(): Promise<void> {
    const { api, running } = day();
    await eventually(async () => {
      const { rows } = await sql<{ waits: number }>`select count(*)::integer as waits from outbox
        where sent_at is null`.execute(api.db);
      return rows[0]!.waits === 0;
    });
    const { open, running: runs } = await running.reconcile();
    expect({ open, runs }).toEqual({ open: 1, runs: 1 });
  }
});

const ANSWERS = [
  ['Household registration in this province', 'Yes'],
  ['Insured here now', 'Yes'],
  ['Draws a pension already', 'No'],
] as const;

/** As it is installed: the office with its name and number, nobody in it, and no other office known. */
async function emptied({ db }: TestApi): Promise<void> {
  await sql`delete from staff_roles`.execute(db);
  await sql`delete from staff`.execute(db);
  await sql`delete from counterparts`.execute(db);
}
