/** Reads the import table of docs/architecture.md and every import of every file. */
import { describe, expect, test } from 'vitest';
import { importTable } from './support/architecture/import-table.ts';
import { sourceFiles, type FoundImport, type SourceFile } from './support/architecture/source-files.ts';

const MAX_LINES = 250;
const files = sourceFiles();
const table = importTable();
const own = files.filter((file) => !file.isTest && !file.isGenerated);

describe('the import table', () => {
  test('has a row for every folder and process', () => {
    const areas = new Set(files.map((file) => file.area));
    expect([...areas].filter((area) => !table.has(area) && !area.endsWith('.config.ts'))).toEqual([]);
  });

  test('is obeyed by every import', () => {
    expect(files.flatMap(forbiddenImports)).toEqual([]);
  });

  test('names every package that a bounded folder imports', () => {
    expect(files.flatMap(forbiddenPackages)).toEqual([]);
  });
});

test('nobody imports a process', () => {
  expect(importsThat(({ target }) => target === 'server.ts' || target === 'worker.ts')).toEqual([]);
});

test('nobody imports a test; those of the benchmark alone use the support of all tests', () => {
  const mayUse = (file: SourceFile, target = '') =>
    file.area === 'bench' && file.isTest && target.startsWith('test/support/');
  expect(
    importsThat(({ area, target }, file) => area === 'test' && file.area !== 'test' && !mayUse(file, target)),
  ).toEqual([]);
});

test('nobody imports bench', () => {
  expect(importsThat(({ area }, file) => area === 'bench' && file.area !== 'bench')).toEqual([]);
});

test('no two folders import each other', () => {
  const edges = new Set(files.flatMap((file) => file.imports.map(({ area }) => `${file.area} ${area ?? ''}`)));
  const mutual = [...edges].filter((edge) => {
    const [from, to] = edge.split(' ') as [string, string];
    return from < to && edges.has(`${to} ${from}`);
  });
  expect(mutual).toEqual([]);
});

test('no file needs one that needs it', () => {
  const importsOf = new Map(own.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const target of importsOf.get(from) ?? []) {
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      reaches(target, seen);
    }
    return seen;
  };
  expect(own.map(({ path }) => path).filter((path) => reaches(path).has(path))).toEqual([]);
});

test('only config.ts and scripts read the environment', () => {
  const allowed = (file: SourceFile) =>
    file.area === 'config.ts' || file.area === 'scripts' || file.path.startsWith('test/support/');
  expect(files.filter((file) => file.readsEnvironment && !allowed(file)).map((file) => file.path)).toEqual([]);
});

test('SQL is built in db/ alone; a restore and a measurement ask for themselves', () => {
  const allowed = ['db', 'test', 'backup', 'bench'];
  expect(files.filter((file) => file.buildsSql && !allowed.includes(file.area)).map((file) => file.path)).toEqual([]);
});

test(`no file is longer than ${MAX_LINES} lines`, () => {
  expect(own.filter((file) => file.lines > MAX_LINES).map((file) => `${file.path}: ${file.lines} lines`)).toEqual([]);
});

test('the checks above see the code at all', () => {
  const steps = files.find((file) => file.path === 'domain/facts/facts.ts');
  expect(steps?.imports).toContainEqual(
    expect.objectContaining({ target: 'domain/procedures/steps.ts', area: 'domain', typeOnly: true }),
  );
});

function importsThat(matches: (found: FoundImport, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((found) => matches(found, file)).map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
}

function forbiddenImports(file: SourceFile): string[] {
  const rule = table.get(file.area);
  if (!rule || rule.mayImport === 'anything') return [];
  const allowed = rule.mayImport;
  return file.imports
    .filter(({ area, target }) => area !== undefined && area !== file.area && target !== undefined)
    .filter((found) => !allowed.some((one) => one.covers(found)))
    .map(({ specifier, typeOnly }) => `${file.path} imports ${typeOnly ? 'types of ' : ''}${specifier}`);
}

function forbiddenPackages(file: SourceFile): string[] {
  const packages = table.get(file.area)?.packages;
  if (!packages) return [];
  return file.imports
    .filter(({ packageName }) => packageName !== undefined && !packages.includes(packageName))
    .map(({ specifier }) => `${file.path} imports ${specifier}`);
}
