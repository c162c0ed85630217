/** `npm run build`: dist/ as production runs it — `node dist/server.js`, `node dist/worker.js`, no compiler beside them. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { copyAssets } from './build/assets.ts';
import { bundleWorkflows } from './build/workflow-bundle.ts';
import { compile } from './build/compile.ts';
import { buildConsole } from './start/console-build.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

async function stage(name: string, work: () => Promise<string>): Promise<void> {
  const started = performance.now();
  const result = await work();
  console.log(`${pc.green('✓')} ${name} ${pc.dim(`${((performance.now() - started) / 1000).toFixed(1)} s`)} ${result}`);
}

/** The pages are replaced as a whole by their own build: a console that is being served is never half there. */
function sweep(): void {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) if (name !== 'web') rmSync(join(dist, name), { recursive: true, force: true });
}

async function pages(): Promise<string> {
  if (!existsSync(join(root, 'web', 'index.html'))) return 'there is no web/index.html';
  await buildConsole();
  return 'dist/web';
}

sweep();
try {
  await Promise.all([
    stage('code', () => compile(root, dist)),
    stage('console', pages),
    stage('workflow bundle', () => bundleWorkflows(root, join(dist, 'workflow-bundle.js'))),
  ]);
  await stage('migrations and contract', () => Promise.resolve(copyAssets(root, dist)));
} catch (error) {
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
