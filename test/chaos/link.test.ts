import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLink, type Link } from '../../chaos/link.ts';
import { eventually } from '../support/eventually.ts';

let server: Server;
let link: Link;
let received = '';
const clients: Socket[] = [];

/** Says back whatever it hears. */
beforeEach(async () => {
  received = '';
  server = createServer((socket) => {
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString();
      socket.write(chunk);
    });
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  link = await openLink(() => (server.address() as AddressInfo).port);
});

afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
  link.close();
  server.close();
});

async function aClient(): Promise<{ socket: Socket; heard: () => string; closed: () => boolean }> {
  const socket = connect(link.port, '127.0.0.1');
  clients.push(socket);
  let heard = '';
  let closed = false;
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  socket.on('error', () => {}).on('close', () => (closed = true));
  await once(socket, 'connect');
  return { socket, heard: () => heard, closed: () => closed };
}

/** Whatever was going to arrive has arrived: another connection has gone there and back. */
async function settled(): Promise<void> {
  const server2 = createServer((socket) => void socket.end('x')).listen(0, '127.0.0.1');
  await once(server2, 'listening');
  const socket = connect((server2.address() as AddressInfo).port, '127.0.0.1').resume();
  await once(socket, 'close');
  server2.close();
}

test('what is said during a partition arrives when it is over', async () => {
  const { socket, heard } = await aClient();
  const lift = link.impose({ holds: ['toServer', 'toClient'] });
  socket.write('hello');
  await settled();
  expect([received, heard()]).toEqual(['', '']);
  lift();
  await eventually(() => heard() === 'hello');
});

test('a half-open connection carries one way only', async () => {
  const { socket, heard } = await aClient();
  const lift = link.impose({ holds: ['toClient'] });
  socket.write('hello');
  await eventually(() => received === 'hello');
  await settled();
  expect(heard()).toBe('');
  lift();
  await eventually(() => heard() === 'hello');
});

test('a connection that was forgotten stays silent, a new one speaks', async () => {
  const old = await aClient();
  old.socket.write('before');
  await eventually(() => old.heard() === 'before');
  link.impose({ holds: ['toServer', 'toClient'], forgets: true })();
  const fresh = await aClient();
  old.socket.write('after');
  fresh.socket.write('fresh');
  await eventually(() => fresh.heard() === 'fresh');
  await settled();
  expect([old.heard(), received]).toEqual(['before', 'beforefresh']);
});

test('a connection is cut after the server has the COMMIT and before the client has its answer, as often as asked', async () => {
  link.impose({ cuts: 1 });
  const unlucky = await aClient();
  unlucky.socket.write('Q\0\0\0\x0bcommit\0');
  await eventually(() => unlucky.closed());
  expect([received.includes('commit'), unlucky.heard(), link.cut]).toEqual([true, '', 1]);
  const lucky = await aClient();
  lucky.socket.write('Q\0\0\0\x0bcommit\0');
  await eventually(() => lucky.heard().includes('commit'));
});

test('a drip loses and disorders nothing', async () => {
  const { socket, heard } = await aClient();
  link.impose({ dropBytes: 3, delayMs: 5 });
  socket.write('one two three');
  socket.write(' four');
  await eventually(() => heard() === 'one two three four');
});
