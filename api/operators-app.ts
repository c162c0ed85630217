/** The port for Prometheus and operators: no sign-in, so it is kept inside the house. */
import express, { type Express } from 'express';
import { readOperations } from '../db/metrics/operations.ts';
import { theOffice } from '../db/office/office.ts';
import type { ApiDependencies } from './handling/dependencies.ts';
import type { Metrics } from '../observability/metrics.ts';
import { problemHandler } from './door/problems.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'logger'> & { readonly metrics: Metrics };

export function operatorsApp({ db, logger, metrics }: Dependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  app.get('/metrics', async (_req, res) => {
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  app.get('/operations', async (_req, res) => {
    const figures = await readOperations(db, (await theOffice(db)).id);
    metrics.violations.set(figures.violations);
    metrics.outboxOldestSeconds.set(figures.outboxOldestSeconds);
    if (figures.backupAgeSeconds !== null) metrics.backupAgeSeconds.set(figures.backupAgeSeconds);
    res.json(figures);
  });
  app.use(problemHandler(logger));
  return app;
}
