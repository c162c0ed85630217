/** The contract has told which operation it is: its route is called, and no other router is asked. */
import type { RequestHandler, Router } from 'express';
import { recognised } from './operation.ts';

export function callOperation(routers: readonly Router[]): RequestHandler {
  const routes = new Map(routers.flatMap(routesOf));
  return (req, res, next) => {
    const found = recognised(req);
    const route = found && routes.get(`${req.method} ${found.expressRoute}`);
    if (!route) return next();
    req.params = found.pathParams;
    return route(req, res, next);
  };
}

/** By method and address. */
function routesOf({ stack }: Router): (readonly [string, RequestHandler])[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) throw new Error('a router of routes only is what can be called directly');
    return route.stack.map(
      ({ method }) => [`${method.toUpperCase()} ${route.path}`, handle as RequestHandler] as const,
    );
  });
}
