// npm test: installs what is needed, runs the check and the tests, and ends with one line that counts them. Plain Node.
// Named parts run alone: npm test -- test/db, npm run e2e.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowser } from './browser.mjs';
import { ensureInstalled } from './install-guard.mjs';
import { runTypeScript } from './run-typescript.mjs';
import { closingLine, countTests } from './test-count.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const only = process.argv.slice(2);
await ensureInstalled(root);
const browser = provideBrowser();
if (!browser) console.log('\n*** No Chromium on this machine: the tests in a real browser are SKIPPED. ***\n');

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (interrupted = true));

// Part of the tests may be named; the check is about the whole.
const checked = only.length > 0 || (await runTypeScript(root, 'scripts/check.ts', ['--tests-follow'])) === 0;
if (interrupted) process.exit(130);
const report = join(root, 'test-results', 'vitest.json');
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
const vitest = join(dirname(createRequire(join(root, 'package.json')).resolve('vitest/package.json')), 'vitest.mjs');
// Pages in a browser take as long as everything else together.
const parts = only.length > 0 ? only : ['tests', 'alone', 'days'].map((project) => `--project=${project}`);
const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...parts];
const exitCode = await new Promise((resolve) => {
  const env = { ...process.env, ...(browser ? { BATON_CHROMIUM: browser } : {}) };
  const child = spawn(process.execPath, [vitest, ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  // The runner stops its servers before it ends; Ctrl-C in a terminal reaches it by itself.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGINT'));
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('exit', (code) => resolve(code ?? 1));
});

const count = countTests(report, exitCode);
if (!checked) {
  console.log('The check did not pass (see above); it counts as one failure.');
  count.failed += 1;
}
console.log(closingLine(count));
process.exit(count.failed > 0 || exitCode !== 0 ? 1 : 0);
