/** Writes the committed files that follow from others; with `--check` it only says which of them are not current. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractTypes } from './generate/contract.ts';
import { procedureStatements } from './generate/procedures.ts';
import { databaseTypes } from './generate/database-types.ts';
import { schemaDump } from './generate/schema-dump.ts';
import { withMigratedDatabase } from './generate/throw-away-database.ts';

const root = join(import.meta.dirname, '..');

/** Generated files by their path below the root. A source that is not there yet generates nothing. */
type Files = Map<string, string>;

async function fromTexts(): Promise<Files> {
  const files: Files = new Map([['migrations/procedures.generated.sql', procedureStatements()]]);
  const contract = join(root, 'openapi.yaml');
  if (existsSync(contract)) files.set('api/contract.generated.ts', await contractTypes(contract));
  return files;
}

function fromDatabase(): Promise<Files> {
  return withMigratedDatabase(async (url) => {
    const [types, schema] = await Promise.all([databaseTypes(url), schemaDump(url)]);
    return new Map([
      ['db/database.generated.ts', types],
      ['db/schema.sql', schema],
    ]);
  });
}

function isCurrent(path: string, text: string): boolean {
  const file = join(root, path);
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

const checkOnly = process.argv.includes('--check');

/** Gives back how many were not current. */
function settle(files: Files): number {
  const stale = [...files].filter(([path, text]) => !isCurrent(path, text));
  for (const [path, text] of stale) {
    if (!checkOnly) writeFileSync(join(root, path), text);
    console.log(checkOnly ? `${path} is not current: run \`npm run generate\` and commit it` : `wrote ${path}`);
  }
  return stale.length;
}

// The procedures first: a database is not migrated without them.
const stale = settle(await fromTexts()) + settle(await fromDatabase());
if (stale === 0) console.log('all generated files are current');
if (checkOnly && stale > 0) process.exitCode = 1;
