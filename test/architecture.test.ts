/** Reads the tables of docs/architecture.md, every import of every file, and every statement that writes. */
import { describe, expect, test } from 'vitest';
import { circles } from './support/architecture/circles.ts';
import { importTable } from './support/architecture/import-table.ts';
import { roomsTable } from './support/architecture/rooms-table.ts';
import { sourceFiles, type FoundImport, type SourceFile } from './support/architecture/source-files.ts';
import { tablesOfSchema, tablesWritten, unlistedWriters, writersTable } from './support/architecture/writers.ts';

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

/** `db/holding`, `domain/time`: a folder below a top-level one; what lies beside the rooms is none. */
const roomOf = (path: string): string | undefined =>
  path.split('/').length > 2 ? path.split('/').slice(0, 2).join('/') : undefined;

describe('the rooms of db/', () => {
  const rooms = roomsTable();
  const inside = own.filter(({ area }) => area === 'db');
  const nameOf = (path: string) => roomOf(path)?.slice('db/'.length);

  test('have a row each, and no file lies beside them', () => {
    expect(new Set(inside.map(({ path }) => nameOf(path)))).toEqual(new Set(rooms.keys()));
  });

  test('import what their row allows', () => {
    expect(inside.flatMap((file) => forbiddenRooms(file))).toEqual([]);
  });

  test('an import that no row allows is seen', () => {
    const planted = inside.find(({ path }) => path.startsWith('db/metrics/'))!;
    const target = 'db/holding/tasks.ts';
    const imports = [{ specifier: '../holding/tasks.ts', typeOnly: false, target, area: 'db' }];
    expect(forbiddenRooms({ ...planted, imports })).toEqual([`${planted.path} imports ${target}`]);
  });

  function forbiddenRooms(file: SourceFile): string[] {
    const room = nameOf(file.path)!;
    const allowed = new Set(['connection', room, ...(rooms.get(room) ?? [])]);
    return file.imports
      .flatMap(({ target }) => (target?.startsWith('db/') && nameOf(target) !== undefined ? [target] : []))
      .filter((target) => !allowed.has(nameOf(target)!))
      .map((target) => `${file.path} imports ${target}`);
  }
});

describe('who writes which table', () => {
  const tables = tablesOfSchema();
  const writers = writersTable();
  // Tests, the benchmark and chaos break or fill an office on purpose.
  const product = own.filter(({ area }) => !['bench', 'chaos', 'migrations'].includes(area));

  test('is as docs/architecture.md says', () => {
    expect(unlistedWriters(product, writers, tables)).toEqual([]);
  });

  test('names tables that are there, and writers that write', () => {
    const written = new Set(product.flatMap(({ text }) => tablesWritten(text, new Set(tables))));
    expect([...writers.keys()].filter((table) => !written.has(table))).toEqual([]);
  });

  test('a second writer is seen, however it writes', () => {
    const texts = [
      "db.updateTable('tasks').set({})",
      "insertMany(tx, 'tasks', rows)",
      'sql`update tasks set closed_at = null`',
      'sql`with a as (select 1) insert into\n tasks (id) select 1`',
      'sql`delete from public.tasks`',
    ];
    const planted = texts.map((text) => ({ path: 'db/letters/sent.ts', text }));
    expect(unlistedWriters(planted, writers, tables)).toEqual(texts.map(() => 'db/letters/sent.ts writes tasks'));
  });
});

test('no file needs one that needs it', () => {
  expect(circles(own.map(({ path, imports }) => [path, imports.map(({ target }) => target)]))).toEqual([]);
});

test('no room needs one that needs it', () => {
  const edges = new Map<string, (string | undefined)[]>();
  for (const { path, imports } of own) {
    const room = roomOf(path);
    if (room === undefined) continue;
    const targets = imports.map(({ target }) => target && roomOf(target)).filter((target) => target !== room);
    edges.set(room, [...(edges.get(room) ?? []), ...targets]);
  }
  expect(circles([...edges])).toEqual([]);
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
    expect.objectContaining({ target: 'domain/facts/closings.ts', area: 'domain', typeOnly: true }),
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
