// Plain Node, no packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium for the tests in a real browser: the installed one, else Debian's package when we may install it. */
export function provideBrowser() {
  return findBrowser() ?? (installBrowser() ? findBrowser() : undefined);
}

function findBrowser() {
  if (process.env.BATON_CHROMIUM) return process.env.BATON_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE];
  return candidates.find((file) => existsSync(file));
}

function installBrowser() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log('Installing Chromium with apt-get for the tests in a real browser …');
  // The fonts too: without them a screenshot of a Chinese page shows boxes.
  const install = ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
  return aptGet(['update', '-q'], 60) && aptGet(install, 240);
}

function aptGet(words, patienceSeconds) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ran = spawnSync('apt-get', words, { env, stdio: 'ignore', timeout: patienceSeconds * 1000 });
  return ran.status === 0;
}
