/** The API process: the contract's operations, console, status page and reference; a second port for operators. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import closeWithGrace from 'close-with-grace';
import { createApp } from './api/app.ts';
import { askInside } from './api/inside.ts';
import { operatorsApp } from './api/operators-app.ts';
import { drained } from './api/door/drained.ts';
import { hashPassword } from './api/door/passwords.ts';
import { ChangeFeed } from './api/handling/change-feed.ts';
import type { ApiDependencies } from './api/handling/dependencies.ts';
import { watchPressure } from './api/handling/pressure.ts';
import { readConfig, type Config } from './config.ts';
import { refuseSkewedClock } from './db/connection/clock-skew.ts';
import { connect, createPool, type Db } from './db/connection/connection.ts';
import { ConnectionQueue, connectThrough } from './db/connection/queue.ts';
import { ensureOffice, ensurePracticeOffice, ensureSimulatedClock } from './db/office/first-office.ts';
import { findOffice, theOffice } from './db/office/office.ts';
import { isReady } from './db/connection/readiness.ts';
import { KeptSessions } from './db/office/kept-sessions.ts';
import { LookUpLog } from './db/office/look-up-log.ts';
import { pruneSignIns } from './db/office/sessions.ts';
import { Keyring, parseKeys } from './db/connection/sealing.ts';
import { createRenderer } from './documents/render/renderer.ts';
import { openCore } from './gateways/core/open.ts';
import { openIdentity } from './gateways/identity/open.ts';
import { openSmsGateway } from './gateways/sms/open.ts';
import { startExportRunner, type ExportRunner } from './exports/run-export.ts';
import { startImportRunner } from './imports/run-import.ts';
import { PRACTICE_OFFICE, PRACTICE_PASSWORD } from './domain/staff/practice.ts';
import { businessEvents } from './observability/events.ts';
import { httpMetrics } from './observability/http-metrics.ts';
import { createLogger } from './observability/logger.ts';
import { createMetrics } from './observability/metrics.ts';

const config = readConfig();
const logger = createLogger({ level: config.logLevel, process: 'api' });
const metrics = createMetrics();
const onError = (error: Error): void => logger.warn({ reason: error.message }, 'database.connection.lost');
const pool = createPool(config.databaseUrl, {
  max: config.databaseConnections,
  applicationName: 'baton-api',
  connectionTimeoutMs: 3_000,
  // A statement that is only slow ends by PostgreSQL's word, before its connection counts as dead.
  statementTimeoutMs: 14_000,
  unansweredMs: 15_000,
  lockTimeoutMs: 5_000,
  onError,
});
// The door lets nobody in long before; this is for those who are in and need a connection once more.
const queue = new ConnectionQueue(pool, 1_000);
const db = connectThrough(queue);
// The one who is asked whether the API is ready must not wait for ever on a connection that a network has forgotten.
const probe = connect(config.databaseUrl, {
  max: 1,
  applicationName: 'baton-api-probe',
  connectionTimeoutMs: 3_000,
  statementTimeoutMs: 4_000,
  unansweredMs: 5_000,
  onError,
});
const keyring = new Keyring(parseKeys(config.dataKeys), parseKeys(config.hashKeys));

await refuseSkewedClock(db);
await prepareOffice(db, config);
const sessions = new KeptSessions();
const endings = sessions.startListening(config.databaseUrl);
const lookUps = new LookUpLog(db, { onFailure: sayNotNoted });
const changes = new ChangeFeed(db, async () => (await theOffice(db)).id);
const events = businessEvents(logger, metrics);
const core = openCore(config.core);
const identity = openIdentity(config.identity);
if (identity) logger.info({ template: identity.template.name, ...identity.address }, 'identity.registry');
const imports = startImportRunner({ db, keyring, logger, fileColumns: core?.template.files });
const pressure = watchPressure(queue);
const http = httpMetrics(metrics.registry);
const renderer = createRenderer({ fontFiles: config.documentFonts });
const smsGateway = openSmsGateway(config.sms);
const deps: ApiDependencies = {
  db,
  pushedReceipts: smsGateway?.pushed,
  gateways: { sms: smsGateway !== undefined, alerts: config.alerts.url !== undefined },
  probe,
  keyring,
  sessions,
  lookUps,
  changes,
  renderer,
  config,
  logger,
  events,
  core: core?.system,
  identity: identity?.registry,
  imports,
  exports: { wake: () => exports.wake() },
  http,
  pressure,
};
const ask = askInside(deps);
const app = createApp(deps, ask);
const exports: ExportRunner = startExportRunner({ db, keyring, logger, ask });
// Longer than proxies keep theirs: a connection that closes just when the next request is on its way fails it.
const api = await listen(createServer({ keepAliveTimeout: 65_000, headersTimeout: 66_000 }, app), config.port);
const operators = await listen(createServer(operatorsApp({ db: probe, metrics, logger })), config.metricsPort);
const pruning = setInterval(() => void pruneSignIns(db).catch(sayNotPruned), 60 * 60_000);
logger.info({ port: config.port, metricsPort: config.metricsPort }, 'api.started');

closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
  if (err) logger.error({ reason: err.message }, 'api.failed');
  clearInterval(pruning);
  changes.stop();
  await Promise.all([drained(api), drained(operators)]);
  await Promise.all([imports.stop(), exports.stop(), endings.stop(), lookUps.stop()]);
  pressure.stop();
  await renderer.close();
  await Promise.all([db.destroy(), probe.destroy()]);
  logger.info('api.stopped');
});

/** Who looked at whom must not be lost in silence. */
function sayNotNoted(error: Error, lost: number): void {
  logger[lost > 0 ? 'error' : 'warn']({ reason: error.message, lost }, 'look-ups.not.noted');
}

function sayNotPruned(error: unknown): void {
  logger.warn({ reason: (error as Error).message }, 'sign-ins.not.pruned');
}

async function prepareOffice(database: Db, { office, practice, production, simulationSpeed }: Config): Promise<void> {
  if (!(await isReady(database)))
    throw new Error('The database is not migrated; run `npm run baton -- migrate` first.');
  if (production && !office.name && !(await findOffice(database))) {
    throw new Error('This is the first start: set OFFICE_NAME, OFFICE_AREA_CODE and OFFICE_TELEPHONE.');
  }
  await ensureOffice(database, {
    id: practice ? PRACTICE_OFFICE.id : office.id,
    name: office.name ?? PRACTICE_OFFICE.name,
    areaCode: office.areaCode ?? PRACTICE_OFFICE.areaCode,
    telephone: office.telephone ?? PRACTICE_OFFICE.telephone,
  });
  if (simulationSpeed !== undefined) await ensureSimulatedClock(database, simulationSpeed);
  if (practice) {
    await ensurePracticeOffice(database, (await theOffice(database)).id, await hashPassword(PRACTICE_PASSWORD));
  }
}

async function listen(server: Server, port: number): Promise<Server> {
  server.listen(port, config.host);
  await once(server, 'listening');
  return server;
}
