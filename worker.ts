/** The worker process: Temporal worker, outbox relay, reconciler, invariant checker, heartbeat of simulated time. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { heartbeat } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import closeWithGrace from 'close-with-grace';
import { clockActivities } from './activities/clocks.ts';
import { ledgerActivities } from './activities/ledger.ts';
import { noticeActivities } from './activities/notices.ts';
import { readConfig, type Config } from './config.ts';
import { refuseSkewedClock } from './db/connection/clock-skew.ts';
import { connect, type Db } from './db/connection/connection.ts';
import { isConnectionLoss } from './db/connection/loss.ts';
import { Keyring, parseKeys } from './db/connection/sealing.ts';
import { httpAlertGateway } from './gateways/alerts.ts';
import { openCore } from './gateways/core/open.ts';
import { noSmsGateway } from './gateways/sms/gateway.ts';
import { openSmsGateway } from './gateways/sms/open.ts';
import { businessEvents } from './observability/events.ts';
import { createLogger, type Logger } from './observability/logger.ts';
import { createMetrics, type Metrics } from './observability/metrics.ts';
import { runInvariantLoop } from './invariants/loop.ts';
import { startRepairs, startUpkeep } from './upkeep/jobs.ts';
import { startRelay } from './relay/relay.ts';
import { noter } from './upkeep/noted-runs.ts';
import { keepFollowing } from './upkeep/follow.ts';
import { endWhatIsOver } from './upkeep/before-work.ts';
import { TASK_QUEUE } from './workflows/messages.ts';

/** A connection that a network has forgotten is given up within fifteen seconds; Temporal takes more pings for an attack. */
const NOTICES_SILENCE = { 'grpc.keepalive_time_ms': 10_000, 'grpc.keepalive_timeout_ms': 5_000 };

const config = readConfig();
const logger = createLogger({ level: config.logLevel, process: 'worker' });
const metrics = createMetrics();
const events = businessEvents(logger, metrics);
const opened = openSmsGateway(config.sms);
for (const address of opened?.addresses ?? [])
  logger.info({ template: opened?.template.name, ...address }, 'sms.gateway');
const sms = opened ?? noSmsGateway;
const core = openCore(config.core);
for (const address of core?.addresses ?? []) logger.info({ template: core?.template.name, ...address }, 'core.system');
const db = connect(config.databaseUrl, {
  max: Math.max(config.databaseConnections, 16),
  applicationName: 'baton-worker',
  unansweredMs: 12_000,
  onError: (error) => logger.warn({ reason: error.message }, 'database.connection.lost'),
});

Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message }) => logger.warn({ level, message }, 'temporal.runtime')),
});
/** What has been started, to be stopped in the opposite order. */
const started: (() => unknown)[] = [() => db.destroy()];
closeWithGrace({ delay: 20_000, logger: false }, async ({ err }) => {
  if (err) logger.error({ reason: err.message }, 'worker.failed');
  for (const stop of started.reverse()) await stop();
  logger.info('worker.stopped');
});

await refuseSkewedClockOnceThere(db, logger);
// What needs no Temporal does not wait for it.
const alerts = config.alerts.url === undefined ? undefined : httpAlertGateway(config.alerts.url);
const keyring = new Keyring(parseKeys(config.dataKeys), parseKeys(config.hashKeys));
const upkeep = startUpkeep({
  db,
  logger,
  core: { keyring, system: core?.system },
  alerting: { limits: config.alerts, metrics, tell: alerts && ((alert) => alerts.tell(alert)) },
});
started.push(() => upkeep.stop());
const figures = serveFigures(metrics, config);
started.push(() => figures.close());
const { client, native } = await connectToTemporal(config, logger, noter(db, 'temporal'));

// The SDK notes the stack of each promise of a workflow and looks every frame up in the source map: a quarter of the time of
// its thread, for a question that operators ask rarely. Only what starts from here on has short stacks, not this thread.
setFlagsFromString('--stack-trace-limit=2');
const following = keepFollowing({
  ready: () => endWhatIsOver({ db, client }),
  create: () =>
    Worker.create({
      connection: native,
      namespace: config.temporal.namespace,
      taskQueue: TASK_QUEUE,
      ...workflowCode(),
      activities: {
        ...ledgerActivities({ db, events }),
        ...noticeActivities({ db, keyring, sms, events, alive: heartbeat }),
        ...clockActivities({ db, alive: heartbeat }),
      },
      maxCachedWorkflows: 2_000,
      maxConcurrentLocalActivityExecutions: 16,
      maxConcurrentActivityTaskExecutions: 4,
      shutdownGraceTime: '10 seconds',
    }),
  logger,
});
started.push(() => following.stop());
await following.begun;
const relay = startRelay({ db, databaseUrl: config.databaseUrl, client, events });
started.push(() => relay.stop());
const checking = runInvariantLoop({
  databaseUrl: config.databaseUrl,
  temporal: config.temporal,
  // A practice month is over in minutes, and its end waits for the verdict.
  everyMs: config.practice ? 10_000 : 30_000,
  largestShare: config.simulationSpeed === undefined ? 0.02 : 1,
  onChecked: (violations, findings) => {
    metrics.violations.set(violations);
    if (violations > 0) logger.error({ violations, findings }, 'invariants.violated');
  },
  onFailure: (error) => logger.warn({ reason: (error as Error).message }, 'invariants.unchecked'),
});
started.push(() => checking.stop());
const repairs = startRepairs({ db, client, events, logger, checkInvariants: checkNow });
started.push(() => repairs.stop());
logger.info({ namespace: config.temporal.namespace }, 'worker.started');

async function checkNow(): Promise<number> {
  const violations = await checking.now();
  if (violations === undefined) throw new Error('another worker was checking');
  return violations;
}

/** Waits for the database as long as it takes; nothing can be followed without it. */
async function refuseSkewedClockOnceThere(database: Db, log: Logger): Promise<void> {
  for (let waited = 0; ; waited++) {
    try {
      return await refuseSkewedClock(database);
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      if (waited % 10 === 0) log.warn({ reason: (error as Error).message }, 'database.unreachable');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/** Waits for the server as long as it takes; the counter works meanwhile. */
async function connectToTemporal(
  { temporal }: Config,
  log: Logger,
  tell: ReturnType<typeof noter>,
): Promise<{ client: Client; native: NativeConnection }> {
  const options = {
    address: temporal.address,
    ...(temporal.tls && { tls: true }),
    ...(temporal.apiKey && { apiKey: temporal.apiKey }),
  };
  for (let waited = 0; ; waited++) {
    try {
      const native = await NativeConnection.connect(options);
      const connection = await Connection.connect({ ...options, channelArgs: NOTICES_SILENCE });
      return { native, client: new Client({ connection, namespace: temporal.namespace }) };
    } catch (error) {
      const reason = (error as Error).message;
      if (waited % 10 === 0) log.warn({ reason }, 'temporal.unreachable');
      await tell({ tookMs: 0, reason });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/** A build carries the bundle; from the source tree it is made now, in under a second. */
function workflowCode(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  const bundle = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));
  if (existsSync(bundle)) return { workflowBundle: { codePath: bundle } };
  return { workflowsPath: fileURLToPath(new URL('./workflows/index.ts', import.meta.url)) };
}

function serveFigures({ registry }: Metrics, { host, metricsPort }: Config) {
  const server = createServer((_request, response) => {
    void registry.metrics().then((text) => response.setHeader('content-type', registry.contentType).end(text));
  });
  return server.listen(metricsPort, host);
}
