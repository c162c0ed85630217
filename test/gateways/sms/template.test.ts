import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { SmsMessage } from '../../../gateways/sms/gateway.ts';
import { openSmsGateway } from '../../../gateways/sms/open.ts';
import { buildRequest } from '../../../gateways/sms/request.ts';
import { smsTemplate, type WrittenTemplate } from '../../../gateways/sms/template.ts';
import { aGateway, utf8, type PlayedGateway } from './a-gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-sms-'));
afterAll(() => rmSync(folder, { recursive: true }));
let gateway: PlayedGateway | undefined;
afterEach(() => gateway?.stop());

const message: SmsMessage = {
  reference: 'n-1',
  to: '13900000000',
  text: '养老 & "转移"',
  facts: {
    kind: 'completion',
    language: 'zh-CN',
    officeName: '样例',
    statusCode: 'K7',
    day: '2026-03-03',
    telephone: '010',
  },
};

let files = 0;
function inFile(template: unknown): string {
  const file = join(folder, `${String((files += 1))}.json`);
  writeFileSync(file, JSON.stringify(template));
  return file;
}
const open = (template: unknown, environment: Record<string, string> = {}) =>
  openSmsGateway({ template: inFile(template), environment });

const TAKEN: WrittenTemplate['answers'] = [{ is: 'taken', status: ['2xx'] }];
const simple = (send: object, more: object = {}): object => ({ name: 'own', send, answers: TAKEN, ...more });

/** The request of the example in the documentation of Alibaba Cloud's SMS, whose signature is printed there. */
test('a signature over the sorted query comes out as the gateway’s own documentation prints it', () => {
  const query = {
    AccessKeyId: '{env.SMS_KEY_ID}',
    Timestamp: '2017-07-12T02:42:19Z',
    Format: 'XML',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466',
    Action: 'SendSms',
    Version: '2017-05-25',
    RegionId: 'cn-hangzhou',
    PhoneNumbers: '{to}',
    SignName: '阿里云短信测试专用',
    TemplateParam: '{"customer":"{text|json}"}',
    TemplateCode: 'SMS_71390007',
    OutId: '{reference}',
    Signature: '{signature}',
  };
  const signature = {
    of: 'GET&%2F&{query|percent}',
    hmac: 'sha1',
    key: '{env.SMS_KEY_SECRET}&',
    as: 'base64',
  } as const;
  const { send } = smsTemplate.parse(
    simple({ method: 'GET', address: 'https://dysmsapi.example/', query, values: { signature } }),
  );
  const given: Record<string, string> = {
    'env.SMS_KEY_ID': 'testId',
    'env.SMS_KEY_SECRET': 'testSecret',
    to: '15300000001',
    text: 'test',
    reference: '123',
  };
  const { address } = buildRequest(send, (name) => given[name]);
  expect(address.searchParams.get('Signature')).toBe('zJDF+Lrzhj/ThnlvIToysFRq6t4=');
});

test('a form in GBK, a digest in Beijing time, a word by the kind of the notice', async () => {
  gateway = await aGateway(() => ({ status: 200, body: 'result=0&msgid=77&desc=ok' }));
  const opened = open(
    {
      name: 'own',
      send: {
        address: `${gateway.url}/send?v=2`,
        charset: 'gbk',
        values: {
          sign: { of: '{env.SMS_ACCOUNT}{env.SMS_PASSWORD}{now.compact}', hash: 'md5', as: 'HEX' },
          code: { by: 'kind', cases: { acceptance: 'T1', completion: 'T2' } },
        },
        headers: { Authorization: 'Basic {env.SMS_ACCOUNT|base64}' },
        body: {
          form: { mobile: '{to.international}', content: '{text}', ts: '{now.compact}', sign: '{sign}', tpl: '{code}' },
        },
      },
      read: 'form',
      answers: [{ is: 'taken', where: { result: '0' }, id: 'msgid' }],
    },
    { SMS_ACCOUNT: 'a1', SMS_PASSWORD: 'p1' },
  );
  expect(await opened!.send(message)).toEqual({ state: 'sent', gatewayRef: '77' });
  const [heard] = gateway.heard;
  expect(heard!.url).toBe('/send?v=2');
  expect(heard!.headers.authorization).toBe(`Basic ${Buffer.from('a1').toString('base64')}`);
  const form = new URLSearchParams(heard!.body);
  const ts = form.get('ts')!;
  expect(ts).toMatch(/^20\d{12}$/);
  expect(form.get('sign')).toBe(createHash('md5').update(`a1p1${ts}`).digest('hex').toUpperCase());
  expect([form.get('mobile'), form.get('tpl')]).toEqual(['8613900000000', 'T2']);
  const content = /content=([^&]*)/.exec(heard!.body)![1]!;
  expect(content).toMatch(/^[\w.~%-]+$/);
  const bytes = content.replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  expect(iconv.decode(Buffer.from(bytes, 'latin1'), 'gbk')).toBe(message.text);
});

