import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundled once here: a worker in production starts without a bundler, and every worker runs the same bytes. */
export async function bundleWorkflows(root: string, file: string): Promise<string> {
  const quiet = { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error, log() {} };
  const { code } = await bundleWorkflowCode({ workflowsPath: join(root, 'workflows', 'index.ts'), logger: quiet });
  writeFileSync(file, code);
  return `${Math.round(code.length / 1024)} kB`;
}
