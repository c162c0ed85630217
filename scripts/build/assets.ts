import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Folders whose code is compiled and that may hold what is read at run time. */
const COMPILED = [
  'activities',
  'api',
  'cli',
  'documents',
  'exports',
  'gateways',
  'imports',
  'observability',
  'relay',
  'upkeep',
];

/** Everything that is read at run time and that the compiler does not emit, to the same place below dist/. */
export function copyAssets(root: string, dist: string): string {
  const files = [
    'openapi.yaml',
    'migrations',
    ...COMPILED.flatMap((folder) => notCode(join(root, folder)).map((file) => relative(root, file))),
  ];
  for (const file of files.filter((name) => existsSync(join(root, name)))) {
    cpSync(join(root, file), join(dist, file), { recursive: true, filter: (source) => !source.endsWith('.md') });
  }
  return `${files.length} copied`;
}

function notCode(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(ts|tsx|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
