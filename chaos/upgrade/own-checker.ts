/** Each release is judged by its own checker: it alone knows by which names its runs go. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Finding } from '../../invariants/invariant.ts';

const execute = promisify(execFile);

export async function ownFindings(project: string, dataDir: string): Promise<readonly Finding[]> {
  const words = [
    '--import',
    join(project, 'node_modules', 'tsx', 'dist', 'loader.mjs'),
    join(project, 'invariants', 'main.ts'),
    '--json',
    '--data',
    dataDir,
  ];
  const { stdout } = await execute(process.execPath, words, { cwd: project }).catch((error: unknown) => {
    // It ends with 1 when it has found something.
    const { code, stdout: said } = error as { code?: unknown; stdout?: string };
    if (code === 1 && said) return { stdout: said };
    throw error;
  });
  return (JSON.parse(stdout) as { findings: Finding[] }).findings;
}
