import type { Request, RequestHandler } from 'express';
import { beforeEach, expect, test } from 'vitest';
import { recogniser } from '../../api/contract/recognise.ts';
import type { RecognisedRequest } from '../../api/handling/operation.ts';

/** By method and address: what the validator would find for each of these requests. */
const OPERATIONS: Readonly<Record<string, [route: string, operation: string]>> = {
  'GET /things': ['/things', 'listThings'],
  'GET /things/search': ['/things/search', 'searchThings'],
  'GET /things/a': ['/things/{id}', 'readThing'],
  'GET /things/b': ['/things/{id}', 'readThing'],
  'GET /things/b%20c': ['/things/{id}', 'readThing'],
  'GET /things/a/': ['/things/{id}', 'readThing'],
  'GET /Things/a': ['/things/{id}', 'readThing'],
  'PUT /things/a': ['/things/{id}', 'putThing'],
  'GET /things/a/parts/1': ['/things/{id}/parts/{part}', 'readPart'],
};

let asked: string[];
const whole: RequestHandler[] = [
  (_req, _res, next) => next(),
  (req: RecognisedRequest, _res, next) => {
    const request = `${req.method} ${req.originalUrl.split('?')[0]!}`;
    asked.push(request);
    const found = OPERATIONS[request];
    if (!found) return next(new Error('there is no such operation'));
    const [openApiRoute, operationId] = found;
    const schema = { operationId };
    Object.assign(req, { openapi: { openApiRoute, expressRoute: '', schema, pathParams: { by: 'the validator' } } });
    next();
  },
];
let recognise: RequestHandler;
beforeEach(() => {
  asked = [];
  recognise = recogniser([...new Set(Object.values(OPERATIONS).map(([route]) => route))], whole);
});

/** What is found: the operation and its parameters, or the error. */
function found(method: string, originalUrl: string): unknown {
  const req = { method, originalUrl } as Request;
  let error: unknown;
  void recognise(req, {} as never, (given?: unknown) => (error = given));
  const { openapi } = req as RecognisedRequest;
  return error ?? [openapi!.schema.operationId, openapi!.pathParams];
}

test('the validator is asked once for each operation, and then no more', () => {
  expect(found('GET', '/things/a')).toEqual(['readThing', { by: 'the validator' }]);
  expect(found('GET', '/things/b?of=c')).toEqual(['readThing', { id: 'b' }]);
  expect(found('GET', '/things/a')).toEqual(['readThing', { id: 'a' }]);
  expect(found('PUT', '/things/a')).toEqual(['putThing', { by: 'the validator' }]);
  expect(found('GET', '/things/a/parts/1')).toEqual(['readPart', { by: 'the validator' }]);
  expect(found('GET', '/things/x/parts/2')).toEqual(['readPart', { id: 'x', part: '2' }]);
  expect(asked).toEqual(['GET /things/a', 'PUT /things/a', 'GET /things/a/parts/1']);
});

test('a word of the contract goes before a parameter', () => {
  found('GET', '/things/a');
  expect(found('GET', '/things/search')).toEqual(['searchThings', { by: 'the validator' }]);
  expect(found('GET', '/things/search')).toEqual(['searchThings', {}]);
  expect(found('GET', '/things')).toEqual(['listThings', { by: 'the validator' }]);
});

test.each(['/things/b%20c', '/things/a/', '/Things/a', '/nothing', '/things//parts/1', '/things/search/parts/1'])(
  'the validator decides about “%s” each time',
  (url) => {
    found('GET', '/things/a');
    found('GET', '/things/a/parts/1');
    asked = [];
    const first = found('GET', url);
    expect(found('GET', url)).toEqual(first);
    expect(asked).toEqual([`GET ${url}`, `GET ${url}`]);
  },
);

test('every request has parameters of its own', () => {
  found('GET', '/things/a');
  const [, one] = found('GET', '/things/a') as [string, Record<string, string>];
  one['id'] = 'changed';
  expect(found('GET', '/things/a')).toEqual(['readThing', { id: 'a' }]);
});
