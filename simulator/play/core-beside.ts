/** The core system beside a play, with a log of its own. */
import { PRACTICE_OFFICE } from '../../domain/staff/practice.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { startCoreSystem, type PlayedCore } from '../core/core-system.ts';
import type { World } from './world.ts';

/** Undefined where the office has none. */
export async function startCoreBeside({ settings, clock }: World): Promise<PlayedCore | undefined> {
  const { corePort: port, coreSecret: secret, dataDir } = settings;
  if (port === undefined || secret === undefined) return undefined;
  const today = async (): Promise<string> => dateOf(await clock.now());
  return startCoreSystem({ port, secret, dataDir, areaCode: PRACTICE_OFFICE.areaCode, today });
}
