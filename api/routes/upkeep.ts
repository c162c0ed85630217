/** What keeps the office running, and the repairs that an operator may ask for. A worker does them: nobody here knows Temporal. */
import { Router } from 'express';
import {
  listRepairs,
  readAlerts,
  readDatabaseFigures,
  readJobs,
  readLastBackup,
  readSmsFigures,
  type JobRow,
} from '../../db/metrics/upkeep.ts';
import { askForRepair } from '../../db/upkeep/repairs.ts';
import type { UpkeepJob } from '../../domain/upkeep.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'gateways'>;

export const upkeepRoutes = (deps: Dependencies): Router =>
  Router().get('/upkeep', read(deps)).post('/upkeep/repairs', ask(deps));

const SILENT_SECONDS = 60;

const read =
  ({ db, gateways }: Dependencies): Handler<'readUpkeep'> =>
  async (_req, res) => {
    const { officeId } = res.locals.me;
    const asked = performance.now();
    const database = await readDatabaseFigures(db);
    const answeredMs = performance.now() - asked;
    const jobs = await readJobs(db);
    const worker = workerOf(jobs);
    const backup = await readLastBackup(db);
    res.json({
      worker,
      temporal: temporalOf(jobs, worker.silent),
      database: { answeredMs, ...database },
      sms: {
        configured: gateways?.sms ?? false,
        ...dated(await readSmsFigures(db, officeId), ['lastTakenAt', 'lastReceiptAt']),
        failuresLastHour: found(jobs, 'watch', 'smsFailures'),
      },
      alerts: {
        configured: gateways?.alerts ?? false,
        items: (await readAlerts(db)).map((alert) => dated(alert, ['raisedAt', 'toldAt'])),
      },
      backup: backup ? dated(backup, ['madeAt', 'verifiedAt']) : null,
      jobs: jobs.map(({ found: _found, ...job }) => dated(job, ['endedAt', 'failingSince'])),
      repairs: (await listRepairs(db, officeId)).map((repair) => dated(repair, ['askedAt', 'begunAt', 'endedAt'])),
    });
  };

const ask =
  ({ db }: Dependencies): Handler<'askForRepair'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    const { kind } = req.body;
    const { id } = await askForRepair(db, { officeId, kind, byStaffId });
    res.status(202).json({ id, kind });
  };

/** The last that any job wrote: of several workers the one that lives. */
function workerOf(jobs: readonly JobRow[]) {
  const last = [...jobs].sort((one, other) => one.ageSeconds - other.ageSeconds)[0];
  return {
    heardAt: last?.endedAt.toISOString() ?? null,
    ageSeconds: last?.ageSeconds ?? null,
    silent: last === undefined || last.ageSeconds > SILENT_SECONDS,
  };
}

function temporalOf(jobs: readonly JobRow[], silent: boolean) {
  const probe = jobs.find(({ job }) => job === 'temporal');
  const known = probe !== undefined && !silent;
  const failing = known ? probe.failingSince : null;
  const round = jobs.find(({ job }) => job === 'reconcile');
  const of = (name: string) => found(jobs, 'reconcile', name);
  const mended = ['started', 'woken', 'opened', 'ended', 'handedOver', 'passedOn', 'retired'].map(of);
  return {
    state: !known ? ('unknown' as const) : failing ? ('unreachable' as const) : ('reachable' as const),
    since: failing?.toISOString() ?? null,
    reason: known ? probe.reason : '',
    comparedAt: round?.endedAt.toISOString() ?? null,
    openTransfers: of('open'),
    running: of('running'),
    mended: round ? mended.reduce<number>((sum, count) => sum + (count ?? 0), 0) : null,
    refused: of('refused'),
  };
}

const found = (jobs: readonly JobRow[], wanted: UpkeepJob, name: string): number | null =>
  jobs.find(({ job }) => job === wanted)?.found[name] ?? null;

type Dated<Row, Name extends keyof Row> = Omit<Row, Name> & {
  [Key in Name]: Row[Key] extends Date ? string : string | null;
};

/** Instants as the contract writes them. */
function dated<Row extends object, Name extends keyof Row>(row: Row, names: readonly Name[]): Dated<Row, Name> {
  const written = names.map((name) => [name, (row[name] as Date | null)?.toISOString() ?? null]);
  return { ...row, ...Object.fromEntries(written) } as Dated<Row, Name>;
}
