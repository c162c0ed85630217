import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser of a test asks nobody on the internet for anything. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Its camera is a moving picture of the browser's own, on every machine the same.
  '--use-fake-device-for-media-stream',
];

/** The Chromium of this machine; undefined where there is none: `describe.skipIf(!chromiumExecutable())`. */
export function chromiumExecutable(): string | undefined {
  if (process.env['BATON_CHROMIUM']) return process.env['BATON_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => existsSync(file));
}

/** Call `close()` on it when done. Without a sandbox, which root may not use. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumExecutable();
  if (!executablePath) throw new Error('no Chromium on this machine');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...QUIET] });
}
