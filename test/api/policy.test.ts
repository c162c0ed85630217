/** Walks every operation of the contract: who may not, hears so before anything else is looked at. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContract } from '../../api/contract/document.ts';
import { PERMISSIONS, type Permission } from '../../api/door/permissions.ts';
import type { OperationId } from '../../api/handling/handler.ts';
import { ACTIONS, mayDo, type Action } from '../../domain/staff/permissions.ts';
import { ROLES } from '../../domain/roles.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  readonly permission: Permission;
  readonly isPublic: boolean;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function operations(): Operation[] {
  const { paths } = readContract() as unknown as {
    paths: Record<string, Record<string, { operationId: OperationId; security?: unknown[] }>>;
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const { operationId: id, security } = item[method]!;
      const at = path.replaceAll(/\{\w+\}/g, crypto.randomUUID());
      return {
        id,
        method: method.toUpperCase(),
        path: at,
        permission: PERMISSIONS[id],
        isPublic: security?.length === 0,
      };
    }),
  );
}

const all = operations();
const isAction = (permission: Permission): permission is Action => permission in ACTIONS;

let api: TestApi;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  api = await startApi();
  for (const role of ROLES) callers.set(role, await api.asNew([role]));
});
afterAll(() => api.stop());

test('the contract and the table of permissions name the same operations, open to all or to none without a sign-in', () => {
  expect(all.map(({ id }) => id).sort()).toEqual(Object.keys(PERMISSIONS).sort());
  const open = all.filter(({ permission }) => permission === 'public' || permission === 'signature');
  expect(open.map(({ id }) => id)).toEqual(all.filter(({ isPublic }) => isPublic).map(({ id }) => id));
});

const guarded = all.filter(({ isPublic }) => !isPublic);

test.each(guarded)('$method $path ($id) refuses a caller who is not signed in', async ({ method, path }) => {
  const answer = await api.anonymous.send(method, path);
  expect(answer.status).toBe(401);
  expect(answer.body.type).toBe('/problems/not-signed-in');
});

test.each(guarded.filter(({ permission }) => isAction(permission)))(
  '$method $path ($id) is for the roles of its action and refuses the others',
  async ({ method, path, permission }) => {
    for (const role of ROLES) {
      const answer = await callers.get(role)!.send(method, path);
      const may = mayDo([role], permission as Action);
      expect({ role, refused: answer.status === 403 }).toEqual({ role, refused: !may });
      if (!may) expect(answer.body).toMatchObject({ type: '/problems/forbidden', action: permission });
    }
  },
);

test.each(all.filter(({ permission }) => permission === 'signature'))(
  '$method $path ($id) refuses what is not signed, before it looks at the rest',
  async ({ method, path }) => {
    const answer = await api.anonymous.send(method, path, method === 'GET' ? undefined : { anything: true });
    expect(answer.status).toBe(401);
    expect(answer.body.type).toBe('/problems/bad-signature');
  },
);
