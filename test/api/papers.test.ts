import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let id: string;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  id = await anAcceptedTransfer(api.db, api.office);
});
afterAll(() => api.stop());

const PDF = Buffer.from('%PDF-1.7\nthe certificate of 王某\n%%EOF');

function upload(
  content: Buffer | string,
  fields: Record<string, string> = { kind: 'certificate' },
  to = id,
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (typeof content === 'string') body.append('file', content);
  else body.append('file', new Blob([new Uint8Array(content)]), 'scan.exe');
  return clerk.raw(`/transfers/${to}/papers`, { method: 'POST', body });
}

test('a paper is kept sealed, comes back byte for byte, and who looked is recorded', async () => {
  const added = await upload(PDF);
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ kind: 'certificate', mediaType: 'application/pdf', byteLength: PDF.length });
  const stored = await api.db.selectFrom('papers').selectAll().executeTakeFirstOrThrow();
  expect(stored.content_sealed.includes('%PDF')).toBe(false);

  const read = await clerk.get(`/transfers/${id}/papers/${added.body.id as string}`);
  expect(read.status).toBe(200);
  expect(read.text).toBe(PDF.toString());
  expect(read.headers.get('Content-Type')).toBe('application/pdf');
  expect(read.headers.get('Cache-Control')).toBe('no-store');
  // Beside the form that is copied from it; nobody else's page may show it.
  expect(read.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'");
  await api.lookUps.flush();
  const look = await api.db.selectFrom('look_ups').selectAll().executeTakeFirstOrThrow();
  expect(look).toMatchObject({ kind: 'paper', staff_id: api.office.staff.clerk, transfer_ids: [id] });
  expect((await clerk.get(`/transfers/${id}`)).body.papers).toEqual([added.body]);
});

test('the same file twice is one paper', async () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('same')]);
  const [first, again] = [await upload(png), await upload(png)];
  expect(again.body).toEqual(first.body);
});

test('what a file is, is told from its bytes and not from its name', async () => {
  const answer = await upload(Buffer.from('MZ an executable'));
  expect(answer.status).toBe(415);
  expect(answer.body.type).toBe('/problems/unsupported-file');
  expect(fieldsOf(answer)).toEqual(['file: mediaType']);
});

test('a scanner may write something before the header of its PDF', async () => {
  const pdf = (before: string) => upload(Buffer.from(`${before}%PDF-1.4\ntrailer<<>>\n%%EOF`));
  expect((await pdf('\ufeff')).body).toMatchObject({ mediaType: 'application/pdf' });
  expect((await pdf('\r\n')).status).toBe(201);
  expect((await pdf('<html><script>alert(1)</script>')).status).toBe(415);
  expect((await pdf(' '.repeat(1024))).status).toBe(415);
});

test('an empty file, text in its place and a missing kind are defects', async () => {
  expect(fieldsOf(await upload(Buffer.alloc(0)))).toEqual(['file: empty']);
  expect(fieldsOf(await upload('just text'))).toEqual(['file: missing']);
  expect(fieldsOf(await upload(PDF, {}))).toEqual(['kind: missing']);
});

test('a paper of more than ten megabytes is too large', async () => {
  const answer = await upload(Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]));
  expect(answer.status).toBe(413);
});

test('a paper belongs to its transfer alone', async () => {
  const other = await anAcceptedTransfer(api.db, api.office);
  const { body } = await upload(Buffer.concat([PDF, Buffer.from('other')]));
  expect((await clerk.get(`/transfers/${other}/papers/${body.id as string}`)).status).toBe(404);
  expect((await upload(PDF, { kind: 'certificate' }, crypto.randomUUID())).status).toBe(404);
});
