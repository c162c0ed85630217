/** A practice office as `npm start` has it, with the colleagues who make the cases of the practice desk, but without its month. */
import { hash } from '@node-rs/argon2';
import { ensureOffice, ensurePracticeOffice } from '../../db/office/first-office.ts';
import { PRACTICE_OFFICE, PRACTICE_PASSWORD } from '../../domain/staff/practice.ts';
import { startImportRunner } from '../../imports/run-import.ts';
import { makeWanted } from '../../simulator/desk/practice-desk.ts';
import { OfficeApi } from '../../simulator/outside/office-api.ts';
import type { ApiConfig, ApiDependencies } from '../../api/handling/dependencies.ts';
import { caller, serveApp, type Caller } from '../support/api.ts';
import { freshDatabase } from '../support/database.ts';
import { testKeyring } from './office.ts';
import { runClockFrom } from './office-clock.ts';

const QUIET = { info: () => undefined, error: () => undefined };
/** A Monday of the published calendar. */
const NINE = '2026-03-09T09:00:00+08:00';

export async function practiceOffice(
  change: Partial<ApiConfig> = {},
  more: Partial<Pick<ApiDependencies, 'core'>> = {},
) {
  const { db, drop } = await freshDatabase();
  await ensureOffice(db, PRACTICE_OFFICE);
  const passwordHash = await hash(PRACTICE_PASSWORD, { memoryCost: 1024, timeCost: 1 });
  await ensurePracticeOffice(db, PRACTICE_OFFICE.id, passwordHash);
  await runClockFrom(db, NINE);
  const served = await serveApp(db, change, more);
  const imports = startImportRunner({ db, keyring: testKeyring, logger: QUIET, pollMs: 50 });
  const ending = new AbortController();
  const api = new OfficeApi(served.url, ending.signal);
  await api.signInEverybody();
  const said: string[] = [];
  return {
    db,
    url: served.url,
    /** What could not be made, in the words of the simulator. */
    said,
    log: served.log,
    /** The practice office looks once for what was begun. */
    makeCases: () => makeWanted({ api, stop: ending.signal, say: (sentence) => said.push(sentence) }),
    async as(username: string): Promise<Caller> {
      const { body } = await caller(served.url, {}).post('/sessions', { username, password: PRACTICE_PASSWORD });
      return caller(served.url, { Authorization: `Bearer ${String(body.token)}` });
    },
    async stop() {
      ending.abort();
      await imports.stop();
      served.stop();
      await served.lookUps.stop();
      await drop();
    },
  };
}

export type PracticeOffice = Awaited<ReturnType<typeof practiceOffice>>;
