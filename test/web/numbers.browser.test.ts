/** Every number of Today and of the figures in a real browser, before a real office: it opens its list, and the list is as long or as much as it says. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { aCountedOffice } from '../builders/counted-office.ts';
import { inParallel } from '../../domain/in-parallel.ts';
import { accessibilityOf } from '../support/accessibility.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';
import { chromiumExecutable, launchBrowser } from '../support/browser.ts';
import { builtConsole } from '../support/servers.ts';

/** Panels, lines or words with numbers that open nothing, each with the reason. */
const OPENS_NOTHING: readonly (readonly [RegExp, string])[] = [
  [/^\s*(–|[\d.]+\s?%)/, 'a rate, beside its numerator and denominator, which do'],
  [/^Mean working days/, 'a mean over the completed, which are a line of their own'],
  [/^Share over the platform/, 'a rate of the two lines above it'],
  [/^\d+–\d+$|or more$/, 'where a line of the table begins and ends'],
  [
    /^Violations|^Transfers that stand still|^Facts |^[a-z]+(-[a-z]+)+ \d+$/,
    'the checker’s and the machine’s; the runbook says what to do',
  ],
];

interface NumberLink {
  readonly href: string;
  readonly shown: string;
}

/** The largest of each page and set of filters: that each number is its list, `test/api/numbers.test.ts` asks of all of them. */
function byShape(links: readonly NumberLink[], ofEach = 2): NumberLink[] {
  const shapeOf = ({ href }: NumberLink): string => {
    const { pathname, searchParams } = new URL(href, 'http://localhost');
    return [pathname, ...searchParams.keys()].join(' ');
  };
  const size = ({ shown }: NumberLink): number => Number(shown.replaceAll(/[.,]/g, ''));
  const largest = [...links].sort((one, other) => size(other) - size(one));
  return largest.filter((link, at) => {
    const before = largest.slice(0, at).filter((other) => shapeOf(other) === shapeOf(link));
    return before.length < ofEach && !before.some(({ href }) => href === link.href);
  });
}

describe.skipIf(!chromiumExecutable())('the numbers of Today and of the figures', () => {
  let api: TestApi;
  let browser: Browser;
  let context: BrowserContext;
  let before: string;
  beforeAll(async () => {
    const webFolder = await builtConsole();
    [api, browser] = await Promise.all([startApi({ webFolder }), launchBrowser()]);
    ({ before } = await aCountedOffice(api));
    const { body } = await api.anonymous.post('/sessions', { username: 'manager', password: PASSWORD });
    context = await browser.newContext({
      locale: 'en-GB',
      extraHTTPHeaders: { Authorization: `Bearer ${body.token as string}` },
    });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  async function opened(path: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(api.url + path);
    return page;
  }

  test('each opens exactly what it counts or sums', async () => {
    const today = await opened(`/app/?month=${before.slice(0, 7)}`);
    await today.waitForLoadState('networkidle');
    await today.locator('details.other-reading').first().locator('summary').click();
    const links = await linksOn(today);
    expect(links.length).toBeGreaterThan(60);
    const few = byShape(links);
    expect(few.length).toBeGreaterThan(15);
    await expectEachIsItsList(few);
  }, 60_000);

  test.each([
    ['today', 90],
    ['the day after', 1],
    ['the day itself', 0],
  ])(
    'of the figures as of %s, each too',
    async (_, daysLater) => {
      const asOf = daysLater === 90 ? '' : `&asOf=${addDays(before, daysLater)}`;
      const all: NumberLink[] = [];
      for (const view of ['rates', 'groups', 'times', 'volume', 'sheet']) {
        const page = await opened(`/app/figures?view=${view}&month=${before.slice(0, 7)}${asOf}`);
        await page.locator('main .month-paper').waitFor({ state: 'attached' });
        await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
        all.push(...(await linksOn(page)));
        await page.close();
      }
      expect(all.length).toBeGreaterThan(120);
      const behind = all.filter(({ href }) => href.startsWith('/app/cases'));
      if (daysLater < 90) expect(behind.every(({ href }) => /asOf=/.test(href))).toBe(true);
      await expectEachIsItsList(byShape(all, 1));
    },
    120_000,
  );

  test.each(['cases', 'volume', 'money', 'held-work', 'manual-decisions', 'bank', 'post', 'staff', 'settings'])(
    'the list %s passes axe, and fits a narrow screen',
    async (name) => {
      const page = await opened(`/app/${name}`);
      await page.locator('main table.data tbody tr, main .empty').first().waitFor();
      const axe = accessibilityOf(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.close();
    },
    60_000,
  );

  /** What stands on a page, with the list that each opens; one that opens none has its reason. */
  async function linksOn(page: Page): Promise<NumberLink[]> {
    const numbers = await page.locator('main .number').evaluateAll((all) =>
      all
        .filter((one) => !one.querySelector('.number') && one.getClientRects().length > 0)
        .map((one) => {
          const label = one.closest('dd')?.previousElementSibling ?? one.closest('li') ?? one.closest('tr')?.cells[0];
          return {
            href: (one.closest('a') ?? one.querySelector('a'))?.getAttribute('href') ?? null,
            shown: one.textContent ?? '',
            label: label?.textContent ?? '',
          };
        }),
    );
    const hasReason = (text: string): boolean => OPENS_NOTHING.some(([pattern]) => pattern.test(text));
    const bare = numbers.filter(({ href }) => href === null);
    expect(bare.filter(({ shown, label }) => !hasReason(shown) && !hasReason(label))).toEqual([]);
    return numbers.flatMap(({ href, shown }) => (href === null ? [] : [{ href, shown }]));
  }

  async function expectEachIsItsList(links: readonly NumberLink[]): Promise<void> {
    const found = await inParallel(links, 4, async ({ href, shown }) => ({
      href,
      shown,
      listed: await listedAt(href, shown),
    }));
    expect(found.filter(({ shown, listed }) => shown !== listed)).toEqual([]);
  }

  /** As the number is written: how many rows, or what they come to. */
  async function listedAt(href: string, shown: string): Promise<string> {
    const page = await opened(href);
    await page.locator('main table.data tbody tr, main .empty').first().waitFor();
    const more = page.getByRole('button', { name: 'Show more' });
    while (await more.isVisible()) {
      await more.click();
      await page.waitForLoadState('networkidle');
    }
    const rows = await page.locator('main table.data tbody tr').allTextContents();
    const amounts = await page.locator('main table.data tbody tr td:last-child').allTextContents();
    await page.close();
    if (!shown.includes('.')) return String(rows.length);
    const fen = amounts.reduce((sum, text) => sum + Math.round(Number(text.replaceAll(',', '')) * 100), 0);
    return (fen / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 });
  }
});
