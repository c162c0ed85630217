/** Random samples by a seed, which anybody can draw again, and each case of one as a package. */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { livedIn, type LivedInOffice } from '../builders/lived-in-office.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import { createSession } from '../../db/office/sessions.ts';
import { addPaper } from '../../db/forms/papers.ts';
import { testKeyring } from '../builders/office.ts';
import { aKey, fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let manager: Caller;
let lived: LivedInOffice;
const PDF = Buffer.from('%PDF-1.7\n扫描件');

beforeAll(async () => {
  api = await startApi();
  await standClockAt(api.db, '2026-06-10T10:00:00+08:00');
  lived = await livedIn(api.db, api.office);
  manager = await api.as('manager');
  await addPaper(api.db, testKeyring, {
    officeId: api.office.officeId,
    transferId: lived.transfers.booked,
    kind: '申请表',
    mediaType: 'application/pdf',
    content: PDF,
    byStaffId: api.office.staff.clerk,
  });
});
afterAll(() => api.stop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of every list
type Row = any;
const ASKED = { basis: 'closed', from: '2026-06-01', to: '2026-06-10', size: 3, seed: 'bureau-2026-1' };
const draw = (change: object = {}, key = aKey()): Promise<Answer> =>
  manager.post('/audit-samples', { ...ASKED, ...change }, key);
const numbers = (items: Row[]): string[] => items.map(({ caseNo }) => caseNo);
const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

async function closedCaseNumbers(): Promise<string[]> {
  const { rows } = await sql<{ case_no: string }>`select case_no from cases
    where id in (select case_id from transfers where closed_at is not null) order by case_no collate "C"`.execute(
    api.db,
  );
  return rows.map((row) => row.case_no);
}

describe('a sample', () => {
  test('is what anybody draws who has the numbers and the seed', async () => {
    const { status, body } = await draw();
    expect(status).toBe(201);
    const population = await closedCaseNumbers();
    const byHand = [...population].sort((a, b) =>
      sha256(`${ASKED.seed}:${a}`) < sha256(`${ASKED.seed}:${b}`) ? -1 : 1,
    );
    expect(numbers(body.items)).toEqual(byHand.slice(0, 3));
    expect([body.population, body.populationSha256]).toEqual([5, sha256(population.map((no) => `${no}\n`).join(''))]);
    expect(body).toMatchObject({ drawnAgain: 'same', by: { id: api.office.staff.manager } });
  });

  test('is the same for the same seed, and for another one another', async () => {
    const same = (await draw({ size: 5 })).body.items;
    expect(numbers((await draw({ size: 5 })).body.items)).toEqual(numbers(same));
    expect(numbers((await draw({ size: 5, seed: 'other' })).body.items)).not.toEqual(numbers(same));
    expect(numbers((await draw({ size: 500 })).body.items)).toEqual(numbers(same));
  });

  test('is of those accepted, or of one direction, if that is asked for', async () => {
    expect((await draw({ basis: 'accepted', size: 50 })).body.items).toHaveLength(8);
    expect(fieldsOf(await draw({ direction: 'out' }))).toEqual(['from: nothingToDrawFrom']);
    expect(fieldsOf(await draw({ from: '2026-06-10', to: '2026-06-01' }))).toEqual(['to: beforeFrom']);
    expect(fieldsOf(await draw({ to: '2026-06-11' }))).toEqual(['to: future']);
    expect((await draw({ seed: '张三' })).status).toBe(422);
  });

  test('asked for twice with one key is one, and is listed page by page', async () => {
    const key = aKey();
    const [one, other] = [await draw({ seed: 'K' }, key), await draw({ seed: 'K' }, key)];
    expect(other.body.id).toBe(one.body.id);
    expect((await draw({ seed: 'L' }, key)).status).toBe(409);
    const all = (await manager.get('/audit-samples')).body.items;
    const first = (await manager.get('/audit-samples?limit=2')).body;
    const rest = (await manager.get(`/audit-samples?cursor=${first.next as string}`)).body;
    expect([...first.items, ...rest.items].map(({ id }: Row) => id)).toEqual(all.map(({ id }: Row) => id));
  });

  test('keeps its cases, and says that others would be drawn when one is not closed any more', async () => {
    const { body } = await draw({ size: 5 });
    const { withdrawn } = lived.transfers;
    const before = await api.db
      .selectFrom('transfers')
      .selectAll()
      .where('id', '=', withdrawn)
      .executeTakeFirstOrThrow();
    const set = (change: object) => api.db.updateTable('transfers').set(change).where('id', '=', withdrawn).execute();
    await set({ closed_at: null, closing: null });
    const again = (await manager.get(`/audit-samples/${body.id as string}`)).body;
    await set({ closed_at: before.closed_at, closing: before.closing });
    expect([again.drawnAgain, numbers(again.items)]).toEqual(['populationChanged', numbers(body.items)]);
  });
});

describe('a package', () => {
  let at: string;
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    const { body } = await draw({ size: 5 });
    const { caseId } = body.items.find(({ transferId }: Row) => transferId === lived.transfers.booked);
    at = `/audit-samples/${body.id as string}/cases/${caseId as string}/package`;
    files = unzipSync(await bytesOf(at));
  });

  async function bytesOf(path: string): Promise<Uint8Array> {
    const token = newToken();
    await createSession(api.db, api.office.staff.manager, hashToken(token));
    const answer = await fetch(api.url + path, { headers: { Authorization: `Bearer ${token}` } });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/zip']);
    return new Uint8Array(await answer.arrayBuffer());
  }
  const json = (name: string): Row => JSON.parse(strFromU8(files[name]!));

  test('holds the case, its events and its papers as they came, each named with its sum', () => {
    expect(Object.keys(files)).toEqual([
      'case.json', 'transfer-1/events.json', 'transfer-1/papers/001.pdf', 'contents.json',
    ]); // prettier-ignore
    expect(Buffer.from(files['transfer-1/papers/001.pdf']!)).toEqual(PDF);
    for (const { path, bytes, sha256: sum } of json('contents.json').files)
      expect([path, files[path as string]!.length, sha256(files[path as string]!)]).toEqual([path, bytes, sum]);
    const [transfer] = json('case.json').transfers;
    expect(transfer).toMatchObject({
      id: lived.transfers.booked,
      person: { name: '样例甲', inFull: { mobile: '13900000000' } },
    });
    expect(transfer.statusCode).toBeUndefined();
  });

  test('carries a chain of sums over every event', async () => {
    const { events } = json('transfer-1/events.json');
    const { items } = (await manager.get(`/transfers/${lived.transfers.booked}/events?limit=200`)).body;
    expect(events.map(({ event }: Row) => event.seq)).toEqual(items.map(({ seq }: Row) => seq));
    let before = '';
    for (const { event, sha256: sum } of events) {
      before = sha256(`${before}\n${JSON.stringify(event)}`);
      expect(sum).toBe(before);
    }
  });

  test('is noted with who took it', async () => {
    const { items } = (await manager.get(`/look-ups?transferId=${lived.transfers.booked}`)).body;
    expect(items.filter(({ kind }: Row) => kind === 'casePackage')).toMatchObject([
      { by: { id: api.office.staff.manager } },
    ]);
  });

  test('is of a case of this sample, for the manager', async () => {
    expect((await manager.get(at.replace(/cases\/[^/]+/, 'cases/00000000-0000-4000-8000-000000000000'))).status).toBe(
      404,
    );
    expect((await (await api.as('reviewer')).get(at)).status).toBe(403);
  });
});
