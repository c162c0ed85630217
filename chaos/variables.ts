/** Variables that faults give to a process of the office; it has them from its next start on. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROGRAMS = ['api', 'worker'] as const;
export type Program = (typeof PROGRAMS)[number];
type Values = Readonly<Record<string, string>>;

export interface Variables {
  /** A folder for whatever the variables speak of. */
  readonly folder: string;
  /** The words that let an office read them. */
  readonly startWords: readonly string[];
  /** @returns what takes them away again */
  give(program: Program, values: Values): () => void;
}

export function openVariables(dataDir: string): Variables {
  const folder = join(dataDir, 'chaos');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const given: Record<Program, Set<Values>> = { api: new Set(), worker: new Set() };
  const fileOf = (program: Program): string => join(folder, `${program}.env`);
  for (const program of PROGRAMS) rmSync(fileOf(program), { force: true });
  return {
    folder,
    startWords: PROGRAMS.flatMap((program) => ['--env', `${program}=${fileOf(program)}`]),
    give(program, values) {
      given[program].add(values);
      write(program);
      return () => {
        given[program].delete(values);
        write(program);
      };
    },
  };

  function write(program: Program): void {
    const all: Values = Object.assign({}, ...given[program]) as Values;
    writeFileSync(
      fileOf(program),
      Object.entries(all)
        .map(([name, value]) => `${name}='${value}'\n`)
        .join(''),
    );
  }
}
