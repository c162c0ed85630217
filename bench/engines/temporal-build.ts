/** The production server of Temporal, built once by the user's Go into the cache folder. */
import { execa } from 'execa';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../scripts/servers/temporal-release.ts';

export const PRODUCTION_VERSION = '1.32.1';

export interface ProductionBinaries {
  readonly server: string;
  /** Makes and updates its schema. */
  readonly sql: string;
}

/** Undefined, with the reason said, where there is no Go, or where it cannot build. */
export async function productionBinaries(say: (sentence: string) => void): Promise<ProductionBinaries | undefined> {
  const folder = join(cacheFolder(), `temporal-server-${PRODUCTION_VERSION}`);
  const found = { server: join(folder, 'server'), sql: join(folder, 'sql') };
  try {
    if (!existsSync(found.server)) await build(folder, 'server', say);
    if (!existsSync(found.sql)) await build(folder, 'tools/sql', say);
    return found;
  } catch (error) {
    const reason = (error as { shortMessage?: string }).shortMessage ?? String(error);
    say(`The production server of Temporal could not be built (${reason.split('\n')[0]}); the CLI server is used.`);
    return undefined;
  }
}

/** Six minutes on two cores at the first time. */
async function build(folder: string, command: string, say: (sentence: string) => void): Promise<void> {
  await execa('go', ['version']);
  say(`building ${command} of Temporal ${PRODUCTION_VERSION} with Go, once; this takes some minutes`);
  mkdirSync(folder, { recursive: true });
  await execa('go', ['install', `go.temporal.io/server/cmd/${command}@v${PRODUCTION_VERSION}`], {
    env: { GOBIN: folder, GOTOOLCHAIN: 'local' },
  });
}
