/** Whose accounts are ours takes two administrators, unless no second one was here lately. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lapseApprovals } from '../../db/approvals/refuse.ts';
import { fieldsOf, startApi, type TestApi } from '../support/api.ts';
import { onlyAdministrators, signsIn, type Account } from '../builders/administrators.ts';
import { takeIn } from '../builders/imports.ts';
import { statementFile } from '../builders/statements.ts';

let api: TestApi;
let first: Account;
let second: Account;
beforeAll(async () => {
  api = await startApi();
  [first, second] = (await onlyAdministrators(api, 2)) as [Account, Account];
});
afterAll(() => api.stop());

/** Only who has signed in lately is a second one; nothing is proposed before. */
beforeEach(async () => {
  await sql`delete from logins`.execute(api.db);
  await sql`delete from approvals`.execute(api.db);
  await sql`delete from bank_accounts`.execute(api.db);
});

const put = ({ caller }: Account, items: readonly object[]) => caller.send('PUT', '/bank-accounts', { items });
const confirm = ({ caller }: Account, id: string) => caller.post(`/approvals/${id}/confirmation`);
const ours = async (): Promise<unknown[]> => (await first.caller.get('/bank-accounts')).body.items as unknown[];
const told = async () => {
  const { rows } = await sql<{ by_staff_id: string; payload: object }>`select by_staff_id, payload from office_events
    where kind = 'bankAccountsChanged' order by id desc`.execute(api.db);
  return rows;
};

const plain = { bank: '', bankCode: '', onLetters: true };
const OLD = { number: '622200001111', name: '收入户', ...plain };
const NEW = { number: '622200002222', name: '财政专户', ...plain };

/** The old account stands, and the second administrator is there. */
async function named(): Promise<void> {
  expect((await put(first, [OLD])).status).toBe(200);
  await signsIn(api, second);
}

