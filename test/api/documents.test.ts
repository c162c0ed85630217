/** Papers that leave: printed once, given back to the byte, replaced by version, checked by whoever receives them. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import { printDocument, type PrintAsked } from '../../api/handling/print-document.ts';
import { createSession } from '../../db/office/sessions.ts';
import type { Renderer } from '../../documents/render/renderer.ts';
import { testKeyring } from '../builders/office.ts';
import { residentId } from '../builders/persons.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { caller, fieldsOf, renderer, serveApp, startApi, type Caller, type TestApi } from '../support/api.ts';
import { pagesOf, textOf } from '../support/pdf.ts';

let api: TestApi;
let clerk: Caller;
let id: string;
beforeAll(async () => {
  api = await startApi({ publicUrl: 'https://office.example' });
  clerk = await api.as('clerk');
  id = await anAcceptedTransfer(api.db, api.office);
});
afterAll(() => api.stop());

const make = (body: object, to = id) => clerk.post(`/transfers/${to}/documents`, body);
async function fileOf(documentId: string, who = clerk): Promise<Buffer> {
  const answer = await who.bytes(`/documents/${documentId}/file`);
  expect(answer.status).toBe(200);
  return answer.body;
}
const listed = async (of = id) => (await clerk.get(`/transfers/${of}/documents`)).body.items;

describe('a slip', () => {
  test('is printed, kept sealed, and given back as it was printed, to the byte', async () => {
    const made = await make({ kind: 'acceptanceSlip' });
    expect([made.status, made.body], made.text).toEqual([
      201,
      expect.objectContaining({ version: 1, checkCode: null, replacedAt: null }),
    ]);
    const bytes = await fileOf(made.body.id);
    const { caseNo, person } = (await clerk.get(`/transfers/${id}`)).body;
    const text = await textOf(bytes);
    for (const said of ['受理回执', caseNo, person.name]) expect(text).toContain(said);
    const stored = await api.db.selectFrom('documents').selectAll().executeTakeFirstOrThrow();
    expect(stored.content_sealed.includes('%PDF')).toBe(false);
    expect(stored.content_sha256).toEqual(createHash('sha256').update(bytes).digest());

    const again = await make({ kind: 'acceptanceSlip' });
    expect([again.status, again.body]).toEqual([200, made.body]);
    expect((await fileOf(again.body.id)).equals(bytes)).toBe(true);
  });

  test('who looked is recorded, and a browser keeps nothing', async () => {
    const [{ id: documentId }] = await listed();
    const { headers } = await clerk.bytes(`/documents/${documentId}/file`);
    expect(headers.get('Content-Type')).toBe('application/pdf');
    expect(headers.get('Cache-Control')).toBe('no-store');
    await api.lookUps.flush();
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from look_ups where kind = 'document' and ${id} = any (transfer_ids)`.execute(api.db);
    expect(rows[0]!.n).toBeGreaterThan(0);
  });

  test('printed anew is a further version under the same number, and the old one is marked', async () => {
    const [before] = await listed();
    const anew = await make({ kind: 'acceptanceSlip', anew: true });
    expect([anew.status, anew.body.number, anew.body.version]).toEqual([201, before.number, 2]);
    const [now, old] = await listed();
    expect([now.id, now.replacedAt, old.id]).toEqual([anew.body.id, null, before.id]);
    expect(old.replacedAt).not.toBeNull();
    expect(await textOf(await fileOf(now.id))).toContain('第2版，原件作废');
    expect(await textOf(await fileOf(old.id))).not.toContain('第2版');
  });

  test('of two who print at once there is one', async () => {
    const other = await anAcceptedTransfer(api.db, api.office);
    const both = await Promise.all([make({ kind: 'acceptanceSlip' }, other), make({ kind: 'acceptanceSlip' }, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(both[0].body.id).toBe(both[1].body.id);
    expect(await listed(other)).toHaveLength(1);
  });

  test('what happens while it is drawn stands on it: it is read again', async () => {
    const other = await anAcceptedTransfer(api.db, api.office);
    let drawn = 0;
    const slow: Renderer = {
      ...renderer,
      render: async (paper) => {
        drawn += 1;
        if (drawn === 1) await clerk.post(`/transfers/${other}/status-code`, {});
        return renderer.render(paper);
      },
    };
    const { document } = await printDocument({ db: api.db, renderer: slow }, askedOf(other), { anew: false });
    expect(drawn).toBe(2);
    const { statusCode } = (await clerk.get(`/transfers/${other}`)).body;
    expect(await textOf(await fileOf(document.id))).toContain(statusCode);
    expect(await listed(other)).toHaveLength(1);
  });

  test('what goes on and on while it is drawn is said, and nothing is kept', async () => {
    const other = await anAcceptedTransfer(api.db, api.office);
    const neverDone: Renderer = {
      ...renderer,
      render: async (paper) => {
        await clerk.post(`/transfers/${other}/status-code`, {});
        return renderer.render(paper);
      },
    };
    const printed = printDocument({ db: api.db, renderer: neverDone }, askedOf(other), { anew: false });
    await expect(printed).rejects.toMatchObject({ refusal: 'changed-meanwhile' });
    expect(await listed(other)).toEqual([]);
  });
});

test('what was printed is given back to the byte by a later release, whatever it would print today', async () => {
  const transferId = await anAcceptedTransfer(api.db, api.office);
  const administrator = await api.asNew(['administrator']);
  const today = (await administrator.get('/clock')).body.officeDate as string;
  const words = (closing: string) =>
    administrator.send('PUT', '/document-templates', { kind: 'acceptanceSlip', words: { closing }, fromDay: today });
  expect((await words('从前的用语。')).status).toBe(200);
  const before = await make({ kind: 'acceptanceSlip' }, transferId);
  const bytes = await fileOf(before.body.id);
  expect(await textOf(bytes)).toContain('从前的用语');

  // Since then the office has other words, another seal, another number; and the next release draws otherwise.
  await words('今天的用语。');
  const letterhead = { address: '新址1号', postcode: '100000', sealText: '新的业务专用章', logoId: null };
  await administrator.send('PUT', '/office/letterhead', { ...letterhead, fromDay: today });
  await sql`update offices set telephone = '010-66009999'`.execute(api.db);
  const drawn: string[] = [];
  const nextRelease: Renderer = {
    ...renderer,
    render: async (paper) => {
      drawn.push(paper.kind);
      const { bytes: asToday, ...rest } = await renderer.render(paper);
      return { ...rest, bytes: Buffer.concat([asToday, Buffer.from('\n% drawn by Baton 99.0.0\n')]) };
    },
  };
  const next = await serveApp(api.db, { publicUrl: 'https://office.example' }, { renderer: nextRelease });
  const token = newToken();
  await createSession(api.db, api.office.staff.clerk, hashToken(token));
  const later = caller(next.url, { Authorization: `Bearer ${token}` });
  try {
    const again = await later.post(`/transfers/${transferId}/documents`, { kind: 'acceptanceSlip' });
    expect([again.status, again.body]).toEqual([200, before.body]);
    expect((await fileOf(before.body.id, later)).equals(bytes)).toBe(true);
    expect(drawn).toEqual([]);

    const anew = await later.post(`/transfers/${transferId}/documents`, { kind: 'acceptanceSlip', anew: true });
    expect([anew.body.number, anew.body.version, drawn]).toEqual([before.body.number, 2, ['acceptanceSlip']]);
    const newer = await fileOf(anew.body.id, later);
    expect(newer.toString('latin1')).toContain('Baton 99.0.0');
    for (const said of ['今天的用语', '新的业务专用章', '010-66009999']) expect(await textOf(newer)).toContain(said);
    // The one that it took the place of is still what was handed over.
    expect((await fileOf(before.body.id, later)).equals(bytes)).toBe(true);
  } finally {
    next.stop();
    await next.lookUps.stop();
  }
});

const askedOf = (transferId: string): PrintAsked => ({
  kind: 'acceptanceSlip',
  keyring: testKeyring,
  officeId: api.office.officeId,
  staffId: api.office.staff.clerk,
  transferId,
  subjectId: null,
  input: {},
  publicUrl: 'https://office.example',
});

describe('what nobody can print', () => {
  test('a notice of nothing, a promise without a day and one for yesterday are refused with all that is wrong', async () => {
    expect(fieldsOf(await make({ kind: 'missingMaterials' }))).toEqual(['input.materials: missing']);
    expect(fieldsOf(await make({ kind: 'promise' }))).toEqual([
      'input.materials: missing',
      'input.promisedOn: missing',
    ]);
    const past = await make({ kind: 'promise', input: { materials: ['户口簿'], promisedOn: '2020-01-01' } });
    expect(fieldsOf(past)).toEqual(['input.promisedOn: past']);
  });

  test('a refusal of what was not refused', async () => {
    const { status, body } = await make({ kind: 'notApproved' });
    expect([status, body.type]).toEqual([409, '/problems/not-due']);
  });

  test('a character that no font has: named by its number and page, and nothing is kept', async () => {
    const before = (await listed()).length;
    const { status, body, text } = await make({ kind: 'missingMaterials', input: { materials: ['𱍐的证明'] } });
    expect([status, body.type]).toEqual([422, '/problems/unprintable']);
    expect(body.errors).toEqual([
      expect.objectContaining({ code: 'missingGlyph', message: 'No font has U+31350 (page 1).' }),
    ]);
    expect(text).not.toContain('𱍐');
    expect(await listed()).toHaveLength(before);
  });
});

test('what is missing is told in writing, and a preview keeps nothing', async () => {
  const input = { materials: ['参保缴费凭证', '户口簿首页'], note: '请于周五前寄到' };
  const before = (await listed()).length;
  const preview = await clerk.bytes(`/transfers/${id}/documents/preview`, { kind: 'missingMaterials', input });
  expect(preview.status).toBe(200);
  expect(await textOf(preview.body)).toContain('预览不作凭证');
  expect(await listed()).toHaveLength(before);
  const made = await make({ kind: 'missingMaterials', input });
  const text = await textOf(await fileOf(made.body.id));
  for (const said of ['一次性告知书', '共2项', ...input.materials, input.note]) expect(text).toContain(said);
});

test('a request that was not taken up is refused on paper, under the number of its refusal', async () => {
  const application = {
    person: { name: '样例领', idNumber: residentId('1955-03-01', 7), mobile: '13900000000' },
    counterpartAreaCode: '310000',
    drawsPension: true,
  };
  const refusal = (await clerk.post('/refusals', { application, reasonCode: 'A02' })).body;
  const made = await clerk.post(`/refusals/${refusal.id}/documents`, {});
  expect([made.status, made.body.number, made.body.transferId], made.text).toEqual([201, refusal.refusalNo, null]);
  const text = await textOf(await fileOf(made.body.id));
  for (const said of ['不予受理告知书', '样例领', refusal.ground, '六十日内']) expect(text).toContain(said);
  expect((await clerk.post(`/refusals/${refusal.id}/documents`, {})).body).toEqual(made.body);
});

/** A paper as it is printed for another office: no kind of this file is one. */
async function toAnotherOffice(code: string, replaced = false): Promise<string> {
  const { body } = await make({ kind: 'acceptanceSlip' }, await anAcceptedTransfer(api.db, api.office));
  await sql`update documents set check_code = ${code}, replaced_at = ${replaced ? sql`office_now()` : null} where id = ${body.id}`.execute(
    api.db,
  );
  return body.number as string;
}

