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
import { dropDraftsOfOthers } from './forms/drafts.ts';
import { Crashed, NotFound } from './layout/dead-ends.tsx';
import { Shell } from './layout/shell.tsx';
import {
  bankSearch,
  belatedFactsSearch,
  casesSearch,
  decisionsSearch,
  heldWorkSearch,
  importsSearch,
  moneySearch,
  parseSearch,
  postSearch,
  refusalsSearch,
  signInSearch,
  stringifySearch,
  todaySearch,
  volumeItemsSearch,
  waitingMoneySearch,
  workSearch,
} from './search-params.ts';

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
    dropDraftsOfOthers(me.id);
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

const belatedFacts = createRoute({
  getParentRoute: () => shell,
  path: 'belated-facts',
  validateSearch: belatedFactsSearch,
  component: lazyRouteComponent(() => import('./pages/belated-facts/belated-facts-page.tsx'), 'BelatedFactsPage'),
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

const imports = createRoute({
  getParentRoute: () => shell,
  path: 'imports',
  validateSearch: importsSearch,
  component: lazyRouteComponent(() => import('./pages/imports/imports-page.tsx'), 'ImportsPage'),
});

const bank = createRoute({
  getParentRoute: () => shell,
  path: 'bank',
  validateSearch: bankSearch,
  component: lazyRouteComponent(() => import('./pages/bank/bank-page.tsx'), 'BankPage'),
});

const waitingMoney = createRoute({
  getParentRoute: () => shell,
  path: 'bank/waiting',
  validateSearch: waitingMoneySearch,
  component: lazyRouteComponent(() => import('./pages/waiting-money/waiting-page.tsx'), 'WaitingPage'),
});

const debit = createRoute({
  getParentRoute: () => shell,
  path: 'bank/debits/$id',
  beforeLoad: ({ params }) => {
    if (!UUID.test(params.id)) throw notFound();
  },
  component: lazyRouteComponent(() => import('./pages/debit/debit-page.tsx'), 'DebitPage'),
});

const post = createRoute({
  getParentRoute: () => shell,
  path: 'post',
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('./pages/post/post-page.tsx'), 'PostPage'),
});

const volumeItems = createRoute({
  getParentRoute: () => shell,
  path: 'volume',
  validateSearch: volumeItemsSearch,
  component: lazyRouteComponent(() => import('./pages/numbers/volume-items-page.tsx'), 'VolumeItemsPage'),
});

const money = createRoute({
  getParentRoute: () => shell,
  path: 'money',
  validateSearch: moneySearch,
  component: lazyRouteComponent(() => import('./pages/numbers/money-page.tsx'), 'MoneyPage'),
});

const heldWork = createRoute({
  getParentRoute: () => shell,
  path: 'held-work',
  validateSearch: heldWorkSearch,
  component: lazyRouteComponent(() => import('./pages/held-work/held-work-page.tsx'), 'HeldWorkPage'),
});

const refusals = createRoute({
  getParentRoute: () => shell,
  path: 'refusals',
  validateSearch: refusalsSearch,
  component: lazyRouteComponent(() => import('./pages/refusals/refusals-page.tsx'), 'RefusalsPage'),
});

const refusal = createRoute({
  getParentRoute: () => shell,
  path: 'refusals/$id',
  beforeLoad: ({ params }) => {
    if (!UUID.test(params.id)) throw notFound();
  },
  component: lazyRouteComponent(() => import('./pages/refusals/refusal-page.tsx'), 'RefusalPage'),
});

const manualDecisions = createRoute({
  getParentRoute: () => shell,
  path: 'manual-decisions',
  validateSearch: decisionsSearch,
  component: lazyRouteComponent(() => import('./pages/manual-decisions/decisions-page.tsx'), 'DecisionsPage'),
});

const staff = createRoute({
  getParentRoute: () => shell,
  path: 'staff',
  component: lazyRouteComponent(() => import('./pages/staff/staff-page.tsx'), 'StaffPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: 'settings',
  component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
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
      shell.addChildren([
        today,
        cases,
        belatedFacts,
        volumeItems,
        money,
        transfer,
        accept,
        myWork,
        approvals,
        imports,
        bank,
        waitingMoney,
        debit,
        post,
        heldWork,
        refusals,
        refusal,
        manualDecisions,
        staff,
        settings,
        phone,
        password,
      ]),
    ]),
    basepath: '/app',
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}
