// Plain Node, no packages: this runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DOWNLOAD = 'about 330 MB, 800 MB on disk';

/** Ends the process with a sentence when this Node cannot run Baton. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if ((major === 20 && minor >= 20) || (major === 22 && minor >= 12) || major > 22) return;
  console.error(`Baton needs Node 20.20 or newer, or 22.12 or newer; this is Node ${version}.`);
  process.exit(1);
}

/** True when the packages are not there, or are those of another lockfile. */
export function installNeeded(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  const lockfile = join(root, 'package-lock.json');
  if (readOrEmpty(stampOf(root)) === fingerprint(lockfile)) return false;
  return statSync(lockfile).mtimeMs > statSync(installed).mtimeMs;
}

/** Installs the packages of the lockfile in `root` when that is needed; ends the process when it fails. */
export async function ensureInstalled(root, download = DOWNLOAD) {
  requireNode();
  if (!installNeeded(root)) return;
  refuseLinkedModules(root);
  console.log(`Installing the packages of package-lock.json (${download}) …`);
  const started = Date.now();
  const { code, output } = await npmCi(root, started);
  if (code !== 0) {
    console.error(`The packages could not be installed. What npm said:\n${output.trim()}`);
    process.exit(1);
  }
  writeFileSync(stampOf(root), fingerprint(join(root, 'package-lock.json')));
  console.log(`Packages installed in ${seconds(started)} s.`);
}

/** `npm ci` would empty the folder behind the link, which another copy of the project is using. */
function refuseLinkedModules(root) {
  const modules = join(root, 'node_modules');
  if (!lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  console.error(`${modules} is a link, and what it leads to was not installed from this package-lock.json.`);
  console.error('Remove the link to let Baton install its own packages.');
  process.exit(1);
}

function npmCi(root, started) {
  // Under `npm start` the same npm is used; otherwise the one on the PATH.
  const npm = process.env.npm_execpath;
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];
  const [file, args] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm, ...words]] : ['npm', words];
  // Development packages are wanted even where NODE_ENV says production: the console is built and tests are run with them.
  const env = { ...process.env, NODE_ENV: '' };
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const ticker = setInterval(() => showProgress(root, started), process.stdout.isTTY ? 500 : 10_000);
    const end = (code) => {
      clearInterval(ticker);
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
    child.on('close', end);
  });
}

function showProgress(root, started) {
  const line = `  ${installedCount(root)} of ${lockedCount(root)} packages, ${seconds(started)} s`;
  process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
}

function lockedCount(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const top = Object.entries(packages).filter(([path]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path));
  const here = ([, { os = [process.platform], cpu = [process.arch], libc = ['glibc'] }]) =>
    os.includes(process.platform) && cpu.includes(process.arch) && libc.includes('glibc');
  return top.filter(here).length;
}

function installedCount(root) {
  const names = (folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []);
  const modules = join(root, 'node_modules');
  return names(modules).reduce((sum, name) => sum + (name.startsWith('@') ? names(join(modules, name)).length : 1), 0);
}

const stampOf = (root) => join(root, 'node_modules', '.baton-installed');
const fingerprint = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const readOrEmpty = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const seconds = (since) => Math.round((Date.now() - since) / 1000);