test.each([
  ['13900000000', '8613900000000', '+8613900000000'],
  ['+85251234567', '85251234567', '+85251234567'],
])('%s is written with its own country, whichever that is', async (to, international, e164) => {
  gateway = await aGateway(() => ({ status: 200 }));
  const opened = open(simple({ address: gateway.url, query: { a: '{to.international}', b: '{to.e164}', c: '{to}' } }));
  await opened!.send({ ...message, to });
  const query = new URL(gateway.heard[0]!.url, gateway.url).searchParams;
  expect(['a', 'b', 'c'].map((name) => query.get(name))).toEqual([international, e164, to]);
});

test('a quotation mark stays inside its string, and an angle bracket inside its element', async () => {
  gateway = await aGateway(() => ({ status: 200, body: '<r><code>0</code><id>x9</id></r>' }));
  const answers = { read: 'xml', answers: [{ is: 'taken', where: { 'r.code': 0 }, id: 'r.id' }] };
  const json = { json: { phones: ['{to}'], param: '{"t":"{text|json}"}', urgent: true } };
  expect(await open(simple({ address: gateway.url, body: json }, answers))!.send(message)).toEqual({
    state: 'sent',
    gatewayRef: 'x9',
  });
  const sent = JSON.parse(utf8(gateway.heard[0]!.body)) as { phones: string[]; param: string; urgent: boolean };
  expect(sent).toMatchObject({ phones: ['13900000000'], urgent: true });
  expect(JSON.parse(sent.param)).toEqual({ t: message.text });
  const xml = { text: '<sms to="{to}">{text|xml}</sms>', type: 'text/xml; charset=utf-8' };
  await open(simple({ address: gateway.url, body: xml }, answers))!.send(message);
  expect(utf8(gateway.heard[1]!.body)).toBe('<sms to="13900000000">养老 &#38; &#34;转移&#34;</sms>');
});

test('the first rule that fits says what an answer means, and why without the number', async () => {
  let said = '';
  gateway = await aGateway(() => ({ status: 200, body: said }));
  const rules = {
    answers: [
      { is: 'taken', where: { Code: 'OK', BizId: { match: '.' } }, id: 'BizId' },
      { is: 'busy', where: { Code: ['isv.BUSINESS_LIMIT_CONTROL', 'isp.RAM_PERMISSION_DENY'] }, reason: 'Code' },
      { is: 'refused', where: { Code: { match: '^isv\\.' } }, reason: { at: 'Message', match: '^(.*)$' } },
      { is: 'unknown', where: { Code: null } },
    ],
  };
  const opened = open(simple({ address: gateway.url }, rules));
  const answers: [string, object][] = [
    ['{"Code":"OK","BizId":"b 1"}', { state: 'sent', gatewayRef: 'b 1' }],
    ['{"Code":"OK","BizId":" b2\\n"}', { state: 'sent', gatewayRef: 'b2' }],
    ...['b\\u0000', 'b\\u0007c', '\\ud800'].map((id): [string, object] => [
      `{"Code":"OK","BizId":"${id}"}`,
      { state: 'sent', gatewayRef: message.reference },
    ]),
    ['{"Code":"OK"}', { state: 'unknown', reason: 'gateway200' }],
    ['{"Code":"isv.BUSINESS_LIMIT_CONTROL"}', { state: 'busy', reason: 'gateway200 isv.BUSINESS_LIMIT_CONTROL' }],
    [
      '{"Code":"isv.MOBILE","Message":"139-0000-0000 bad, 13900000000"}',
      { state: 'failed', reason: 'gateway200 … bad, …' },
    ],
    ['{}', { state: 'unknown' }],
    ['[1', { state: 'unknown' }],
  ];
  for (const [body, expected] of answers) {
    said = body;
    expect(await opened!.send(message)).toMatchObject(expected);
  }
});

