import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { SmsMessage, SmsResult } from '../../../gateways/sms/gateway.ts';
import { openSmsGateway } from '../../../gateways/sms/open.ts';
import { aGateway, utf8, type PlayedAnswer, type PlayedGateway } from './a-gateway.ts';

const SECRET = 'a secret that both sides share, long';
const message: SmsMessage = {
  reference: '3f0c2a86-3b56-4d8e-9c57-0d5d1d7e2a10',
  to: '13900000000',
  text: '“a" text\nwith a line, 养老',
  facts: {
    kind: 'acceptance',
    language: 'zh-CN',
    officeName: '样例',
    statusCode: 'K7',
    day: '2026-03-03',
    telephone: '',
  },
};

let stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  stops = [];
});

async function playing(answer: () => PlayedAnswer | undefined): Promise<PlayedGateway> {
  const gateway = await aGateway(answer);
  stops.push(() => gateway.stop());
  return gateway;
}

const send = (url: string, patienceMs = 2_000): Promise<SmsResult> =>
  openSmsGateway({ environment: { SMS_GATEWAY_URL: url, SMS_SECRET: SECRET } }, patienceMs)!.send(message);

test('the body is the template filled in, signed with timestamp and body', async () => {
  const { url, heard } = await playing(() => ({ status: 202, body: '{"reference":"g-9"}' }));
  expect(await send(`${url}/messages`)).toEqual({ state: 'sent', gatewayRef: 'g-9' });
  const [got] = heard;
  expect([got?.method, got?.url, got?.headers['content-type']]).toEqual(['POST', '/messages', 'application/json']);
  const { reference, to, text } = message;
  expect(JSON.parse(utf8(got!.body))).toEqual({ reference, to, text });
  const timestamp = String(got!.headers['x-baton-timestamp']);
  const expected = createHmac('sha256', SECRET)
    .update(`${timestamp}.${utf8(got!.body)}`)
    .digest('hex');
  expect(got!.headers['x-baton-signature']).toBe(expected);
});

const LIMIT = '{"Code":"isv.BUSINESS_LIMIT_CONTROL","Message":"触发小时级流控"}';
/** What nobody can read may have been taken; what says that nothing was done goes again; nothing of this is sent. */
const ANSWERS: [string, PlayedAnswer, Partial<SmsResult>][] = [
  ['a refusal inside 200', { status: 200, body: LIMIT }, { state: 'unknown', reason: 'gateway200' }],
  ['an error as text', { status: 200, body: 'ERROR:14' }, { state: 'unknown' }],
  ['a page to sign in', { status: 200, body: '<html>login</html>' }, { state: 'unknown' }],
  ['an empty yes', { status: 202 }, { state: 'sent', gatewayRef: message.reference }],
  ['a reference that is none', { status: 200, body: '{"reference":null}' }, { state: 'unknown' }],
  ['422', { status: 422, body: '{}' }, { state: 'failed', reason: 'gateway422' }],
  ['429', { status: 429, headers: { 'retry-after': '60' } }, { state: 'busy', reason: 'gateway429', afterSeconds: 60 }],
  ['408', { status: 408 }, { state: 'busy' }],
  ['503', { status: 503 }, { state: 'busy' }],
  ['401, as when a key was changed', { status: 401 }, { state: 'busy' }],
  ['500', { status: 500 }, { state: 'unknown', reason: 'gateway500' }],
  ['502 of a proxy', { status: 502 }, { state: 'unknown' }],
];

test.each(ANSWERS)('%s', async (_, answer, expected) => {
  const { url } = await playing(() => answer);
  expect(await send(url)).toMatchObject(expected);
});

test.each([301, 302, 303, 307, 308])(
  'a redirect by %i is a refusal: nothing is asked or posted elsewhere',
  async (status) => {
    const elsewhere = await playing(() => ({ status: 200, body: '{"reference":"g-1"}' }));
    const { url, heard } = await playing(() => ({ status, headers: { location: `${elsewhere.url}/login` } }));
    expect(await send(url)).toEqual({ state: 'failed', reason: 'gatewayRedirects' });
    expect([heard.length, elsewhere.heard.length]).toEqual([1, 0]);
  },
);

test('who took it and fell silent may have it; an answer without end is none', async () => {
  const { url } = await playing(() => undefined);
  expect(await send(url, 200)).toEqual({ state: 'unknown', reason: 'noAnswer' });
  const endless = await playing(() => ({ status: 200, body: 'x'.repeat(70_000) }));
  expect(await send(endless.url)).toEqual({ state: 'unknown', reason: 'noAnswer' });
});

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

test('nobody listens, or nobody takes the connection up: it was never said', async () => {
  const gone = await aGateway(() => ({ status: 200 }));
  await gone.stop();
  expect(await send(gone.url)).toEqual({ state: 'unreachable', reason: 'gatewayUnreachable' });
  expect(await send('https://gateway.invalid/')).toEqual({ state: 'unreachable', reason: 'gatewayUnreachable' });
  // It hears us and never ends the handshake, as a wall that lets packets fall: only for TLS can a test play that.
  const silent = createServer((socket) => stops.push(() => Promise.resolve(socket.destroy())));
  const port = await listening(silent);
  expect(await send(`https://127.0.0.1:${String(port)}/`, 300)).toEqual({
    state: 'unreachable',
    reason: 'gatewayUnreachable',
  });
});

test('a certificate that does not hold, or no TLS at all, is later: nothing was said to whoever that is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-tls-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name)) as [string, string];
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  execFileSync('openssl', [...words, '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const heard: string[] = [];
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    heard.push(request.url ?? '');
    response.end('{"reference":"g-1"}');
  });
  rmSync(folder, { recursive: true });
  const port = await listening(server);
  const expected = { state: 'unreachable', reason: 'gatewayCertificate' };
  expect(await send(`https://localhost:${String(port)}/`)).toEqual(expected);
  expect(heard).toEqual([]);
  const plain = await playing(() => ({ status: 200 }));
  expect(await send(plain.url.replace('http:', 'https:'))).toEqual(expected);
  expect(plain.heard).toEqual([]);
});
