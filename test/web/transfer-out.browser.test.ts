/** A transfer-out on its page: the form that follows from the rows, what is told in writing, the second person before our form, rows and receipts by hand. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { FORM } from './mock-entry.ts';
import { OUT_ID } from './mock-incoming.ts';
import { me } from './mock-office.ts';
import { OUT_REVIEW_ID, outContributions } from './mock-out.ts';

const may = (...actions: string[]) => ({ ...me, actions: [...me.actions, ...actions] });

describe.skipIf(!chromiumExecutable())('a transfer-out', () => {
  const inBrowser = consoleInBrowser();

  test('has its steps, the papers that came and what is left to pay, and nothing of what only comes to us', async () => {
    const { page, open, violations } = inBrowser();
    await open(`/app/transfers/${OUT_ID}`);
    const line = page.getByRole('region', { name: 'The procedure' }).getByRole('listitem');
    await line.filter({ hasText: 'Info form made out' }).waitFor();
    expect(await line.locator('strong').allInnerTexts()).toEqual([
      'Check of the letter',
      'Info form made out',
      'Form reviewed by a second person',
      'Remittance check',
      'Money out',
      'Form sent',
      'Relation here ends',
    ]);
    await page.getByRole('region', { name: 'Papers that came' }).getByText('沪社转2026-118').waitFor();
    await page
      .getByRole('region', { name: 'Our form and the money' })
      .getByText('Our form is not made out yet.')
      .waitFor();
    expect(await page.getByRole('region', { name: 'Money', exact: true }).count()).toBe(0);
    expect(await violations('main')).toEqual([]);
  });

  test('makes the form out from the rows: its lines are seen, none is typed', async () => {
    const { page, open, api, violations } = inBrowser();
    await open(`/app/transfers/${OUT_ID}`);
    await page.getByRole('button', { name: 'Make out the info form' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('34,206.44').waitFor();
    await dialog.getByText('Cannot move: 36 months paid on 2021-05-06').waitFor();
    expect(await violations('.ant-modal')).toEqual([]);
    await dialog.getByLabel('Form number (optional)').fill('XX-7');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(api.recorded[0]?.fact).toEqual({
      kind: 'infoFormIssued',
      formNo: 'XX-7',
      accountTotalFen: FORM.accountTotalFen,
      pooledFundFen: FORM.pooledFundFen,
      totalFen: FORM.totalFen,
      fromContributions: { transferredOn: '2026-06-08' },
    });
  });

  test('without rows takes the three lines as they are typed', async () => {
    const { page, open, api } = inBrowser();
    await page.route('**/contributions?*', (asked) =>
      asked.fulfill({ json: { ...outContributions, rows: [], form: null, notTransferable: [] } }),
    );
    await open(`/app/transfers/${OUT_ID}`);
    await page.getByRole('button', { name: 'Make out the info form' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('④ of the form').fill('200.00');
    await dialog.getByLabel('⑤ Pooled fund').fill('50');
    await dialog.getByLabel('⑥ of the form').fill('250');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(api.recorded[0]?.fact).toEqual({
      kind: 'infoFormIssued',
      accountTotalFen: 20_000,
      pooledFundFen: 5_000,
      totalFen: 25_000,
    });
  });

  test('is told in writing what cannot move, from the task itself', async () => {
    const { page, open, api } = inBrowser();
    await open(`/app/transfers/${OUT_ID}`);
    await page
      .getByRole('region', { name: 'Tasks' })
      .getByRole('button', { name: 'Record that the person was told' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(api.recorded[0]?.fact).toEqual({ kind: 'untransferableTold', channel: 'letter' });
  });

  test('has its form read by the second person beside what the office computes of it', async () => {
    const { page, open, api, violations } = inBrowser();
    await open(`/app/transfers/${OUT_REVIEW_ID}/entry`);
    await page.getByText('XX-7').first().waitFor();
    await page.getByRole('row', { name: /⑥/ }).getByText('34,206.44').first().waitFor();
    expect(await page.getByText('no money has come yet').count()).toBe(0);
    expect(await violations('main')).toEqual([]);
    await page.getByRole('button', { name: 'Record: approved' }).click();
    await expect.poll(() => api.recorded.length).toBe(1);
    expect(api.recorded[0]?.fact).toEqual({ kind: 'secondReviewed', outcome: 'approved' });
  });

  test('has rows entered by hand, one year after the other, with what is wrong at each field', async () => {
    const { page, open, violations } = inBrowser();
    await page.route('**/me', (asked) => asked.fulfill({ json: may('enterContributions') }));
    const sent: unknown[] = [];
    await page.route(/\/contributions$/, (asked) => {
      if (asked.request().method() !== 'POST') return asked.fallback();
      sent.push(asked.request().postDataJSON());
      const errors = [{ field: 'rows.1.baseFen', code: 'baseZero', message: 'A wage base is never zero.' }];
      const refused = { type: '/problems/invalid', title: 'invalid', status: 422, instance: 'req-2', errors };
      return sent.length === 1
        ? asked.fulfill({ status: 422, contentType: 'application/problem+json', json: refused })
        : asked.fulfill({ json: outContributions });
    });
    await open(`/app/transfers/${OUT_ID}`);
    await page.getByRole('button', { name: 'Enter contributions' }).click();
    const dialog = page.getByRole('dialog');
    const [first, second] = [
      dialog.getByRole('group', { name: 'Span 1' }),
      dialog.getByRole('group', { name: 'Span 2' }),
    ];
    for (const [label, text] of [
      ['Area code of the place', '110102'],
      ['From month', '202301'],
      ['To month', '202312'],
      ['Monthly base', '10000'],
      ['Paid by the employer', '19,200'],
      ['Paid by the person', '9600'],
      ['Into the account', '9600'],
    ])
      await first.getByLabel(label!, { exact: true }).fill(text!);
    await dialog.getByRole('button', { name: 'Another span' }).click();
    expect(await second.getByLabel('From month').inputValue()).toBe('202401');
    await second.getByLabel('Monthly base').fill('0');
    expect(await violations('.ant-modal')).toEqual([]);
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await second.locator('.ant-form-item-explain-error').waitFor();
    await second.getByLabel('Monthly base').fill('11000');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(sent[1]).toMatchObject({
      rows: [
        {
          areaCode: '110102',
          fromMonth: '202301',
          toMonth: '202312',
          nature: 'regular',
          baseFen: 1_000_000,
          employerFen: 1_920_000,
          personalFen: 960_000,
          creditedFen: 960_000,
          interestFen: null,
        },
        { areaCode: '110102', fromMonth: '202401', toMonth: '202412', baseFen: 1_100_000 },
      ],
    });
  });

  test('a receipt of the core system that came on paper is kept, with what it amounts to', async () => {
    const { page, open } = inBrowser();
    await page.route('**/me', (asked) => asked.fulfill({ json: may('readCore', 'exchangeWithCore') }));
    let said: unknown;
    await page.route('**/core/receipts', (asked) => {
      said = asked.request().postDataJSON();
      const kept = { id: OUT_ID, serial: 'BZ17', transferId: null, amountFen: 100, bookedOn: '2026-06-08' };
      return asked.fulfill({
        status: 201,
        json: { ...kept, verdict: 'unknown', source: 'hand', receivedAt: '2026-06-08T02:24:00Z' },
      });
    });
    await open('/app/core');
    await page.getByRole('button', { name: 'Record a receipt' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Serial of the receipt').fill('BZ17');
    await dialog.getByLabel('Case or form that it answers').fill('IN20260600001');
    await dialog.getByLabel('Amount').fill('34,206.44');
    await dialog.getByLabel('Booked on').fill('2026-06-08');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('Kept BZ17: for nobody known').waitFor();
    expect(said).toEqual({ serial: 'BZ17', answers: 'IN20260600001', amountFen: 3_420_644, bookedOn: '2026-06-08' });
  });
});
