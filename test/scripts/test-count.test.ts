import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'baton-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const counter = pathToFileURL(join(import.meta.dirname, '..', '..', 'scripts', 'test-count.mjs')).href;

/** The closing line for this report of the runner, which ended with `exitCode`. */
function closing(report: object | undefined, exitCode: number): string {
  const file = join(folder, `report-${Math.random()}.json`);
  if (report) writeFileSync(file, JSON.stringify(report));
  const script = `import { closingLine, countTests } from ${JSON.stringify(counter)};
    console.log(closingLine(countTests(${JSON.stringify(file)}, ${exitCode})))`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim();
}

const report = (passed: number, failed: number, pending: number, testResults: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults,
});

test('counts what passed and failed, and what was skipped only when something was', () => {
  expect(closing(report(12, 0, 0), 0)).toBe('12 passed, 0 failed');
  expect(closing(report(12, 2, 3), 1)).toBe('12 passed, 2 failed, 3 skipped');
});

test('a file that could not be loaded is a failure though none of its tests ran', () => {
  expect(closing(report(4, 0, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toBe('4 passed, 1 failed');
});

test('an error outside any test, and a runner that left no report, are failures', () => {
  expect(closing(report(4, 0, 0), 1)).toBe('4 passed, 1 failed');
  expect(closing(undefined, 1)).toBe('0 passed, 1 failed');
});