const problems = (template: unknown, environment: Record<string, string> = {}): string => {
  try {
    open(template, environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('everything that is wrong with a template is said before anything is sent by it, and no value', () => {
  const wrong = simple({
    address: 'https://{to}.example/',
    query: { a: '{nobody}', b: '{text|loud}' },
    headers: { k: '{env.DATA_KEYS}', s: '{env.SMS_MISSING}' },
    values: { round: { of: '{round}', hash: 'md5' } },
    body: { json: '{sign}' },
  });
  const said = problems(
    {
      ...wrong,
      receipts: {
        pushed: { proof: [{ given: '{query.a}', wanted: '{query.b}' }], reference: 'id', rules: [{ is: 'delivered' }] },
      },
    },
    { SMS_OTHER: 'a-value', DATA_KEYS: 'a-key' },
  );
  for (const line of [
    'send.{nobody}',
    'send.{sign}',
    'send.|loud',
    'send.{env.DATA_KEYS}',
    'send.{env.SMS_MISSING}',
    'send.values.round: is computed from itself',
    'send.address: which server is asked is decided by the operator alone',
    'receipts.pushed.proof: nothing that the request says is compared with a secret',
  ])
    expect(said).toContain(line);
  expect(said).not.toMatch(/a-value|a-key/);
  expect(problems({ name: 'own', sent: 1, answers: [{ is: 'maybe', where: { $: { match: '(' } } }] })).toMatch(
    /send[^]*is no regular expression|is no regular expression[^]*send/,
  );
  expect(problems('not a template')).toContain('SMS_TEMPLATE');
  expect(() => openSmsGateway({ template: join(folder, 'absent.json'), environment: {} })).toThrow(/baton, kannel/);
});

test('a gateway without a template speaks our own form, and without an address there is none', () => {
  expect(openSmsGateway({ environment: {} })).toBeUndefined();
  expect(() => openSmsGateway({ template: 'kannel', environment: {} })).toThrow(
    /SMS_GATEWAY_URL[^]*SMS_KANNEL_USERNAME/,
  );
});

const ADDRESSES: [string, string][] = [
  ['https://sms.example/x', ''],
  ['http://127.0.0.1:13013/', ''],
  ['http://10.1.2.3/', ''],
  ['http://[fd00::1]/', ''],
  ['http://kannel:13013/', ''],
  ['http://sms.office.internal/', ''],
  ['http://sms.example/', 'plain HTTP over a public network'],
  ['http://8.8.8.8/', 'plain HTTP over a public network'],
  ['ftp://10.0.0.1/', 'begins with http'],
  ['https://name:word@sms.example/', 'holds a name or a password'],
  ['https://169.254.169.254/latest', 'where no gateway can be'],
  ['https://[::ffff:169.254.169.254]/', 'where no gateway can be'],
  ['https://2852039166/', 'where no gateway can be'],
  ['https://0.0.0.0/', 'where no gateway can be'],
];

test.each(ADDRESSES)('%s', (address, expected) => {
  const said = problems(simple({ address }));
  if (expected === '') expect(said).toBe('');
  else expect(said).toContain(expected);
  if (expected.startsWith('plain')) expect(problems(simple({ address }, { clearText: true }))).toBe('');
});

test('what an address means is known at the start', () => {
  expect(open(simple({ address: 'http://10.1.2.3:8080/a' }))!.addresses).toEqual([
    { origin: 'http://10.1.2.3:8080', network: 'private', isClearText: true },
  ]);
});
