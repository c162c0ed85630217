import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSmsGateway } from '../../../gateways/sms/open.ts';
import { readReceipts, type ReadReceipts } from '../../../gateways/sms/receipts.ts';
import { smsTemplate } from '../../../gateways/sms/template.ts';
import { aGateway } from './a-gateway.ts';

/** A template whose receipts are read so. */
const reading = (pushed: object) =>
  smsTemplate.parse({
    name: 'own',
    send: { address: 'https://sms.example/' },
    answers: [{ is: 'taken' }],
    receipts: { pushed: { proof: [{ given: '{query.k}', wanted: '{env.SMS_K}' }], ...pushed } },
  }).receipts.pushed!;

const BY_STATE = [
  { is: 'delivered', where: { state: 'DELIVRD' } },
  { is: 'failed', where: { state: { match: '^(UNDELIV|EXPIRED|REJECTD)$' } }, reason: 'state' },
  { is: 'pending', where: { state: 'ACCEPTD' } },
];
const FORMS: [string, object, string][] = [
  [
    'JSON',
    { items: 'data.list', reference: 'id' },
    '{"data":{"list":[{"id":"a","state":"DELIVRD"},{"id":"b","state":"buffered"},{"id":7,"state":"EXPIRED"},{"state":"DELIVRD"},null,{"id":"c","state":"ACCEPTD"}]}}',
  ],
  [
    'an array',
    { items: '.', reference: 'id' },
    '[{"id":"a","state":"DELIVRD"},"odd",{"id":"7","state":"EXPIRED"},{"id":"x\\u0000","state":"DELIVRD"},[],{"id":"c","state":"ACCEPTD"}]',
  ],
  [
    'XML',
    { read: 'xml', items: 'r.m', reference: '@id' },
    '<r><m id="a"><state>DELIVRD</state></m><m id="b"/><m id="7"><state>EXPIRED</state></m><m><state>DELIVRD</state></m><m id="d"><state>?</state></m><m id="c"><state>ACCEPTD</state></m></r>',
  ],
];

test.each(FORMS)('each receipt of %s is read by itself: what is odd is named by its place', (_, form, text) => {
  const found = readReceipts(reading({ rules: BY_STATE, ...form }), text);
  expect(found).toEqual<ReadReceipts>({
    receipts: [
      { reference: 'a', state: 'delivered' },
      { reference: '7', state: 'failed', reason: 'EXPIRED' },
    ],
    pending: 1,
    odd: [1, 3, 4],
  });
});

test('lines of a text, and what is no form of any kind', () => {
  const lines = reading({
    read: 'text',
    separator: '[;\\n]',
    reference: { at: '$', match: '^(\\w+),' },
    rules: [
      { is: 'delivered', where: { $: { match: ',DELIVRD,' } } },
      { is: 'failed', where: { $: { match: ',UNDELIV,' } }, reason: { at: '$', match: '(\\d{11}.*)$' } },
    ],
  });
  expect(readReceipts(lines, 'm1,DELIVRD,13900000000;rubbish\nm2,UNDELIV,13900000000 off')).toEqual({
    receipts: [
      { reference: 'm1', state: 'delivered' },
      { reference: 'm2', state: 'failed', reason: '… off' },
    ],
    pending: 0,
    odd: [1],
  });
  expect(readReceipts(reading({ rules: BY_STATE, reference: 'id' }), 'no json')).toMatchObject({
    receipts: [],
    odd: [0],
  });
  expect(readReceipts(reading({ rules: BY_STATE, reference: 'id', items: 'list' }), '{}')).toMatchObject({ odd: [] });
});

const ENVIRONMENT = {
  SMS_GATEWAY_URL: 'http://127.0.0.1:1/',
  SMS_SECRET: 'a secret that both sides share, long',
  SMS_RECEIPT_URL: 'http://127.0.0.1:2',
  SMS_KANNEL_USERNAME: 'u',
  SMS_KANNEL_PASSWORD: 'p',
};
const kannel = openSmsGateway({ template: 'kannel', environment: ENVIRONMENT })!.pushed!;
const asked = (query: string) => ({ query, header: () => undefined, body: '' });
const proofOf = (reference: string): string =>
  createHmac('sha256', ENVIRONMENT.SMS_SECRET).update(`receipt of ${reference}`).digest('hex');

