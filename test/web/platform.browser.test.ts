/** The national platform beside ours, and the directory of agencies, in a real browser. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { counterparts } from './mock-counterparts.ts';
import { UNKNOWN_ID } from './mock-transfers.ts';

const DIFFERENCE = {
  id: UNKNOWN_ID,
  kind: 'statusDiffers',
  direction: 'out',
  serial: 'QG00000003',
  areaCode: '330100',
  arrivedAt: '2026-06-01T01:30:00Z',
  transferId: null,
  caseNo: null,
  counterpart: '样例市中心',
  theirs: 'returned',
  ours: 'inHand',
  firstOn: '2026-06-05',
  owner: { id: UNKNOWN_ID, displayName: 'Clerk 1', post: '受理岗' },
  settledAt: null,
  note: '',
};
const DAY = {
  listedOn: '2026-06-08',
  sides: [
    { direction: 'in', there: 3, here: 3, overdueThere: 0, overdueHere: 0 },
    { direction: 'out', there: 12, here: 11, overdueThere: 2, overdueHere: 1 },
  ],
  items: [DIFFERENCE],
};

describe.skipIf(!chromiumExecutable())('beside ours', () => {
  const inBrowser = consoleInBrowser();

  test('both numbers stand side by side, and a difference is settled with what it was', async () => {
    const { page, open } = inBrowser();
    let said: unknown;
    await page.route(/\/platform-differences(\?|$)/, (asked) => {
      const settled = { ...DIFFERENCE, settledAt: '2026-06-08T03:00:00Z', note: 'sent anew' };
      return asked.fulfill({ json: said === undefined ? DAY : { ...DAY, items: [settled] } });
    });
    await page.route('**/platform-differences/*/settling', (asked) => {
      said = asked.request().postDataJSON();
      return asked.fulfill({ status: 204 });
    });
    await open('/app/platform');
    await page.getByText('Out, overdue').waitFor();
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(['3 / 3', '0 / 0', '12 / 11', '2 / 1']);
    const row = page.getByRole('row').filter({ hasText: 'QG00000003' });
    expect(await row.innerText()).toMatch(/Another status.*Returned.*In hand.*Clerk 1/s);
    await row.getByRole('button').click();
    await page.getByLabel('What it was').fill('sent anew');
    await page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
    await row.getByText('sent anew').waitFor();
    expect(said).toEqual({ note: 'sent anew' });
    expect(await row.getByRole('button').count()).toBe(0);
  });

  test('an agency that is no more is seen with who goes on for it', async () => {
    const { page, open } = inBrowser();
    const gone = {
      ...counterparts[0],
      validUntil: '2020-06-30',
      successor: { areaCode: '330100', name: '样例后继中心' },
      hasAccount: true,
    };
    await page.route(/\/counterparts(\?|$)/, (asked) => asked.fulfill({ json: { items: [gone, counterparts[1]] } }));
    await open('/app/settings');
    const row = page.getByRole('row').filter({ hasText: '样例后继中心' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Basic pension.*Until 2020-06-30.*Then/s);
  });
});
