import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readOwnVariables, variablesIn } from '../../scripts/start/own-variables.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-variables-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a process gets what stands in its file now, and nothing while there is none', () => {
  const file = join(folder, 'worker.env');
  expect(variablesIn(readOwnVariables([`worker=${file}`]).worker)).toEqual({});
  writeFileSync(file, "NODE_OPTIONS='--max-old-space-size=64'\n");
  expect(variablesIn(file)).toEqual({ NODE_OPTIONS: '--max-old-space-size=64' });
  expect(variablesIn(readOwnVariables([]).api)).toEqual({});
});

test('a word that names no process is refused by name', () => {
  expect(() => readOwnVariables(['postgres=x'])).toThrow('--env postgres=x is not like worker=FILE');
});
