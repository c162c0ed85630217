import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkflowBundlePath } from '@temporalio/worker';
import { beforeAll, expect, test } from 'vitest';
import { workflowBundle } from '../support/servers.ts';

const histories = new URL('../histories/', import.meta.url);
const files = existsSync(histories) ? readdirSync(histories).filter((name) => name.endsWith('.json')) : [];

let bundle: WorkflowBundlePath;
beforeAll(async () => {
  bundle = await workflowBundle();
});

const PATHS = [
  'happy',
  'returned-twice',
  'letter-lost',
  'money-before-form',
  'amount-differs',
  'withdrawn',
  'overdue',
  'refused',
  'sent-back',
  'gap',
  'walked-again',
  'out-straight',
  'out-disputed',
  'out-sent-back',
];

test('there is a recorded history of every path through the procedure', () => {
  expect(files).toEqual(expect.arrayContaining(PATHS.map((path) => `${path}.json`)));
});

/** One recorded history per path through the procedure. Never edit one; record another. */
test.each(files)('today’s code replays %s', async (file) => {
  const history = JSON.parse(readFileSync(new URL(file, histories), 'utf8')) as unknown;
  await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history)).resolves.toBeUndefined();
});

test('a changed procedure is caught by a recorded history', async () => {
  const changed = fileURLToPath(new URL('../fakes/changed-workflows.ts', import.meta.url));
  const history = JSON.parse(readFileSync(new URL('happy.json', histories), 'utf8')) as unknown;
  await expect(Worker.runReplayHistory({ workflowsPath: changed }, history)).rejects.toThrow(/TMPRL1100/);
});
