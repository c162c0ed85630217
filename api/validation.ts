/** Requests and replies against openapi.yaml: everything that is wrong with a request is said at once. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { Logger } from '../observability/logger.ts';
import { refuseDefects, type Defect } from '../domain/errors.ts';
import { asDefect, withoutRepeats } from './contract-defects.ts';
import type { OperationId } from './handler.ts';
import { operationOf, recognised } from './operation.ts';
import { textDefects } from './text-defects.ts';

/** The largest file of any operation; papers have a smaller limit of their own. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Checks beyond the contract that need no ledger, so that their defects come together with the contract's. */
export type FurtherChecks = Partial<Record<OperationId, (body: unknown) => readonly Defect[]>>;

export interface ValidationOptions {
  readonly logger: Logger;
  /** In production a reply that breaks the contract is logged and sent; elsewhere it is a fault. */
  readonly refuseWrongReplies: boolean;
  readonly furtherChecks?: FurtherChecks;
}

/** The contract lies beside api/ in the source tree and beside dist/ in a build. */
export function contractFile(): string {
  const here = fileURLToPath(new URL('../openapi.yaml', import.meta.url));
  return existsSync(here) ? here : fileURLToPath(new URL('../../openapi.yaml', import.meta.url));
}

/** In the order in which they are mounted: recognise the operation; (the gate and the body come between); validate it. */
export function validation(options: ValidationOptions): { recognise: RequestHandler[]; validate: RequestHandler[] } {
  const parts = OpenApiValidator.middleware({
    apiSpec: contractFile(),
    ignoreUndocumented: true,
    validateSecurity: false,
    validateRequests: { allErrors: true, removeAdditional: false },
    validateResponses: options.refuseWrongReplies ? true : { onError: (error) => logWrongReply(options.logger, error) },
    fileUploader: { limits: { fileSize: LARGEST_FILE, files: 1, fields: 10, fieldSize: 10_000 } },
  }) as RequestHandler[];
  const at = (name: string) => {
    const part = parts.find((one) => one.name === name);
    if (!part) throw new Error(`the validator has no ${name}; its new version needs a look`);
    return part;
  };
  const check = allAtOnce(at('requestMiddleware'), options.furtherChecks ?? {});
  return {
    recognise: [at('pathParamsMiddleware'), at('metadataMiddleware')],
    validate: [at('multipartMiddleware'), check, at('responseMiddleware')],
  };
}

function logWrongReply(logger: Logger, error: { errors: readonly { path: string; errorCode?: string }[] }): void {
  const places = error.errors.map(({ path, errorCode }) => ({ path, errorCode }));
  logger.error({ places }, 'a reply broke the contract');
}

function allAtOnce(checkRequest: RequestHandler, furtherChecks: FurtherChecks): RequestHandler {
  return async (req, res, next) => {
    const operation = operationOf(req);
    if (!operation) return next();
    const defects = [...textDefects(req.body), ...textDefects(req.query)];
    defects.push(...(lacksBody(req) ? [noBody] : await contractDefects(checkRequest, req, res)));
    const known = new Set(defects.map(({ field }) => field));
    const further = furtherChecks[operation]?.(req.body) ?? [];
    // Without defects of the contract the route says the rest itself, together with what only the ledger knows.
    if (defects.length > 0) defects.push(...further.filter(({ field }) => !known.has(field)));
    refuseDefects(withoutRepeats(defects));
    next();
  };
}

const noBody: Defect = { field: 'body', code: 'missing', message: 'Send a JSON object.' };

// The validator would look for the discriminator in it.
function lacksBody(req: Request): boolean {
  const sendsJson = req.is('multipart/form-data') === false;
  return recognised(req)?.schema.requestBody?.required === true && sendsJson && typeof req.body !== 'object';
}

/** The validator stops at the first parameter it does not know: each is noted, taken away, and the request asked again. */
async function contractDefects(check: RequestHandler, req: Request, res: Response): Promise<Defect[]> {
  const defects: Defect[] = [];
  for (;;) {
    const error = await failureOf(check, req, res);
    if (!error) return defects;
    const items = (error as { errors?: Parameters<typeof asDefect>[0][] }).errors;
    if (!items || !isBadRequest(error)) throw error;
    defects.push(...items.map(asDefect));
    const parameter = /^\/query\/(.+)$/.exec(items[0]?.path ?? '')?.[1];
    if (items.length !== 1 || parameter === undefined || items[0]?.errorCode || !(parameter in req.query))
      return defects;
    delete req.query[parameter];
  }
}

const isBadRequest = (error: unknown): boolean => (error as { status?: unknown }).status === 400;

function failureOf(check: RequestHandler, req: Request, res: Response): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const next: NextFunction = (error?: unknown) => resolve(error);
    Promise.resolve(check(req, res, next)).catch(reject);
  });
}
