/** Before the sign-in and behind it. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { RefusedError, toProblem } from '../api/problem.ts';
import { proceduresQuery } from '../api/procedures-query.ts';
import { meQuery } from '../api/query-client.ts';
import { dropDraftsOfOthers } from '../forms/drafts.ts';
import { loadDrafts } from '../forms/load-drafts.ts';
import { Crashed, NotFound } from '../layout/dead-ends.tsx';
import { Shell } from '../layout/shell.tsx';
import { Worded } from '../layout/worded.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { signInSearch } from '../search-params.ts';

interface Context {
  readonly queryClient: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({
  component: Worded,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
});

export const signIn = createRoute({
  getParentRoute: () => root,
  path: 'sign-in',
  validateSearch: signInSearch,
  // Small, and the first that most see: it does not wait for a turn of its own.
  component: SignInPage,
});

/** Everything behind it is for people who are signed in. */
export const shell = createRoute({
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
    const words = context.queryClient.ensureQueryData(proceduresQuery()).catch(() => undefined);
    await Promise.all([loadDrafts(me.id), words]);
  },
});
