import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { archiveRoutes } from './routes/archive.ts';
import { desksRoutes } from './routes/desks.ts';
import { numbersRoutes } from './routes/numbers.ts';
import { officeRoutes } from './routes/office.ts';
import { root, shell, signIn } from './routes/shell.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      shell.addChildren([...desksRoutes, ...numbersRoutes, ...archiveRoutes, ...officeRoutes]),
    ]),
    basepath: '/app',
    context: { queryClient },
    parseSearch,
    stringifySearch,
    // Without it a page is handed what its check left out as well, as it was typed.
    search: { strict: true },
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}
