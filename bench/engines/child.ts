/** A contestant in a process of its own, which says when it is ready. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { stopProcess } from '../../scripts/servers/processes.ts';
import { typeScript } from '../../scripts/start/office.ts';
import type { Context } from '../context.ts';

const CONTESTANTS = 'bench/contestants';

export interface Child {
  readonly pid: number;
  readonly process: ChildProcess & { send(message: object): boolean };
  stop(): Promise<void>;
}

/** `file` below bench/contestants/. @throws when it ends before it is ready */
export async function startChild(
  context: Pick<Context, 'atEnd'>,
  file: string,
  words: readonly string[],
): Promise<Child> {
  const [first, second, path] = typeScript(join(CONTESTANTS, file), { dev: false });
  const child = fork(path!, words, { execArgv: [first!, second!], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${String(code)} before it was ready`);
    }),
  ]);
  const pid = child.pid!;
  const stop = () => stopProcess(pid, 'SIGTERM', 10_000);
  context.atEnd(stop);
  return { pid, process: child, stop };
}
