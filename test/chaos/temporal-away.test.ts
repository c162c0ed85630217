import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { keepTemporalAway } from '../../chaos/temporal/away.ts';
import { isListening } from '../../scripts/servers/ports.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { answersAsTemporal, startTemporal, type RunningTemporal } from '../../scripts/servers/temporal-server.ts';
import { watchServer } from '../../scripts/start/server-watch.ts';
import { eventually } from '../support/eventually.ts';
import { RUN_PREFIX } from '../support/left-servers.ts';

const folder = mkdtempSync(join(tmpdir(), RUN_PREFIX));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Temporal stays away although its supervisor starts it again, and is back when it may', async () => {
  const { path: executable } = await obtainTemporal();
  const options = { executable, dbFile: join(folder, 'temporal.db') };
  const watched = watchServer<RunningTemporal>({
    name: 'Temporal',
    first: await startTemporal(options),
    again: ({ port }) => startTemporal({ ...options, port }),
    back: () => Promise.resolve(),
    say: () => undefined,
  });
  const { port } = watched.current;
  try {
    const back = await keepTemporalAway(folder);
    await eventually(async () => !(await isListening(port)));
    for (let look = 0; look < 8; look++) {
      expect(await isListening(port)).toBe(false);
      await delay(250);
    }
    await back();
    await eventually(() => answersAsTemporal(watched.current.address), { withinMs: 30_000 });
  } finally {
    await watched.stop();
  }
}, 60_000);
