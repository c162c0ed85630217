/**
 * A question of the contract that the API puts to itself, for a file that goes out: it passes the same door but for the sign-in, the same
 * checks and the same route as over the wire, on a connection of the caller's. So a file and the list on the screen cannot differ.
 */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Db } from '../db/connection/connection.ts';
import { refuseDefects } from '../domain/errors.ts';
import type { ExportWhat } from '../domain/exported.ts';
import type { Answered, Ask, Asker } from '../exports/sources.ts';
import { addressOf } from './contract/document.ts';
import { validation } from './contract/validation.ts';
import { PERMISSIONS, requireAction } from './door/permissions.ts';
import { READS } from './door/read-log.ts';
import type { ApiDependencies } from './handling/dependencies.ts';
import type { Locals } from './handling/handler.ts';
import { operationOf } from './handling/operation.ts';
import { operations } from './operations.ts';

interface Question extends Locals {
  db: Db;
  answered: (body: unknown) => void;
}

export function askInside(deps: ApiDependencies): Ask {
  const app = insideApp(deps);
  return (db, asker, operation, parameters) => answerOf(app, db, asker, operation, parameters);
}

function insideApp(deps: ApiDependencies): Express {
  const contract = validation({ logger: deps.logger, refuseWrongReplies: false });
  const app = express();
  app.use(contract.recognise);
  app.use(mayAsk);
  app.use(contract.check);
  app.use(routesOf(deps));
  app.use(() => {
    throw new Error('a question that no route answers');
  });
  app.use(giveUp);
  return app;
}

const mayAsk: RequestHandler = (req, res, next) => {
  const operation = operationOf(req);
  const permission = operation && PERMISSIONS[operation];
  if (permission === undefined || permission === 'public' || permission === 'signature')
    throw new Error('a question that nobody may ask in this way');
  if (permission !== 'signIn') requireAction(res.locals as Locals, permission);
  next();
};

/** On the connection that came with the question. */
function routesOf(deps: ApiDependencies): RequestHandler {
  const known = new WeakMap<Db, RequestHandler>();
  return (req, res, next) => {
    const { db } = res.locals as Question;
    const routes = known.get(db) ?? operations({ ...deps, db }, never);
    known.set(db, routes);
    return routes(req, res, next);
  };
}

const never: Ask = () => Promise.reject(new Error('a file is no part of a file'));

const giveUp: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  (res.locals as { failed?: (error: unknown) => void }).failed?.(error);
  void next;
};

function answerOf(
  app: Express,
  db: Db,
  asker: Asker,
  operation: ExportWhat,
  parameters: Readonly<Record<string, string>>,
): Promise<Answered> {
  const req = new IncomingMessage(new Socket());
  const res = new ServerResponse(req);
  return new Promise((resolve, reject) => {
    req.method = 'GET';
    req.url = targetOf(addressOf(operation), parameters);
    const locals = {
      requestId: 'export',
      me: { ...asker, username: '', displayName: '', post: '', mustChangePassword: false, practice: false },
      db,
      failed: reject,
    };
    Object.assign(res, {
      locals,
      json: (body: unknown) => resolve({ body, transferIds: seenIn(operation, body, req as Request) }),
    });
    app(req as Request, res as Response, reject);
  });
}

/** What an address has in braces is taken for its path; the rest is asked. @throws Refusal invalid when it is not said which one */
function targetOf(address: string, parameters: Readonly<Record<string, string>>): string {
  const rest = new URLSearchParams(parameters);
  const path = address.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name) ?? '';
    rest.delete(name);
    refuseDefects(value === '' ? [{ field: name, code: 'missing', message: 'Say which one is meant.' }] : []);
    return encodeURIComponent(value);
  });
  return `${path}?${rest.toString()}`;
}

/** Whose records an answer opens, as the read log says of the same answer over the wire. */
function seenIn(operation: ExportWhat, body: unknown, req: Request): string[] {
  const read = (READS as Partial<Record<string, (typeof READS)[keyof typeof READS]>>)[operation];
  const seen = read?.seen(body as never, req) ?? [];
  return [...new Set(seen.filter((id) => id !== null))];
}
