/** What a real server says when it refuses, and whom we take it for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAway, isRefusal } from '../../relay/refusal.ts';
import { startOrSignal } from '../../relay/procedures.ts';
import { PROCEDURES } from '../../domain/procedures/index.ts';
import { inEmployee } from '../../domain/procedures/in-employee.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { startTemporal, type RunningTemporal } from '../../scripts/servers/temporal-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-refusal-'));
let temporal: RunningTemporal;
let connection: Connection;

beforeAll(async () => {
  const { path: executable } = await obtainTemporal();
  const settings = { 'limit.blobSize.warn': '100', 'limit.blobSize.error': '100' };
  temporal = await startTemporal({ executable, dbFile: join(folder, 'temporal.db'), settings });
  connection = await Connection.connect({ address: temporal.address });
}, 60_000);
afterAll(async () => {
  await connection.close();
  await temporal.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const refused = (namespace: string): Promise<unknown> => {
  const following = { client: new Client({ connection, namespace }), procedures: PROCEDURES };
  const facts = Array.from({ length: 5 }, () => ({ factSeq: 1, kind: 'look', rearms: true }) as const);
  const followed = { transferId: '1', procedure: inEmployee.key, epoch: 'e' };
  return startOrSignal(following, followed, facts).then(
    () => 'taken',
    (error: unknown) => error,
  );
};

test('what is too large is a fault of the message, a namespace that is not there is none', async () => {
  const tooLarge = await refused('default');
  expect(tooLarge).toMatchObject({ cause: { code: 3 } });
  expect([isAway(tooLarge), isRefusal(tooLarge)]).toEqual([false, true]);

  const gone = await refused('nobody-registered-it');
  expect(gone).toBeInstanceOf(NamespaceNotFoundError);
  expect([isAway(gone), isRefusal(gone)]).toEqual([true, false]);
}, 60_000);
