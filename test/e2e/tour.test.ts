/** `npm run tour` as somebody without a terminal sees it: from the counter to the booking in under three minutes. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { builtConsole } from '../support/servers.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

beforeAll(builtConsole, 120_000);

// Other tests start and kill whole offices beside this one: an office that could not start among them is given a second chance.
const options = { timeout: 250_000, retry: 1 };

test(
  'the tour names who holds the transfer, survives the worker’s death, and ends with the booking',
  options,
  async () => {
    const began = Date.now();
    const { stdout } = await run(process.execPath, ['scripts/run.mjs', 'simulator/tour.ts'], {
      cwd: root,
      timeout: 240_000,
    });
    const told = stdout.split('\n').filter((line) => line !== '');
    const inOrder = [
      /^Accepted as IN\d+\. The slip says: short code [0-9A-Z]{13}, steward clerk \d/,
      /^Review: reviewer \d holds it since 5 January, due 26 January\.$/,
      /^Liaison letter: letter clerk \d holds it since 5 January/,
      /the letter must arrive\.$/,
      /the steward chases form and money\.$/,
      /^Form and money agree; at that moment the entry clerk’s name appears: entry clerk \d holds it/,
      /^The worker is dead, and the entry was recorded all the same/,
      /^[\d.]+ s later a new worker has gone on where the old one fell\. Reviewer \d holds it/,
      /^Booking: account clerk \d holds it/,
      /^办结: closed on \d+ January with 1 letter, 7 steps, one owner at each moment\.$/,
      /^On the person’s phone: “.*2026-01-\d\d已办结/,
    ];
    let from = 0;
    for (const sentence of inOrder) {
      const at = told.findIndex((line, index) => index >= from && sentence.test(line));
      expect(at, `${String(sentence)} in\n${told.slice(from).join('\n')}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
    expect(Date.now() - began).toBeLessThan(180_000);
  },
);