test('only whom we told of a message can say what became of it, and of no other message', () => {
  const [mine, other] = ['n-1', 'n-2'];
  const good = `reference=${mine}&proof=${proofOf(mine)}&type=1`;
  expect(kannel.isProved(asked(good))).toBe(true);
  expect(kannel.read(asked(good)).receipts).toEqual([{ reference: mine, state: 'delivered' }]);
  for (const bad of [
    `reference=${other}&proof=${proofOf(mine)}&type=1`,
    `reference=${mine}&type=1`,
    `reference=${mine}&proof=&type=1`,
    '',
  ])
    expect(kannel.isProved(asked(bad))).toBe(false);
  // Said twice, the one that was proved is the one that counts.
  const twice = asked(`reference=${mine}&reference=${other}&proof=${proofOf(mine)}&type=1`);
  expect([kannel.isProved(twice), kannel.read(twice).receipts[0]?.reference]).toEqual([true, mine]);
});

test('Kannel’s kinds of receipt', () => {
  const read = (rest: string) => kannel.read(asked(`reference=n&proof=x&${rest}`));
  expect(read('type=2&answer=id%3A1+sub%3A001+stat%3AUNDELIV+err%3A000').receipts).toEqual([
    { reference: 'n', state: 'failed', reason: 'UNDELIV' },
  ]);
  expect(read('type=16&answer=NACK%2F0x0000000b').receipts).toEqual([
    { reference: 'n', state: 'failed', reason: '0x0000000b' },
  ]);
  expect(read('type=8&answer=ACK%2F')).toMatchObject({ receipts: [], pending: 1, odd: [] });
  expect(read('type=99')).toMatchObject({ odd: [0] });
});

const asking = (asked: object, environment = {}) => {
  const file = join(folder, 'asking.json');
  const receipts = { asked: { rules: BY_STATE, ...asked } };
  const template = { name: 'own', send: { address: 'https://sms.example/' }, answers: [{ is: 'taken' }], receipts };
  writeFileSync(file, JSON.stringify(template));
  return openSmsGateway({ template: file, environment });
};
const folder = mkdtempSync(join(tmpdir(), 'baton-receipts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const two = [
  { reference: 'n-1', gatewayRef: 'g-1' },
  { reference: 'n-2', gatewayRef: null },
];

test('a gateway is asked about each message, by its own word or by ours', async () => {
  const gateway = await aGateway(({ url }) => ({
    status: 200,
    body: url.endsWith('g-1') ? '{"state":"DELIVRD"}' : '{"state":"?"}',
  }));
  const request = { method: 'GET', address: `${gateway.url}/status`, query: { id: '{id}' } };
  expect(await asking({ request })!.ask!(two)).toEqual([{ reference: 'g-1', state: 'delivered' }]);
  expect(gateway.heard.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /status?id=g-1',
    'GET /status?id=n-2',
  ]);
  await gateway.stop();
});

test('or once for all that has come; one that does not answer, or refuses, says nothing', async () => {
  let status = 200;
  const gateway = await aGateway(() => ({
    status,
    body: '[{"id":"a","state":"DELIVRD"},{"id":"b","state":"EXPIRED"},3]',
  }));
  const opened = asking({ request: { address: gateway.url }, items: '.', reference: 'id' })!;
  expect((await opened.ask!(two)).map(({ reference, state }) => `${reference} ${state}`)).toEqual([
    'a delivered',
    'b failed',
  ]);
  expect(gateway.heard).toHaveLength(1);
  status = 302;
  expect(await opened.ask!(two)).toEqual([]);
  await gateway.stop();
  expect(await opened.ask!(two)).toEqual([]);
});

test('which message an answer speaks of must be said somewhere', () => {
  expect(() => asking({ request: { address: 'https://sms.example/' } })).toThrow(/receipts.asked.reference/);
});
