/** Each release is judged by its own checker: it alone knows by which names its runs go. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Finding } from '../../invariants/invariant.ts';

const execute = promisify(execFile);

export interface Rest {
  /** What is still wrong. */
  readonly findings: readonly Finding[];
  /** Until nothing was, or it was given up. */
  readonly restSeconds: number;
}

const PATIENCE_MS = 180_000;
const LOOK_EVERY_MS = 5_000;

/** A start rebuilds hundreds of runs while people go on working: what is late then comes to rest by itself, and what is lost does not. */
export async function findingsAtRest(
  look: () => Promise<readonly Finding[]>,
  { patienceMs = PATIENCE_MS, everyMs = LOOK_EVERY_MS } = {},
): Promise<Rest> {
  const began = performance.now();
  for (;;) {
    const findings = await look();
    const waitedMs = performance.now() - began;
    if (findings.length === 0 || waitedMs > patienceMs) return { findings, restSeconds: Math.round(waitedMs / 1000) };
    await delay(everyMs);
  }
}

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
