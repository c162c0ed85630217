/** The second person: paper, entry and recomputation side by side; what is clean, together. */
import { describe, expect, test } from 'vitest';
import { chromiumExecutable } from '../support/browser.ts';
import { consoleInBrowser } from './console-in-browser.ts';
import { BARRED_ID, CLEAN_IDS, entryRows, recorded, REVIEW_ID, SCAN } from './mock-entry.ts';

describe.skipIf(!chromiumExecutable())('the review', () => {
  const inBrowser = consoleInBrowser();
  const begin = async (address: string): Promise<void> => {
    const { page, open } = inBrowser();
    await page.route('**/papers/*', (asked) => asked.fulfill({ contentType: 'image/svg+xml', body: SCAN }));
    await open(address);
  };

  test('shows what differs first, in words, and leads to its cell', async () => {
    const { page, violations } = inBrowser();
    await begin(`/app/transfers/${REVIEW_ID}/entry`);
    await page.getByText('⑥ 54.00 less than the money that came').waitFor();
    const differences = page.locator('.findings-box');
    await differences.getByText('computed 206.44, found 206.88, 0.44 more than computed').waitFor();
    await differences.getByRole('link', { name: /Row 1: interest/ }).press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('compared_years_0_interestFen');
    const row = page.getByRole('table', { name: 'Yearly rows' }).getByRole('row', { name: /^1 / });
    expect(await row.textContent()).toContain('206.88↳ Recomputed 206.44');
    expect(await violations('main')).toEqual([]);
  });

  test('sends back with a reason of the step, and approves without one', async () => {
    const { page } = inBrowser();
    const facts: unknown[] = [];
    await page.route('**/facts', (asked) => {
      facts.push(asked.request().postDataJSON());
      return asked.fulfill({ status: 201, json: recorded(REVIEW_ID, 'secondReviewed', 'secondReview') });
    });
    await begin(`/app/transfers/${REVIEW_ID}/entry`);
    await page.getByRole('button', { name: 'Instead: sent back' }).click();
    await page.getByRole('button', { name: 'Record: sent back' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByRole('combobox', { name: 'Reason' }).fill('S05');
    await page.getByRole('option', { name: /S05/ }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Recorded: Second-person review').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Record: approved' }).click();
    await expect
      .poll(() => facts)
      .toEqual([
        { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: 'S05' },
        { kind: 'secondReviewed', outcome: 'approved' },
      ]);
  });

  test('is barred to who made the entry, and says so before anything is tried', async () => {
    const { page, violations } = inBrowser();
    await begin(`/app/transfers/${BARRED_ID}/entry`);
    await page.getByText('nobody reviews their own entry').waitFor();
    expect(await page.getByRole('button', { name: /^Record/ }).count()).toBe(0);
    expect(await violations('main')).toEqual([]);
  });

  test('takes the clean forms together; a refused one says why, and the others go on', async () => {
    const { page, url, violations } = inBrowser();
    let waiting = [...CLEAN_IDS, REVIEW_ID];
    await page.route(`${url}/transfers?*`, (asked) => asked.fulfill({ json: entryRows(waiting) }));
    const refused = { type: '/problems/already-decided', title: 'Somebody was first', status: 409 };
    await page.route('**/facts', (asked) => {
      const id = asked.request().url().split('/').at(-2)!;
      if (id === CLEAN_IDS[0]) return asked.fulfill({ status: 409, json: refused });
      waiting = waiting.filter((one) => one !== id);
      return asked.fulfill({ status: 201, json: recorded(id, 'secondReviewed', 'secondReview') });
    });
    await begin('/app/clean-forms');
    await page.getByRole('heading', { level: 2, name: '2 forms' }).waitFor();
    await page.getByText('1 more review has something to look at').waitFor();
    await page.getByLabel('Choose all').check();
    expect(await violations('main')).toEqual([]);
    await page.getByRole('button', { name: 'Confirm the chosen (2)' }).click();
    await page.getByText('1 form is confirmed.').waitFor();
    await page.getByRole('alert').filter({ hasText: 'This was decided already.' }).waitFor();
  });

  test.each(['zh-CN', 'en'])('in %s passes axe and scrolls no page sideways, wide and narrow', async (language) => {
    const { page, violations } = inBrowser();
    await page.addInitScript(`localStorage.setItem('baton.language', '${language}')`);
    for (const address of [`/app/transfers/${REVIEW_ID}/entry`, `/app/transfers/${BARRED_ID}/entry?form=new`]) {
      for (const width of [1280, 640, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await begin(address);
        await page.getByRole('img', { name: '信息表' }).waitFor();
        await page.locator('.entry-form h2').first().waitFor();
        expect(await violations('body')).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
          0,
        );
      }
    }
  });
});
