/**
 * Which operation a request asks for. The validator compares it with the address of every operation, a twentieth of what a request costs;
 * what it has recognised once is found again by the parts of its address.
 */
import type { RequestHandler } from 'express';
import { operationOf, recognised, type Recognised, type RecognisedRequest } from '../handling/operation.ts';

/** Addresses that begin alike. */
class Place {
  readonly below = new Map<string, Place>();
  /** Behind a part that stands for a parameter. */
  any: Place | undefined;
  route: string | undefined;
  /** By method. */
  readonly known = new Map<string, Recognised>();
}

const PARAMETER = /^\{(.+)\}$/;

/** @param addresses of the contract, as it writes them: `/transfers/{id}` */
export function recogniser(addresses: readonly string[], whole: readonly RequestHandler[]): RequestHandler {
  const root = new Place();
  for (const address of addresses) placeFor(root, address).route = address;
  return (req: RecognisedRequest, res, next) => {
    const place = placeOf(root, req.originalUrl);
    const known = place?.known.get(req.method);
    if (place && known) {
      req.openapi = { ...known, pathParams: parametersOf(place.route!, req.originalUrl) };
      return next();
    }
    inTurn(whole, req, res, (error?: unknown) => {
      const found = recognised(req);
      if (!error && operationOf(req) && place?.route === found?.openApiRoute) place!.known.set(req.method, found!);
      next(error);
    });
  };
}

function placeFor(root: Place, address: string): Place {
  let place = root;
  for (const part of address.split('/')) {
    if (PARAMETER.test(part)) place = place.any ??= new Place();
    else {
      const below = place.below.get(part) ?? new Place();
      place.below.set(part, below);
      place = below;
    }
  }
  return place;
}

/** Undefined: the validator should look, be it for an odd spelling or an address that nobody knows. */
function placeOf(root: Place, url: string): Place | undefined {
  const path = pathOf(url);
  if (/[%#]/.test(path)) return undefined;
  let place: Place | undefined = root;
  for (const part of path.split('/')) {
    place = place.below.get(part) ?? (part === '' ? undefined : place.any);
    if (!place) return undefined;
  }
  return place;
}

function parametersOf(route: string, url: string): Record<string, string> {
  const parts = pathOf(url).split('/');
  const named = route.split('/').map((part, index) => [PARAMETER.exec(part)?.[1], parts[index]!] as const);
  return Object.fromEntries(named.flatMap(([name, value]) => (name === undefined ? [] : [[name, value]])));
}

const pathOf = (url: string): string => url.split('?', 1)[0]!;

function inTurn(handlers: readonly RequestHandler[], ...[req, res, done]: Parameters<RequestHandler>): void {
  const [first, ...others] = handlers;
  if (!first) return done();
  void first(req, res, (error?: unknown) => (error ? done(error) : inTurn(others, req, res, done)));
}
