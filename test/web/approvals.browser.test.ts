/** What takes two people, as the second one reads it in a real browser: every kind in words, nothing that only a developer understands. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPROVAL_KINDS } from '../../domain/approvals.ts';
import { brings, aPast, BROKEN, ROWS, type Past } from '../builders/one-account.ts';
import { OF_2024, V2 } from '../builders/vector-form.ts';
import { letterArrives, sendLetter } from '../builders/posted-letter.ts';
import { aResidentId, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { aKey, PASSWORD, startApi, type Caller, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

/** A number of ours, a word in camel case, or what a missing translation leaves. */
const DEVELOPERS_WORD = /[0-9a-f]{8}-[0-9a-f]{4}|\b[a-z]+[A-Z]\w*|undefined|null|\bapprovals\.\w+/;

describe.skipIf(!chromiumExecutable())('to confirm', () => {
  let api: TestApi;
  let browser: Browser;
  let second: Caller;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    await proposeOneOfEach(api, await aPast(api));
    second = await api.as('manager');
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  async function opened(locale: string): Promise<Page> {
    const { body } = await api.anonymous.post('/sessions', { username: 'manager', password: PASSWORD });
    const extraHTTPHeaders = { Authorization: `Bearer ${body.token as string}` };
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 1400 }, extraHTTPHeaders });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${api.url}/app/approvals`);
    await page.getByRole('row').nth(1).waitFor();
    await page.waitForLoadState('networkidle');
    return page;
  }

  test.each(['en-GB', 'zh-CN'])(
    'each kind is told in words (%s)',
    async (locale) => {
      const { toConfirm } = (await second.get('/approvals')).body as { toConfirm: { kind: string }[] };
      expect([...new Set(toConfirm.map(({ kind }) => kind))].toSorted()).toEqual([...APPROVAL_KINDS].toSorted());
      const page = await opened(locale);
      const rows = page.locator('main tbody tr');
      expect(await rows.count()).toBe(toConfirm.length);
      for (const row of await rows.all()) {
        expect(await row.innerText()).not.toMatch(DEVELOPERS_WORD);
        await row.getByRole('button').click();
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        expect(await dialog.innerText()).not.toMatch(DEVELOPERS_WORD);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      }
      const { violations } = await accessibilityOf(page).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.context().close();
    },
    120_000,
  );
});

/** Whatever the contract lets somebody propose; each answer says that a second person is asked. */
async function proposeOneOfEach(api: TestApi, past: Past): Promise<void> {
  const { office, db } = api;
  const [manager, administrator, clerk] = [
    await api.asNew(['manager']),
    await api.asNew(['administrator']),
    await api.asNew(['clerk']),
  ];
  const says = (by: Caller, transferId: string, fact: object) =>
    by.post(`/transfers/${transferId}/facts`, fact, aKey());
  const atTheForm = await anAcceptedTransfer(db, office);
  const the = walk(db, office, atTheForm);
  await sendLetter(the);
  await letterArrives(the);
  const { creditId, partId } = past.suspense;
  const corrected = { kind: 'corrected', note: '有误' };
  const rest = [{ from: '2026-12-16', to: '2026-12-17' }];
  const answers = [
    await manager.post(`/credits/${creditId}/return`, { partId, reasonCode: 'F07', note: '误划' }, aKey()),
    await says(clerk, past.done, {
      ...corrected,
      correctsSeq: past.entered,
      correctedOccurredAt: '2026-11-20T10:02:00+08:00',
    }),
    await says(clerk, past.overDefects, {
      ...corrected,
      correctsSeq: past.formReceived,
      correctedForm: { ...BROKEN, formNo: 'F2' },
    }),
    await says(clerk, atTheForm, {
      kind: 'infoFormReceived',
      form: { ...V2, years: [{ ...V2.years[0], baseFen: null, baseReason: '单位欠缴' }, OF_2024] },
    }),
    await says(manager, past.overDefects, { kind: 'booked', note: '对方已说明' }),
    await administrator.send('PATCH', `/staff/${office.staff.finance}`, { roles: ['finance', 'reviewer'] }),
    await administrator.post('/staff', { username: 'a-new-one', displayName: '新同事', roles: ['accountClerk'] }),
    await administrator.post(`/staff/${office.staff.reviewer}/password`),
    await administrator.send('PUT', '/bank-accounts', {
      items: [
        { number: '6222 0000-1111', name: '收入户' },
        { number: '622200002222', name: '' },
      ],
    }),
    await administrator.send('PUT', '/interest-rates/2025', { basisPoints: 151, source: '更正通知' }),
    await administrator.send('PUT', '/office-rules', {
      name: 'accept',
      direction: 'in',
      procedureType: 'employee',
      value: 10,
      source: '服务承诺',
      fromDay: '2027-01-04',
    }),
    await administrator.send('PUT', '/office', {
      name: '样例区社会保险经办中心',
      telephone: '010-66005678',
      opensAt: '08:30',
      closesAt: '17:30',
      noticeMode: 'weekly',
      noticeWeekday: 3,
      noticeTo: 'both',
      smsPrefixes: ['+852'],
    }),
    await administrator.send('PUT', '/calendar/2026', { notice: '补发通知', supplements: true, rest, work: [] }),
    await clerk.send(
      'PATCH',
      `/transfers/${past.overDefects}/identity`,
      { idNumber: aResidentId(), note: '身份证号录入有误' },
      aKey(),
    ),
    await releases(manager, past.done),
  ];
  for (const { status, text } of answers) expect([201, 202], text).toContain(status);
  await brings({ api, past, me: manager, myId: '' }, 'ledgerIn', ROWS.ledgerIn);
}

/** Funds of another month, which the second person reads too. */
async function releases(by: Caller, transferId: string) {
  const payee = { payeeName: '样例市社会保险中心', payeeAccount: '0200000000000000000' };
  const { body } = await by.post('/remittances', { transferId, ...payee, amountFen: 100_00 }, aKey());
  const address = `/remittances/${body.id as string}`;
  await by.post(`${address}/facts`, { kind: 'applied' }, aKey());
  await by.post(`${address}/facts`, { kind: 'funded', month: '2026-10', note: '上月结余' }, aKey());
  return by.post(`${address}/release`, { note: '可以付款' }, aKey());
}