describe('the page of a check code', () => {
  const page = async (path: string) => {
    const answer = await fetch(new URL(path, api.url), { headers: { 'Accept-Language': 'zh-CN' } });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };

  test('says this paper, this number, this day, and nothing of a person', async () => {
    const number = await toAnotherOffice('7K2M9QXD4PB3T');
    const { status, text, headers } = await page('/d/7k2m-9qxd-4pb3t');
    expect(status).toBe(200);
    for (const said of ['该文书有效', number, '受理回执']) expect(text).toContain(said);
    const { name } = (await clerk.get(`/transfers/${id}`)).body.person;
    expect(text).not.toContain(name);
    expect(text).not.toContain('<script');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  test('says of a replaced one that it counts no more', async () => {
    await toAnotherOffice('7K2M9QXD4PB3V', true);
    expect((await page('/d/7K2M9QXD4PB3V')).text).toContain('不再有效');
  });

  test('asks for the code, and tells a shape from an unknown code', async () => {
    expect((await page('/d')).text).toContain('<form');
    expect((await page('/d?code=%3Cscript%3E')).status).toBe(422);
    expect((await page('/d/ZZZZZZZZZZZZZ')).status).toBe(404);
  });

  test('is closed to whoever guesses, for right codes as well', async () => {
    let last = 0;
    for (let tries = 0; tries < 25 && last !== 429; tries += 1) last = (await page('/d/ZZZZZZZZZZZZZ')).status;
    expect(last).toBe(429);
    expect((await page('/d/7K2M9QXD4PB3T')).status).toBe(429);
  });
});

test('the day’s papers to other offices come as one file behind their list', async () => {
  const letterClerk = await api.as('manager');
  const { officeDate } = (await clerk.get('/clock')).body;
  await sql`update documents set check_code = null`.execute(api.db);
  const numbers = [await toAnotherOffice('7K2M9QXD4PB3W'), await toAnotherOffice('7K2M9QXD4PB3X')];
  const { status, body } = await letterClerk.bytes('/documents/batch', { madeOn: officeDate });
  expect(status).toBe(200);
  const [list, ...papers] = await pagesOf(body);
  for (const said of ['交寄清单', '共2件', ...numbers]) expect(list).toContain(said);
  expect(papers).toHaveLength(2);
  expect((await letterClerk.post('/documents/batch', { madeOn: '2020-01-01' })).status).toBe(404);
  expect((await clerk.post('/documents/batch', { madeOn: officeDate })).status).toBe(403);
});
