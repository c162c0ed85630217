/** Writes the committed files that follow from others; with `--check` it only says which of them are not current. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractTypes } from './generate/contract.ts';
import { databaseTypes } from './generate/database-types.ts';
import { schemaDump } from './generate/schema-dump.ts';
import { withMigratedDatabase } from './generate/throw-away-database.ts';

const root = join(import.meta.dirname, '..');

/** The generated files by their path below the root. A source that is not there yet generates nothing. */
async function generateAll(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const contract = join(root, 'openapi.yaml');
  if (existsSync(contract)) files.set('api/contract.generated.ts', await contractTypes(contract));
  await withMigratedDatabase(async (url) => {
    const [types, schema] = await Promise.all([databaseTypes(url), schemaDump(url)]);
    files.set('db/database.generated.ts', types);
    files.set('db/schema.sql', schema);
  });
  return files;
}

function isCurrent(path: string, text: string): boolean {
  const file = join(root, path);
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

const checkOnly = process.argv.includes('--check');
const files = await generateAll();
const stale = [...files].filter(([path, text]) => !isCurrent(path, text));
for (const [path, text] of stale) {
  if (!checkOnly) writeFileSync(join(root, path), text);
  console.log(checkOnly ? `${path} is not current: run \`npm run generate\` and commit it` : `wrote ${path}`);
}
if (stale.length === 0) console.log(`all ${files.size} generated files are current`);
if (checkOnly && stale.length > 0) process.exitCode = 1;
