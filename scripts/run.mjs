// node scripts/run.mjs <file.ts> [words …]: installs the packages when needed, then runs the file.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install-guard.mjs';
import { runTypeScript } from './run-typescript.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('Say which file to run: node scripts/run.mjs <file.ts> [words …]');
  process.exit(2);
}
await ensureInstalled(root);
process.exit(await runTypeScript(root, file, args));
