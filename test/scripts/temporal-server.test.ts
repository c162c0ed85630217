import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/servers/ports.ts';
import { isAlive, waitForExit } from '../../scripts/servers/processes.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { answersAsTemporal, keepsStateIn, startTemporal } from '../../scripts/servers/temporal-server.ts';
import { leaveBehind } from './starter.ts';
import { addressesListenedOn } from '../support/listening.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-temporal-server-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a server whose starter was killed is adopted; killed itself, it is started again on the port asked for, with its web page; stopped, it is gone', async () => {
  const { path: executable } = await obtainTemporal();
  const dbFile = join(folder, 'temporal.db');
  const left = await leaveBehind('temporal', dbFile, executable);

  const adopted = await startTemporal({ executable, dbFile });
  expect(adopted).toMatchObject({ adopted: true, pid: left.pid, port: left.port });

  process.kill(left.pid, 'SIGKILL');
  await waitForExit(left.pid, 5_000);
  // Below the range from which the system deals out ports: nobody else takes it in between by chance.
  const port = await freePort(20_000 + (process.pid % 10_000));
  const again = await startTemporal({ executable, dbFile, port, pagePort: 0 });
  expect(again).toMatchObject({ adopted: false, port });
  expect(await answersAsTemporal(again.address)).toBe(true);

  const page = await fetch(`http://127.0.0.1:${again.pagePort}/`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html')]);
  expect(await startTemporal({ executable, dbFile })).toMatchObject({ adopted: true, pagePort: again.pagePort });
  expect([...addressesListenedOn([again.pid])]).toEqual(['127.0.0.1']);

  // Another office that wanted the same port at the same moment must not take this server for its own.
  expect(await keepsStateIn(dbFile, again.address)).toBe(true);
  expect(await keepsStateIn(join(folder, 'other.db'), again.address)).toBe(false);

  await again.stop();
  expect(isAlive(again.pid)).toBe(false);
  expect(await answersAsTemporal(again.address)).toBe(false);
});

test('a server that cannot start says why, from its own log', async () => {
  const { path: executable } = await obtainTemporal();
  const dbFile = join(folder, 'missing', 'x'.repeat(300));
  const attempt = startTemporal({ executable, dbFile, logFile: join(folder, 'log') });
  await expect(attempt).rejects.toThrow(/ENAMETOOLONG|did not start/);
});