describe('with a second administrator', () => {
  test('the accounts are proposed, line by line; the old ones stand until he has confirmed it', async () => {
    await named();
    const proposed = await put(first, [{ ...NEW, number: '6222 0000-2222' }]);
    expect([proposed.status, proposed.body.kind, proposed.body.state]).toEqual([202, 'bankAccounts', 'waiting']);
    expect(proposed.headers.get('Location')).toBe(`/approvals/${proposed.body.id as string}`);
    expect(proposed.body.changes).toEqual([
      { field: 'account:622200001111', was: '收入户', becomes: null },
      { field: 'account:622200002222', was: null, becomes: '财政专户' },
    ]);
    expect(await ours()).toEqual([OLD]);
    const entry = [{ ref: 'BA1', yuan: '5.00', memo: '甲' }];
    const ofNew = () => takeIn(api.db, api.office, 'bankStatement', statementFile(entry, { account: NEW.number }));
    expect(await ofNew()).toMatchObject({ state: 'failed', accepted: 0 });
    expect((await confirm(second, proposed.body.id)).status).toBe(200);
    expect(await ours()).toEqual([NEW]);
    expect(await ofNew()).toMatchObject({ state: 'done', accepted: 1 });
    expect((await told())[0]).toMatchObject({
      by_staff_id: first.id,
      payload: { accounts: [NEW], confirmedBy: second.id },
    });
  });

  test('who proposed it does not confirm it, nor does somebody who is no administrator', async () => {
    await named();
    const { body } = await put(first, [NEW]);
    const own = await confirm(first, body.id);
    expect([own.status, own.body.type]).toEqual([409, '/problems/separation-of-duties']);
    for (const who of ['finance', 'manager'] as const) {
      const caller = await api.as(who);
      expect((await caller.post(`/approvals/${body.id as string}/confirmation`)).status).toBe(403);
      expect((await caller.send('PUT', '/bank-accounts', { items: [NEW] })).status).toBe(403);
    }
    expect(await ours()).toEqual([OLD]);
    const { toConfirm } = (await second.caller.get('/approvals')).body;
    expect(toConfirm).toMatchObject([{ id: body.id, mayConfirm: true }]);
  });

  test('refused, withdrawn or past its time nothing has changed', async () => {
    await named();
    const no = (who: Account, id: string) => who.caller.post(`/approvals/${id}/refusal`, { note: '核对不符' });
    const refused = await put(first, [NEW]);
    expect((await no(second, refused.body.id)).body.state).toBe('refused');
    const withdrawn = await put(first, [NEW]);
    expect((await no(first, withdrawn.body.id)).body.state).toBe('withdrawn');
    const late = await put(first, [NEW]);
    await sql`update approvals set until = office_now() where id = ${late.body.id}`.execute(api.db);
    expect((await confirm(second, late.body.id)).body.type).toBe('/problems/lapsed');
    const nobody = await put(first, [NEW]);
    await sql`update approvals set until = office_now() where id = ${nobody.body.id}`.execute(api.db);
    expect(await lapseApprovals(api.db)).toBe(1);
    expect(await ours()).toEqual([OLD]);
  });

  test('one at a time; overtaken when the accounts have changed meanwhile, with what is so now', async () => {
    await named();
    const { body } = await put(first, [NEW]);
    await signsIn(api, first);
    expect((await put(second, [OLD, NEW])).body.type).toBe('/problems/already-proposed');
    await sql`update bank_accounts set name = '支出户'`.execute(api.db);
    const overtaken = await confirm(second, body.id);
    expect([overtaken.status, overtaken.body.changed]).toEqual([
      409,
      [{ field: 'account:622200001111', was: '收入户', becomes: '支出户' }],
    ]);
  });

  test('that any account is taken is said, both ways', async () => {
    await named();
    const none = await put(first, []);
    expect(none.body.changes).toEqual([
      { field: 'anyAccount', was: false, becomes: true },
      { field: 'account:622200001111', was: '收入户', becomes: null },
    ]);
    expect((await confirm(second, none.body.id)).status).toBe(200);
    const again = await put(first, [{ number: '1', name: '' }]);
    expect(again.body.changes).toEqual([
      { field: 'anyAccount', was: true, becomes: false },
      { field: 'account:1', was: null, becomes: true },
    ]);
  });

  test('so does to which bank other offices are asked to pay, and whether they are; each is read by who confirms it', async () => {
    await named();
    const moved = { ...OLD, bank: ' 某银行样例支行 ', bankCode: '102100000001', onLetters: false };
    const { body } = await put(first, [moved]);
    expect(body.changes).toEqual([
      { field: 'bank:622200001111', was: null, becomes: '某银行样例支行 102100000001' },
      { field: 'offLetters:622200001111', was: null, becomes: true },
    ]);
    expect(await ours()).toEqual([OLD]);
    expect((await confirm(second, body.id)).status).toBe(200);
    expect(await ours()).toEqual([{ ...moved, bank: '某银行样例支行' }]);
  });

  test('what was proposed before accounts had banks is confirmed as it was meant', async () => {
    await named();
    const { body } = await put(first, [NEW]);
    const before = JSON.stringify({ accounts: [{ number: NEW.number, name: NEW.name }] });
    await sql`update approvals set proposal = ${before}::jsonb where id = ${body.id}`.execute(api.db);
    expect((await confirm(second, body.id)).status).toBe(200);
    expect(await ours()).toEqual([NEW]);
  });

  test('the same accounts, however they are written, ask nobody', async () => {
    await named();
    const same = await put(first, [{ number: '６２２２-0000 1111', name: '收入户' }]);
    expect([same.status, same.body]).toEqual([200, { items: [OLD] }]);
    expect((await first.caller.get('/approvals')).body.proposed).toEqual([]);
  });
});

test('without a second administrator it is done at once, marked, and among what was decided by hand', async () => {
  const before = (await told()).length;
  expect((await put(first, [NEW, OLD])).body).toEqual({ items: [OLD, NEW] });
  const events = await told();
  expect(events).toHaveLength(before + 1);
  expect(events[0]).toEqual({ by_staff_id: first.id, payload: { accounts: [OLD, NEW], alone: true } });
  const today = (await first.caller.get('/clock')).body.officeDate as string;
  const { items } = (await first.caller.get(`/manual-decisions?from=${today}&to=${today}&kind=bankAccounts`)).body;
  expect(items[0]).toMatchObject({ kind: 'bankAccounts', by: { id: first.id }, confirmedBy: null });
});

test('a number of a bank has twelve digits', async () => {
  const answer = await put(first, [{ ...OLD, bankCode: '1021' }]);
  expect([answer.status, fieldsOf(answer)]).toEqual([422, ['items.0.bankCode: form']]);
});

test('a number of which nothing is left is a defect, each at its field', async () => {
  const answer = await put(first, [{ number: ' - ', name: '' }, OLD, { number: '--', name: '' }]);
  expect([answer.status, fieldsOf(answer)]).toEqual([422, ['items.0.number: form', 'items.2.number: form']]);
  expect(await ours()).toEqual([]);
});
