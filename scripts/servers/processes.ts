import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** True while the process runs; a zombie that waits for its parent counts as gone. */
export function isAlive(pid: number): boolean {
  if (pid <= 0) return false; // 0 and below name process groups
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && !isZombie(pid);
  }
  return !isZombie(pid);
}

export function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z';
}

/** When the process started, in a form that only serves to be compared: a reused pid has another one. Undefined when gone. */
export function startMark(pid: number): string | undefined {
  const fields = statFields(pid);
  if (fields) return fields[19];
  return process.platform === 'linux' ? undefined : ps(pid, 'lstart=');
}

/** The command line of a process, empty when it is gone. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return process.platform === 'linux' ? '' : (ps(pid, 'command=') ?? '');
  }
}

/** Waits until the process is gone; false when it still runs after `timeoutMs`. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

/** Asks with `signal`, insists with SIGKILL after `patienceMs`. Safe to call for a process that is gone. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<void> {
  signalQuietly(pid, signal);
  if (await waitForExit(pid, patienceMs)) return;
  signalQuietly(pid, 'SIGKILL');
  await waitForExit(pid, 5_000);
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  if (pid <= 0) return;
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone, which is what was wanted.
  }
}

/** Fields of /proc/PID/stat after the command name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
