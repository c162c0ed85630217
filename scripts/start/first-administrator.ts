import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../project.ts';

const run = promisify(execFile);

/**
 * Makes the first administrator of an empty office; the operator's command line does the work and says nothing when there is one.
 * @returns the lines to show once, the one-time password among them
 */
export async function firstAdministrator(env: Record<string, string>): Promise<string> {
  const command = ['--import', 'tsx', join(PROJECT, 'cli', 'baton.ts'), 'staff', 'create-administrator'];
  const { stdout } = await run(process.execPath, command, { cwd: PROJECT, env: { ...process.env, ...env } });
  return stdout.trim();
}
