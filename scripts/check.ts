/** `npm run check` is exactly CI: everything that can be known without starting the product. Prints only what failed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import pc from 'picocolors';
import { inParallel } from '../domain/in-parallel.ts';

const root = join(import.meta.dirname, '..');

interface Check {
  readonly name: string;
  /** The words of the command, found in node_modules/.bin. */
  readonly command: readonly [string, ...string[]];
  /** What it looks at; a part of the product that is not there is named, not passed over in silence. */
  readonly needs: string;
  /** One of the tests, too: left out when all of them follow. */
  readonly isTest?: true;
}

// By content, not by time: a file is looked at again when it, or how it is to be written, is another.
const FORMAT_CACHE = ['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/prettier'] as const;
const TYPES_AND_LINT = ['tsx', 'scripts/check/types-and-lint.ts'] as const;
// No cache of lint: a change of types in one file makes a lost promise in another. The longest first: two at a time is what two cores bear.
const CHECKS: readonly Check[] = [
  {
    name: 'types and lint',
    command: [...TYPES_AND_LINT, 'tsconfig.json', '.', 'web'],
    needs: 'tsconfig.json',
  },
  {
    name: 'types and lint of the console',
    command: [...TYPES_AND_LINT, 'web/tsconfig.json', 'web'],
    needs: 'web/tsconfig.json',
  },
  {
    name: 'format',
    command: ['prettier', '--check', '.', '--log-level', 'warn', ...FORMAT_CACHE],
    needs: '.prettierrc.json',
  },
  {
    name: 'generated files',
    command: ['tsx', 'scripts/generate.ts', '--check'],
    needs: 'scripts/generate.ts',
  },
  {
    name: 'import table',
    command: ['vitest', 'run', 'test/architecture.test.ts'],
    needs: 'test/architecture.test.ts',
    isTest: true,
  },
  {
    name: 'contract',
    command: ['redocly', 'lint', 'baton'],
    needs: 'openapi.yaml',
  },
];
const AT_ONCE = 2;

/** One line per check as it ends; the output of a failed one below its line. */
async function run(check: Check): Promise<boolean> {
  if (!existsSync(join(root, check.needs))) {
    console.log(`${pc.yellow('–')} ${check.name}: there is no ${check.needs}`);
    return true;
  }
  const started = performance.now();
  const [file, ...words] = check.command;
  const result = await execa(file, words, {
    cwd: root,
    preferLocal: true,
    localDir: root,
    all: true,
    reject: false,
    // Redocly would otherwise ask its registry for a newer version and report that it ran.
    env: {
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      FORCE_COLOR: pc.isColorSupported ? '1' : '0',
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = !result.failed;
  console.log(`${passed ? pc.green('✓') : pc.red('✗')} ${check.name} ${pc.dim(`${seconds} s`)}`);
  if (!passed) console.log(result.all ?? result.message);
  return passed;
}

async function runAll({ testsFollow }: { testsFollow: boolean }): Promise<boolean> {
  const checks = CHECKS.filter(({ isTest }) => !(isTest && testsFollow));
  return (await inParallel(checks, AT_ONCE, run)).every(Boolean);
}

const started = performance.now();
const passed = await runAll({ testsFollow: process.argv.includes('--tests-follow') });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(passed ? pc.green(`check passed in ${seconds} s`) : pc.red(`check failed after ${seconds} s`));
if (!passed) process.exitCode = 1;
