/** The letter clerk's lists: what is under way, what came back, and the letters of a day as a table for another program. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
const waybills = ['5100000000001', '5100000000002', '5100000000003', '5100000000004', '5100000000005'] as const;
const [UNDER_WAY, SILENT, RETURNED, LOST, SENT_AGAIN] = waybills;

beforeAll(async () => {
  api = await startApi();
  await standClockAt(api.db, '2026-03-11T10:00:00+08:00');
  clerk = await api.as('letterClerk');
  await sent(UNDER_WAY, '2026-03-10');
  await sent(SILENT, '2026-03-03');
  const returned = await sent(RETURNED, '2026-03-04');
  await returned.say('letterClerk', { kind: 'letterReturned', reasonCode: 'M01' });
  await returned.open('liaisonLetter', 2);
  await (await sent(LOST, '2026-03-05')).say('letterClerk', { kind: 'letterLost' });
  const again = await sent(SENT_AGAIN, '2026-03-05');
  await again.say('letterClerk', { kind: 'letterReturned', reasonCode: 'M02' });
  await again.open('liaisonLetter', 2);
  await again.say('letterClerk', {
    kind: 'letterSent',
    channel: 'ems',
    waybill: '5100000000006',
    postedOn: '2026-03-10',
  });
  await (await sent('5100000000007', '2026-03-04')).say('letterClerk', { kind: 'letterDelivered' });
}, 60_000);
afterAll(() => api.stop());

async function sent(waybill: string, postedOn: string) {
  const id = await anAcceptedTransfer(api.db, api.office, { occurredAt: new Date('2026-03-02T09:00:00+08:00') });
  const the = walk(api.db, api.office, id);
  await the.open('review');
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.open('liaisonLetter');
  await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill, postedOn });
  await the.open('delivery');
  return the;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a page of letters
const read = async (query: string): Promise<any> => {
  const { status, body } = await clerk.get(`/letters?${query}`);
  expect(status).toBe(200);
  return body;
};
const numbers = async (query: string): Promise<string[]> =>
  (await read(query)).items.map(({ waybill }: { waybill: string }) => waybill);

describe('letters that are awaited', () => {
  test('are those whose delivery the open step waits for, the first posted first, with office and count', async () => {
    const page = await read('awaits=arrival');
    expect(page.items.map(({ waybill }: { waybill: string }) => waybill)[0]).toBe(SILENT);
    expect(page.items.map(({ waybill }: { waybill: string }) => waybill).sort()).toEqual([
      UNDER_WAY,
      SILENT,
      '5100000000006',
    ]);
    expect(page.count).toBe(3);
    expect(page.items[0]).toMatchObject({
      counterpart: { areaCode: '310000' },
      openStep: {
        step: 'delivery',
        attempt: 1,
        owner: { displayName: expect.stringMatching(/^letterClerk/) as string },
      },
    });
  });

  test('come page by page, each once, and the count is that of all', async () => {
    const found: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await read(`awaits=arrival&limit=1${next && `&cursor=${next}`}`);
      expect(page.count).toBe(3);
      found.push(...page.items.map(({ waybill }: { waybill: string }) => waybill));
      next = page.next as string | null;
    }
    expect(found).toEqual(await numbers('awaits=arrival'));
    expect(found).toHaveLength(3);
  });

  test('are silent or not, and a number without a letter is none of them', async () => {
    const page = await read('awaits=arrival&silent=true');
    expect(page).toMatchObject({ count: 1, items: [{ waybill: SILENT, silent: true, parked: false }], next: null });
  });

  test('are to be sent again when they came back or were lost, until the next attempt has a letter', async () => {
    const { items, count } = await read('awaits=resending');
    expect(count).toBe(2);
    expect(items).toMatchObject([
      { waybill: RETURNED, state: 'returned', failureCode: 'M01', openStep: { step: 'liaisonLetter', attempt: 2 } },
      { waybill: LOST, state: 'lost', failureCode: 'M03', openStep: { step: 'liaisonLetter', attempt: 2 } },
    ]);
    expect(await numbers('awaits=resending&state=returned')).toEqual([RETURNED]);
  });

  test('are counted where they are asked for only', async () => {
    expect(await read('state=posted')).not.toHaveProperty('count');
  });
});

describe('letters of a day', () => {
  test('are found by the day, and by how they went', async () => {
    expect((await numbers('postedOn=2026-03-10')).sort()).toEqual([UNDER_WAY, '5100000000006']);
    expect(await numbers('postedOn=2026-03-10&channel=platform')).toEqual([]);
    expect(await numbers('postedOn=2026-03-09&silent=true')).toEqual([]);
  });

  test('come as a table without a word about a person, and are noted as seen', async () => {
    const answer = await clerk.raw('/letters?postedOn=2026-03-10&channel=ems&format=csv', {});
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename=letters-2026-03-10.csv');
    const [head, ...rows] = answer.text.trimEnd().split('\r\n');
    expect(head).toBe('caseNo,areaCode,counterpart,letterNo,waybill,postedOn');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/^(IN\d{11}),310000,[^,]+,\1-[12]-1,51\d{11},2026-03-10$/);
    expect(answer.text).not.toContain('样例甲');
    const manager = await api.as('manager');
    const [noted] = (await manager.get(`/look-ups?staffId=${api.office.staff.letterClerk}`)).body.items;
    expect([noted.kind, noted.transferIds.length]).toEqual(['letters', 2]);
  });

  test('come as a table of one day only', async () => {
    const answer = await clerk.get('/letters?format=csv');
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['postedOn: missing']]);
  });
});
