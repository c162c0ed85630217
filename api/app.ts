/** The table of contents of the API: what a request passes, in order, and where each operation lives. */
import express, { type Express, type RequestHandler } from 'express';
import { Refusal } from '../domain/errors.ts';
import { applicationDefects } from './contract/application-defects.ts';
import { consoleFiles } from './pages/console-files.ts';
import { callOperation } from './handling/call-operation.ts';
import type { ApiDependencies } from './handling/dependencies.ts';
import { gate } from './door/sign-in-and-permission.ts';
import { jsonBody } from './handling/json-body.ts';
import { edgeLimit } from './door/edge-limit.ts';
import { door } from './door/refuse-overload.ts';
import { problemHandler } from './door/problems.ts';
import { noteReads } from './door/read-log.ts';
import { referencePage } from './pages/reference-page.ts';
import { requestLog } from './door/request-log.ts';
import { absencesRoutes } from './routes/absences.ts';
import { archiveRoutes } from './routes/archive.ts';
import { auditSamplesRoutes } from './routes/audit-samples.ts';
import { approvalsRoutes } from './routes/approvals.ts';
import { bankRoutes } from './routes/bank.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { changesRoutes } from './routes/changes.ts';
import { checksRoutes } from './routes/checks.ts';
import { clockRoutes } from './routes/clock.ts';
import { courierRoutes } from './routes/webhooks/courier.ts';
import { creditsRoutes } from './routes/credits.ts';
import { debitsRoutes } from './routes/debits.ts';
import { directoryRoutes } from './routes/directory.ts';
import { documentTemplatesRoutes } from './routes/document-templates.ts';
import { documentsRoutes } from './routes/documents.ts';
import { draftsRoutes } from './routes/drafts.ts';
import { factsRoutes } from './routes/facts.ts';
import { gatewayReceipts } from './routes/webhooks/gateway-receipts.ts';
import { handOverNotesRoutes } from './routes/hand-over-notes.ts';
import { healthRoutes } from './routes/health.ts';
import { heldWorkRoutes } from './routes/held-work.ts';
import { importCorrectionsRoutes } from './routes/import-corrections.ts';
import { importsRoutes } from './routes/imports.ts';
import { interestRateRoutes } from './routes/interest-rates.ts';
import { officeRoutes } from './routes/office.ts';
import { letterheadRoutes } from './routes/letterhead.ts';
import { lettersRoutes } from './routes/letters.ts';
import { loadsRoutes } from './routes/loads.ts';
import { lookUpsRoutes } from './routes/look-ups.ts';
import { manualDecisionsRoutes } from './routes/manual-decisions.ts';
import { messageTemplatesRoutes } from './routes/message-templates.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { monthlySheetsRoutes } from './routes/monthly-sheets.ts';
import { myWorkRoutes } from './routes/my-work.ts';
import { periodMetricsRoutes } from './routes/period-metrics.ts';
import { officeRulesRoutes } from './routes/office-rules.ts';
import { operationsRoutes } from './routes/operations.ts';
import { papersRoutes } from './routes/papers.ts';
import { personsRoutes } from './routes/persons.ts';
import { refusalsRoutes } from './routes/refusals.ts';
import { practiceRoutes } from './routes/practice.ts';
import { sessionsRoutes } from './routes/sessions.ts';
import { smsRoutes } from './routes/webhooks/sms.ts';
import { staffRoutes } from './routes/staff.ts';
import { statusRoutes } from './routes/status.ts';
import { tasksRoutes } from './routes/tasks.ts';
import { transfersRoutes } from './routes/transfers.ts';
import { upkeepRoutes } from './routes/upkeep.ts';
import { securityHeaders } from './door/security-headers.ts';
import { signedWebhook } from './door/signed-webhook.ts';
import { checkPages } from './pages/check-page/routes.ts';
import { statusPages } from './pages/status-page/routes.ts';
import { validation } from './contract/validation.ts';

export function createApp(deps: ApiDependencies): Express {
  const { config, logger } = deps;
  const contract = validation({
    logger,
    refuseWrongReplies: !config.production,
    furtherChecks: {
      acceptTransfer: (body) => applicationDefects(deps, body),
      checkTransfer: (body) => applicationDefects(deps, body),
    },
    itemByItem: { receiveScans: 'scans', receiveSmsReceipts: 'receipts' },
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
  app.use(checkPages(deps));
  app.use(consoleFiles(config));

  app.use(door(deps));
  app.use(contract.recognise);
  app.use(gate(deps));
  app.use(noteReads(deps));
  app.post('/courier/scans', signedWebhook(deps.db, config.courierSecret));
  app.post('/sms/receipts', signedWebhook(deps.db, config.smsSecret));
  app.use(gatewayReceipts(deps));
  app.use(jsonBody());
  app.use(contract.validate);
  app.use(operations(deps));

  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address.');
  });
  app.use(problemHandler(logger));
  return app;
}

const operations = (deps: ApiDependencies): RequestHandler =>
  callOperation([
    healthRoutes(deps),
    sessionsRoutes(deps),
    transfersRoutes(deps),
    personsRoutes(deps),
    refusalsRoutes(deps),
    factsRoutes(deps),
    handOverNotesRoutes(deps),
    papersRoutes(deps),
    documentsRoutes(deps),
    documentTemplatesRoutes(deps),
    letterheadRoutes(deps),
    lettersRoutes(deps),
    courierRoutes(deps),
    creditsRoutes(deps),
    debitsRoutes(deps),
    approvalsRoutes(deps),
    bankRoutes(deps),
    importsRoutes(deps),
    importCorrectionsRoutes(deps),
    metricsRoutes(deps),
    periodMetricsRoutes(deps),
    heldWorkRoutes(deps),
    manualDecisionsRoutes(deps),
    monthlySheetsRoutes(deps),
    archiveRoutes(deps),
    auditSamplesRoutes(deps),
    myWorkRoutes(deps),
    statusRoutes(deps),
    tasksRoutes(deps),
    staffRoutes(deps),
    absencesRoutes(deps),
    loadsRoutes(deps),
    lookUpsRoutes(deps),
    directoryRoutes(deps),
    interestRateRoutes(deps),
    officeRoutes(deps),
    calendarRoutes(deps),
    messageTemplatesRoutes(deps),
    officeRulesRoutes(deps),
    checksRoutes(deps),
    draftsRoutes(deps),
    clockRoutes(deps),
    changesRoutes(deps),
    smsRoutes(deps),
    operationsRoutes(deps),
    upkeepRoutes(deps),
    practiceRoutes(deps),
  ]);
