/** A release's own checker on the ledger that it works on: only it knows the columns that it has. */
import { execa } from 'execa';
import type { Finding } from '../../invariants/invariant.ts';

export async function findingsOfRelease(folder: string, dataDir: string): Promise<Finding[]> {
  const words = ['scripts/run.mjs', 'invariants/main.ts', '--data', dataDir, '--json'];
  const { stdout, stderr } = await execa(process.execPath, words, { cwd: folder, reject: false });
  const answer = stdout.split('\n').findLast((line) => line.startsWith('{'));
  if (answer === undefined) throw new Error(`the checker of the release does not answer: ${stderr}`);
  return (JSON.parse(answer) as { findings: Finding[] }).findings;
}
