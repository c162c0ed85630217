import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { freePort, isListening } from '../../scripts/servers/ports.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

test('a taken port gives the next free one', async () => {
  const taken = await listen(0);
  const given = await freePort(taken);
  expect(given).toBeGreaterThan(taken);
  await listen(given);
});

test('a free port is given as it was wanted', async () => {
  const wanted = await freePort();
  expect(await freePort(wanted)).toBe(wanted);
});

test('who listens is heard, who does not is not', async () => {
  const port = await listen(0);
  expect(await isListening(port)).toBe(true);
  expect(await isListening(await freePort())).toBe(false);
});

async function listen(port: number): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  open.push(server);
  return (server.address() as AddressInfo).port;
}
