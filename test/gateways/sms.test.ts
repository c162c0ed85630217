import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { httpSmsGateway } from '../../gateways/sms.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

interface Received {
  headers: IncomingMessage['headers'];
  body: string;
}

async function aGateway(status: number, answer: string): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const listening = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(status).end(answer);
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}`, received };
}

const message = { reference: 'n-1', to: '13900000000', text: 'a "quoted" text\nwith a line' };
const secret = 'a secret that both sides share, long';

test('the body is the template filled in, signed with timestamp and body', async () => {
  const { url, received } = await aGateway(202, '{"reference":"g-9"}');
  expect(await httpSmsGateway({ url, secret }).send(message)).toEqual({ state: 'sent', gatewayRef: 'g-9' });
  const [got] = received;
  expect(JSON.parse(got!.body)).toEqual(message);
  const timestamp = String(got!.headers['x-baton-timestamp']);
  const expected = createHmac('sha256', secret).update(`${timestamp}.${got!.body}`).digest('hex');
  expect(got!.headers['x-baton-signature']).toBe(expected);
});

test('a refusal is failed, a server error is unknown, no connection is unreachable', async () => {
  const refusing = await aGateway(422, '{}');
  expect(await httpSmsGateway({ url: refusing.url, secret }).send(message)).toMatchObject({ state: 'failed' });
  server?.close();
  const broken = await aGateway(500, '');
  expect(await httpSmsGateway({ url: broken.url, secret }).send(message)).toMatchObject({ state: 'unknown' });
  const closed = broken.url;
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
  expect(await httpSmsGateway({ url: closed, secret }).send(message)).toMatchObject({ state: 'unreachable' });
});
