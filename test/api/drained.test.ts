import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { drained } from '../../api/door/drained.ts';

test('a connection whose answer ends after the server was told to close does not hold it up', async () => {
  const server = createServer({ keepAliveTimeout: 65_000 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  let heard = '';
  client.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  response.write('half');

  const ended = drained(server);
  response.end('whole');
  await ended;
  expect(heard).toContain('whole');
  client.destroy();
}, 20_000);
