/** The table of contents of the API: what a request passes, in order; `operations.ts` says where each operation lives. */
import express, { type Express } from 'express';
import { Refusal } from '../domain/errors.ts';
import type { Ask } from '../exports/sources.ts';
import { applicationDefects } from './contract/application-defects.ts';
import { consoleFiles } from './pages/console-files.ts';
import type { ApiDependencies } from './handling/dependencies.ts';
import { gate } from './door/sign-in-and-permission.ts';
import { jsonBody } from './handling/json-body.ts';
import { edgeLimit } from './door/edge-limit.ts';
import { door } from './door/refuse-overload.ts';
import { problemHandler } from './door/problems.ts';
import { noteReads } from './door/read-log.ts';
import { operations } from './operations.ts';
import { referencePage } from './pages/reference-page.ts';
import { requestLog } from './door/request-log.ts';
import { gatewayReceipts } from './routes/webhooks/gateway-receipts.ts';
import { securityHeaders } from './door/security-headers.ts';
import { signedWebhook } from './door/signed-webhook.ts';
import { checkPages } from './pages/check-page/routes.ts';
import { statusPages } from './pages/status-page/routes.ts';
import { validation } from './contract/validation.ts';

/** @param ask what a file that goes out asks (`inside.ts`): one for whoever stores the wish and for whoever makes the file */
export function createApp(deps: ApiDependencies, ask: Ask): Express {
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
  app.use(contract.readForm, contract.check, contract.checkReply);
  app.use(operations(deps, ask));

  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address.');
  });
  app.use(problemHandler(logger));
  return app;
}
