/** Requests and replies against openapi.yaml: everything that is wrong with a request is said at once. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { Logger } from '../../observability/logger.ts';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import { asDefect, isConsequence, withoutRepeats } from './defects.ts';
import { readContract } from './document.ts';
import type { OperationId } from '../handling/handler.ts';
import { operationOf } from '../handling/operation.ts';
import { recogniser } from './recognise.ts';
import { bodyTextDefects, setAside, type ListsByItem } from './odd-items.ts';
import { textDefects } from './text-defects.ts';

/** The largest file of any operation; papers have a smaller limit of their own. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** What the route would say of a body that the contract refuses already: its defects come together with the contract's. */
export type FurtherChecks = Partial<Record<OperationId, (body: unknown) => Promise<readonly Defect[]>>>;

export interface ValidationOptions {
  readonly logger: Logger;
  /** In production replies are looked at by sample, and one that breaks the contract is logged and sent; elsewhere every one, and it is a fault. */
  readonly refuseWrongReplies: boolean;
  readonly furtherChecks?: FurtherChecks;
  /** Of these each item is looked at by itself. */
  readonly itemByItem?: ListsByItem;
}

/** In the order in which they are mounted: recognise the operation; (the gate and the body come between); validate it. */
export function validation(options: ValidationOptions): { recognise: RequestHandler; validate: RequestHandler[] } {
  const contract = readContract();
  const addresses = Object.keys(contract.paths);
  const parts = OpenApiValidator.middleware({
    apiSpec: contract as unknown as Parameters<typeof OpenApiValidator.middleware>[0]['apiSpec'],
    validateSecurity: false,
    validateRequests: { allErrors: true, removeAdditional: false },
    // Not only the form: there is no month 00.
    ajvFormats: { mode: 'full' },
    validateResponses: options.refuseWrongReplies ? true : { onError: (error) => logWrongReply(options.logger, error) },
    fileUploader: { limits: { fileSize: LARGEST_FILE, files: 1, fields: 10, fieldSize: 10_000 } },
  }) as RequestHandler[];
  const at = (name: string) => {
    const part = parts.find((one) => one.name === name);
    if (!part) throw new Error(`the validator has no ${name}; its new version needs a look`);
    return part;
  };
  const check = allAtOnce(at('requestMiddleware'), options);
  const checkReply = at('responseMiddleware');
  return {
    recognise: recogniser(addresses, [at('pathParamsMiddleware'), at('metadataMiddleware')]),
    validate: [
      readForm(at('multipartMiddleware')),
      check,
      options.refuseWrongReplies ? checkReply : bySample(checkReply),
    ],
  };
}

/** A seventh of the work of a list is looking at what is right. */
const ONE_REPLY_IN = 20;

/** Of each operation the first reply, so that what is always wrong is seen at once, and then one in so many. */
function bySample(checkReply: RequestHandler): RequestHandler {
  const answered = new Map<OperationId | undefined, number>();
  return (req, res, next) => {
    const operation = operationOf(req);
    const before = answered.get(operation) ?? 0;
    answered.set(operation, before + 1);
    return before % ONE_REPLY_IN === 0 ? checkReply(req, res, next) : next();
  };
}

/** The parser of uploads calls whatever it cannot read a fault of its own; it is one of the sender's. */
function readForm(read: RequestHandler): RequestHandler {
  return (req, res, next) => {
    if (!req.is('multipart/*')) return next();
    void read(req, res, (error?: unknown) => {
      if ((error as { status?: unknown } | undefined)?.status !== 500) return next(error);
      next(malformedForm());
    });
  };
}

const malformedForm = (): Refusal =>
  new Refusal('invalid', 'The request has defects; nothing was stored.', {
    defects: [{ field: 'body', code: 'malformed', message: 'The form could not be read; send one file and its kind.' }],
  });

function logWrongReply(logger: Logger, error: { errors: readonly { path: string; errorCode?: string }[] }): void {
  const places = error.errors.map(({ path, errorCode }) => ({ path, errorCode }));
  logger.error({ places }, 'a reply broke the contract');
}

function allAtOnce(
  checkRequest: RequestHandler,
  { furtherChecks = {}, itemByItem = {} }: ValidationOptions,
): RequestHandler {
  return async (req, res, next) => {
    const operation = operationOf(req);
    if (!operation) return next();
    const list = itemByItem[operation];
    const look = async () => [
      ...bodyTextDefects(req.body, list),
      ...textDefects(req.query),
      ...(await contractDefects(checkRequest, req, res)),
    ];
    const found = await look();
    const defects = setAside(req, res, list, found) ? await look() : found;
    // Without defects of the contract the route says the rest itself.
    if (defects.length > 0) {
      const further = (await furtherChecks[operation]?.(req.body)) ?? [];
      const known = defects.map(({ field }) => field);
      defects.push(...further.filter(({ field }) => !known.some((one) => `${field}.`.startsWith(`${one}.`))));
    }
    refuseDefects(withoutRepeats(defects));
    next();
  };
}

/** The validator stops at the first parameter it does not know: each is noted, taken away, and the request asked again. */
async function contractDefects(check: RequestHandler, req: Request, res: Response): Promise<Defect[]> {
  const defects: Defect[] = [];
  for (;;) {
    const error = await failureOf(check, req, res);
    if (!error) return defects;
    const items = (error as { errors?: Parameters<typeof asDefect>[0][] }).errors;
    if (!items || !isBadRequest(error)) throw error;
    defects.push(...items.filter((item) => !isConsequence(item)).map(asDefect));
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
