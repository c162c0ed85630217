import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { RefusedError, toProblem } from './api/problem.ts';
import { proceduresQuery } from './api/procedures-query.ts';
import { meQuery } from './api/query-client.ts';
import { Crashed, NotFound } from './layout/dead-ends.tsx';
import { Shell } from './layout/shell.tsx';
import { casesSearch, parseSearch, signInSearch, stringifySearch, todaySearch, workSearch } from './search-params.ts';

interface Context {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: 'sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

/** Everything behind it is for people who are signed in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: Crashed,
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery()).catch((error: unknown) => {
      const problem = toProblem(error);
      if (problem.status !== 401) throw new RefusedError(problem);
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
    });
    if (me.mustChangePassword) {
      if (location.pathname !== '/password') throw redirect({ to: '/password' });
      return;
    }
    // A page without their words is still of use; it asks for them again.
    await context.queryClient.ensureQueryData(proceduresQuery()).catch(() => undefined);
  },
});

const today = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: todaySearch,
  component: lazyRouteComponent(() => import('./pages/today/today-page.tsx'), 'TodayPage'),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: 'cases',
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import('./pages/cases/cases-page.tsx'), 'CasesPage'),
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const transfer = createRoute({
  getParentRoute: () => shell,
  path: 'transfers/$id',
  beforeLoad: ({ params }) => {
    if (!UUID.test(params.id)) throw notFound();
  },
  component: lazyRouteComponent(() => import('./pages/transfer/transfer-page.tsx'), 'TransferPage'),
});

const accept = createRoute({
  getParentRoute: () => shell,
  path: 'accept',
  component: lazyRouteComponent(() => import('./pages/accept/accept-page.tsx'), 'AcceptPage'),
});

const myWork = createRoute({
  getParentRoute: () => shell,
  path: 'my-work',
  validateSearch: workSearch,
  component: lazyRouteComponent(() => import('./pages/my-work/my-work-page.tsx'), 'MyWorkPage'),
});

const approvals = createRoute({
  getParentRoute: () => shell,
  path: 'approvals',
  component: lazyRouteComponent(() => import('./pages/approvals/approvals-page.tsx'), 'ApprovalsPage'),
});

const phone = createRoute({
  getParentRoute: () => shell,
  path: 'phone',
  component: lazyRouteComponent(() => import('./pages/phone/phone-page.tsx'), 'PhonePage'),
});

const password = createRoute({
  getParentRoute: () => shell,
  path: 'password',
  component: lazyRouteComponent(() => import('./pages/sign-in/password-page.tsx'), 'PasswordPage'),
});

export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      shell.addChildren([today, cases, transfer, accept, myWork, approvals, phone, password]),
    ]),
    basepath: '/app',
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}
