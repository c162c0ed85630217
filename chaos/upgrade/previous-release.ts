/** The release before this one: which commit it is, and a folder where it can run. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const PROJECT = resolve(import.meta.dirname, '..', '..');

export interface Release {
  readonly commit: string;
  readonly title: string;
  /** How it was chosen, in words. */
  readonly because: string;
  readonly folder: string;
  /** Takes the folder away again. */
  remove(): Promise<void>;
}

/** Checks it out below `parent` and installs its packages. @throws a sentence when git or npm cannot */
export async function previousRelease(from: string | undefined, parent: string): Promise<Release> {
  const { name, because } = await chosen(from);
  const commit = await git('rev-parse', '--verify', `${name}^{commit}`);
  const folder = join(parent, 'previous-release');
  await git('worktree', 'add', '--detach', '--force', folder, commit);
  await execute('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, maxBuffer: 1e8 });
  return {
    commit,
    title: await git('log', '-1', '--format=%s', commit),
    because,
    folder,
    remove: async () => void (await git('worktree', 'remove', '--force', folder)),
  };
}

async function chosen(from: string | undefined): Promise<{ name: string; because: string }> {
  if (from !== undefined) return { name: from, because: 'named by --from' };
  const tag = await git('describe', '--tags', '--abbrev=0', 'HEAD^').catch(() => undefined);
  if (tag) return { name: tag, because: 'the last tag' };
  const newest = await git('log', '-1', '--diff-filter=A', '--format=%H', '--', 'migrations/*.sql');
  return { name: `${newest}^`, because: 'the commit before the newest migration; there is no tag' };
}

async function git(...words: string[]): Promise<string> {
  return (await execute('git', words, { cwd: PROJECT })).stdout.trim();
}
