import { heartbeat } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import pino from 'pino';
import { clockActivities } from '../../activities/clocks.ts';
import { ledgerActivities } from '../../activities/ledger.ts';
import { noticeActivities } from '../../activities/notices.ts';
import type { Db } from '../../db/connection/connection.ts';
import { connect } from '../../db/connection/connection.ts';
import type { SmsGateway } from '../../gateways/sms/gateway.ts';
import { noSmsGateway } from '../../gateways/sms/gateway.ts';
import type { Procedures } from '../../domain/procedures/index.ts';
import { businessEvents, type Events } from '../../observability/events.ts';
import { createMetrics } from '../../observability/metrics.ts';
import { startRepairs, startUpkeep } from '../../upkeep/jobs.ts';
import { reconcile, type Reconciliation, type ReconcileOptions } from '../../upkeep/reconcile.ts';
import { startRelay } from '../../relay/relay.ts';
import { endWhatIsOver } from '../../upkeep/before-work.ts';
import { TASK_QUEUE } from '../../workflows/messages.ts';
import { testKeyring } from '../builders/office.ts';
import { workflowBundle } from './servers.ts';

export const silentEvents: Events = businessEvents(pino({ level: 'silent' }), createMetrics());

export interface RunningOffice {
  readonly client: Client;
  readonly db: Db;
  reconcile(options?: ReconcileOptions): Promise<Reconciliation>;
  /** From now on it repairs itself as worker.ts does, only more often. */
  keepHouse(): void;
  stop(): Promise<void>;
}

const OFTEN = { reconcileMs: 1_000, betweenStepsMs: 500 };

interface Given {
  readonly sms?: SmsGateway;
  /** Other procedures than those of the release, and a bundle that knows them. */
  readonly procedures?: Procedures;
  readonly workflowsPath?: string;
  /** Of its own, where several offices of a run share one server. */
  readonly namespace?: string;
}

/** A worker and a relay as worker.ts wires them, on these servers, in this process. Nothing reconciles by itself unless it is asked to. */
export async function runOffice(
  databaseUrl: string,
  temporalAddress: string,
  { sms = noSmsGateway, procedures, workflowsPath, namespace = 'default' }: Given = {},
): Promise<RunningOffice> {
  const db = connect(databaseUrl, { max: 16, ...(procedures && { procedures }) });
  const connection = await Connection.connect({ address: temporalAddress });
  const native = await NativeConnection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace });
  await endWhatIsOver({ db, client });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue: TASK_QUEUE,
    ...(workflowsPath === undefined ? { workflowBundle: await workflowBundle() } : { workflowsPath }),
    activities: {
      ...ledgerActivities({ db, events: silentEvents }),
      ...noticeActivities({ db, keyring: testKeyring, sms, events: silentEvents, alive: heartbeat }),
      ...clockActivities({ db, alive: heartbeat }),
    },
  });
  const running = worker.run();
  const relay = startRelay({ db, databaseUrl, client, events: silentEvents });
  let housekeeping: { stop(): Promise<void> }[] = [];
  return {
    client,
    db,
    keepHouse() {
      const silent = pino({ level: 'silent' });
      housekeeping = [
        startUpkeep({ db, logger: silent }, OFTEN.betweenStepsMs),
        startRepairs({ db, client, events: silentEvents, logger: silent }, OFTEN.reconcileMs),
      ];
    },
    reconcile: (options) => reconcile({ db, client, events: silentEvents }, options),
    async stop() {
      await Promise.all(housekeeping.map((jobs) => jobs.stop()));
      await relay.stop();
      worker.shutdown();
      await running;
      await native.close();
      await connection.close();
      await db.destroy();
    },
  };
}
