/** Receipts in the gateway's own form: by Kannel's shipped template, and by one of an operator's own with several in a body. */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSmsGateway } from '../../gateways/sms/open.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { serveApp, startApi, type TestApi } from '../support/api.ts';
import { noticeFailures } from '../support/notice-failures.ts';

const SECRET = 'a secret that both sides share, long';
const folder = mkdtempSync(join(tmpdir(), 'baton-pushed-'));

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.stop();
});

async function serving(template: string, environment: Record<string, string>) {
  const { pushed: pushedReceipts } = openSmsGateway({ template, environment })!;
  return serveApp(api.db, {}, { pushedReceipts: pushedReceipts! });
}

/** The id of a notice that was sent. */
async function sentNotice(): Promise<string> {
  const transferId = await anAcceptedTransfer(api.db, api.office);
  const { rows } = await sql<{
    id: string;
  }>`update notices set state = 'sent', sent_at = office_now(), gateway_ref = id::text
    where transfer_id = ${transferId} returning id`.execute(api.db);
  return rows[0]!.id;
}
const stateOf = async (id: string) =>
  (await api.db.selectFrom('notices').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;

test('Kannel tells of the message that it was given, and of no other', async () => {
  const served = await serving('kannel', {
    SMS_GATEWAY_URL: 'http://127.0.0.1:1/',
    SMS_SECRET: SECRET,
    SMS_RECEIPT_URL: 'http://127.0.0.1:2',
    SMS_KANNEL_USERNAME: 'u',
    SMS_KANNEL_PASSWORD: 'p',
  });
  const [mine, other] = [await sentNotice(), await sentNotice()];
  const proof = createHmac('sha256', SECRET).update(`receipt of ${mine}`).digest('hex');
  const tell = async (reference: string, type: string) => {
    const answer = await fetch(
      `${served.url}/sms/gateway-receipts?reference=${reference}&proof=${proof}&type=${type}&answer=`,
    );
    return `${String(answer.status)} ${(await answer.text()).slice(0, 2)}`;
  };
  expect(await tell(other, '1')).toMatch(/^401/);
  expect(await tell(mine, '8')).toBe('200 OK');
  expect(await stateOf(mine)).toBe('sent');
  expect(await tell(mine, '99')).toMatch(/^422/);
  expect(await tell(mine, '1')).toBe('200 OK');
  expect(await tell(mine, '1')).toBe('200 OK');
  expect([await stateOf(mine), await stateOf(other)]).toEqual(['delivered', 'sent']);
  expect(served.log.join('\n')).not.toContain(mine);
  served.stop();
});

test('a body with several, signed as the gateway signs: what is odd keeps nothing from the others', async () => {
  const file = join(folder, 'own.json');
  writeFileSync(
    file,
    JSON.stringify({
      name: 'own',
      send: { address: 'https://sms.example/' },
      answers: [{ is: 'taken', status: ['2xx'] }],
      receipts: {
        pushed: {
          items: 'data',
          reference: 'outId',
          rules: [
            { is: 'delivered', where: { success: true } },
            { is: 'failed', where: { success: false }, reason: 'err' },
          ],
          values: { expected: { of: '{query.ts}{body}', hmac: 'sha256', key: '{env.SMS_CALLBACK_KEY}', as: 'base64' } },
          proof: [{ given: '{header.x-sign}', wanted: '{expected}' }],
          reply: { type: 'application/json', body: '{"code":0}' },
        },
      },
    }),
  );
  const served = await serving(file, { SMS_CALLBACK_KEY: 'callback-key' });
  const [one, other] = [await sentNotice(), await sentNotice()];
  const body = JSON.stringify({
    data: [
      { outId: one, success: true },
      { outId: 'x' },
      'odd',
      { outId: other, success: false, err: '13900000000 空号' },
    ],
  });
  const tell = (key: string) =>
    fetch(`${served.url}/sms/gateway-receipts?ts=7`, {
      method: 'POST',
      body,
      headers: { 'x-sign': createHmac('sha256', key).update(`7${body}`).digest('base64') },
    });
  expect((await tell('another')).status).toBe(401);
  expect([await stateOf(one), await stateOf(other)]).toEqual(['sent', 'sent']);
  const answer = await tell('callback-key');
  expect([answer.status, await answer.text()]).toEqual([200, '{"code":0}']);
  expect([await stateOf(one), await stateOf(other)]).toEqual(['delivered', 'failed']);
  expect((await noticeFailures(api.db)).get(other)).toEqual({ clear: '', read: '… 空号' });
  expect(served.log.filter((line) => line.includes('sms.receipts.odd'))).toHaveLength(1);
  served.stop();
});

test('where no template brings receipts nobody can prove to be a gateway', async () => {
  expect((await api.anonymous.get('/sms/gateway-receipts?reference=1')).status).toBe(401);
  expect((await api.anonymous.post('/sms/gateway-receipts', {})).status).toBe(401);
});
