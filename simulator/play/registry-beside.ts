/** The registry of mobiles beside a play. */
import { startRegistry, type PlayedRegistry } from '../identity/registry.ts';
import type { World } from './world.ts';

/** Undefined where the office has none. */
export async function startRegistryBeside({ settings }: World): Promise<PlayedRegistry | undefined> {
  const { identityPort: port, identitySecret: secret, seed } = settings;
  if (port === undefined || secret === undefined) return undefined;
  return startRegistry({ port, secret, seed });
}
