/** The table of contents of the API: what a request passes, in order, and where each operation lives. */
import express, { Router, type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Refusal } from '../domain/errors.ts';
import { applicationDefects } from './contract/application-defects.ts';
import { consoleFiles } from './pages/console-files.ts';
import type { ApiDependencies } from './handling/dependencies.ts';
import { gate } from './door/sign-in-and-permission.ts';
import { jsonBody } from './handling/json-body.ts';
import { door } from './door/refuse-overload.ts';
import { problemHandler } from './door/problems.ts';
import { referencePage } from './pages/reference-page.ts';
import { requestLog } from './door/request-log.ts';
import { absencesRoutes } from './routes/absences.ts';
import { approvalsRoutes } from './routes/approvals.ts';
import { bankRoutes } from './routes/bank.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { checksRoutes } from './routes/checks.ts';
import { clockRoutes } from './routes/clock.ts';
import { courierRoutes } from './routes/courier.ts';
import { creditsRoutes } from './routes/credits.ts';
import { directoryRoutes } from './routes/directory.ts';
import { factsRoutes } from './routes/facts.ts';
import { healthRoutes } from './routes/health.ts';
import { importsRoutes } from './routes/imports.ts';
import { lettersRoutes } from './routes/letters.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { operationsRoutes } from './routes/operations.ts';
import { papersRoutes } from './routes/papers.ts';
import { practiceRoutes } from './routes/practice.ts';
import { sessionsRoutes } from './routes/sessions.ts';
import { smsRoutes } from './routes/sms.ts';
import { staffRoutes } from './routes/staff.ts';
import { statusRoutes } from './routes/status.ts';
import { tasksRoutes } from './routes/tasks.ts';
import { transfersRoutes } from './routes/transfers.ts';
import { securityHeaders } from './door/security-headers.ts';
import { signedWebhook } from './door/signed-webhook.ts';
import { statusPages } from './pages/status-page/routes.ts';
import { validation } from './contract/validation.ts';

export function createApp(deps: ApiDependencies): Express {
  const { config, logger } = deps;
  const contract = validation({
    logger,
    refuseWrongReplies: !config.production,
    furtherChecks: { acceptTransfer: (body) => applicationDefects(deps, body) },
  });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustedProxies);

  app.use(requestLog(deps));
  app.use(securityHeaders(config));
  app.use(edgeLimit(config.requestsPerMinute));

  app.use(referencePage());
  app.use(statusPages(deps));
  app.use(consoleFiles(config));

  app.use(door(deps));
  app.use(contract.recognise);
  app.use(gate(deps));
  app.post('/courier/scans', signedWebhook(deps.db, config.courierSecret));
  app.post('/sms/receipts', signedWebhook(deps.db, config.smsSecret));
  app.use(jsonBody());
  app.use(contract.validate);
  app.use(operations(deps));

  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address.');
  });
  app.use(problemHandler(logger));
  return app;
}

const operations = (deps: ApiDependencies): Router =>
  Router().use(
    healthRoutes(deps),
    sessionsRoutes(deps),
    transfersRoutes(deps),
    factsRoutes(deps),
    papersRoutes(deps),
    lettersRoutes(deps),
    courierRoutes(deps),
    creditsRoutes(deps),
    approvalsRoutes(deps),
    bankRoutes(deps),
    importsRoutes(deps),
    metricsRoutes(deps),
    statusRoutes(deps),
    tasksRoutes(deps),
    staffRoutes(deps),
    absencesRoutes(deps),
    directoryRoutes(deps),
    calendarRoutes(deps),
    checksRoutes(deps),
    clockRoutes(deps),
    smsRoutes(deps),
    operationsRoutes(deps),
    practiceRoutes(deps),
  );

/** Generous: it stops a flood from one address, not an office behind one. */
const edgeLimit = (perMinute: number) =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new Refusal('too-many-attempts', 'Too many requests from this address; wait a minute.', {
        extra: { retryAfterSeconds: 60 },
      });
    },
  });
