/** CPU time from the kernel's own account: the whole machine, and single processes with all that they have started. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Milliseconds in which a core of the machine was not idle. */
export function machineCpuMs(): number {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return ((user! + nice! + system! + irq! + softirq!) / ticksPerSecond) * 1000;
}

/** Milliseconds of the process and of whatever it started, the ended ones that it has waited for included. */
export function processCpuMs(pid: number): number {
  return familyOf(pid).reduce((sum, one) => sum + (statOf(one)?.cpuMs ?? 0), 0);
}

/** Bytes that the process and its children keep to themselves, shared pages counted once among those who share. */
export function processMemoryBytes(pid: number): number {
  return familyOf(pid).reduce((sum, one) => sum + proportionalBytes(one), 0);
}

/** Between two calls, by name. */
export class CpuMeter {
  readonly #pids: Readonly<Record<string, number>>;
  readonly #before: Readonly<Record<string, number>>;
  readonly #machineBefore = machineCpuMs();
  readonly #from = performance.now();

  constructor(pids: Readonly<Record<string, number>>) {
    this.#pids = pids;
    this.#before = this.#now();
  }

  read(): { machineMs: number; elapsedMs: number; byProcess: Record<string, number> } {
    const now = this.#now();
    return {
      machineMs: machineCpuMs() - this.#machineBefore,
      elapsedMs: performance.now() - this.#from,
      byProcess: Object.fromEntries(Object.keys(now).map((name) => [name, now[name]! - this.#before[name]!])),
    };
  }

  #now(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#pids).map(([name, pid]) => [name, processCpuMs(pid)]));
  }
}

function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const found = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (found) children.set(found.parent, [...(children.get(found.parent) ?? []), Number(name)]);
  }
  const below = (one: number): number[] => [one, ...(children.get(one) ?? []).flatMap(below)];
  return below(pid);
}

function statOf(pid: number): { parent: number; cpuMs: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets; fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number);
    const ticks = user! + system! + childrenUser! + childrenSystem!;
    return { parent: Number(fields[1]), cpuMs: (ticks / ticksPerSecond) * 1000 };
  } catch {
    return undefined;
  }
}

function proportionalBytes(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
