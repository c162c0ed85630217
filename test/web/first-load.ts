/** What a browser fetches before a page stands: read from what the build says of itself. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
}

export interface Script {
  readonly file: string;
  /** In gzip, as it is sent. */
  readonly bytes: number;
  /** Its modules, the longest first. */
  readonly modules: readonly (readonly [name: string, length: number])[];
}

export interface BuiltConsole {
  /** What scripts of their own were built of, by their paths in web/. */
  readonly sources: readonly string[];
  /** The scripts of the first page and of these sources, each with everything that it imports at once. */
  load(...sources: readonly string[]): Script[];
}

export function readBuilt(folder: string): BuiltConsole {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, '.vite', name), 'utf8'));
  const parts = read('manifest.json') as Readonly<Record<string, Part>>;
  const modules = read('modules.json') as Readonly<Record<string, Readonly<Record<string, number>>>>;

  const follow = (key: string, seen: Set<string>): void => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of parts[key]?.imports ?? []) follow(next, seen);
  };
  const script = (file: string): Script => ({
    file,
    bytes: statSync(join(folder, `${file}.gz`)).size,
    modules: Object.entries(modules[file] ?? {}).sort(([, a], [, b]) => b - a),
  });
  return {
    sources: Object.keys(parts),
    load(...sources) {
      const seen = new Set<string>();
      for (const source of ['index.html', ...sources]) {
        const key = Object.keys(parts).find((one) => one.endsWith(source));
        if (key === undefined) throw new Error(`nothing was built of ${source} by itself`);
        follow(key, seen);
      }
      const files = [...seen].map((key) => parts[key]?.file ?? '').filter((file) => file.endsWith('.js'));
      return [...new Set(files)].map(script).sort((a, b) => b.bytes - a.bytes);
    },
  };
}

export const bytesOf = (scripts: readonly Script[]): number => scripts.reduce((sum, { bytes }) => sum + bytes, 0);

/** `181.2 kB: kept.js 140.1 kB (react-dom 300, …)`, for whoever has to make it lighter. */
export function weighed(scripts: readonly Script[]): string {
  const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
  const lines = scripts.slice(0, 8).map(({ file, bytes, modules }) => {
    const biggest = modules.slice(0, 5).map(([name, length]) => `${name} ${kB(length)}`);
    return `${kB(bytes)} kB ${file}: ${biggest.join(', ')}`;
  });
  return [`${kB(bytesOf(scripts))} kB`, ...lines].join('\n');
}
