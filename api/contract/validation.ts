/** Requests and replies against openapi.yaml: everything that is wrong with a request is said at once. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from '../../observability/logger.ts';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import { compiledContract, type WrongReply } from './compiled.ts';
import { asDefect, isConsequence, withoutRepeats } from './defects.ts';
import type { OperationId } from '../handling/handler.ts';
import { operationOf } from '../handling/operation.ts';
import { bodyTextDefects, setAside, type ListsByItem } from './odd-items.ts';
import { textDefects } from './text-defects.ts';

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

export interface Validation {
  readonly recognise: RequestHandler;
  readonly readForm: RequestHandler;
  readonly check: RequestHandler;
  readonly checkReply: RequestHandler;
}

/** In the order in which they are mounted; the gate and the body come after the first. */
export function validation(options: ValidationOptions): Validation {
  const contract = compiledContract();
  return {
    recognise: contract.recognise,
    readForm: readForm(contract.readForm),
    check: allAtOnce(contract.checkRequest, options),
    checkReply: options.refuseWrongReplies
      ? contract.checkReply(refuse)
      : bySample(contract.checkReply((error) => logWrongReply(options.logger, error))),
  };
}

const refuse = (error: WrongReply): never => {
  throw error;
};

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

function logWrongReply(logger: Logger, { errors }: WrongReply): void {
  const places = errors.map(({ path, errorCode }) => ({ path, errorCode }));
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
