import { api } from './client.ts';

/** What transfers follow and what its parts are called. Read before a page is shown, and kept: it changes with a release, or a reason. */
export const proceduresQuery = () =>
  api.queryOptions('get', '/procedures', {}, { staleTime: 10 * 60_000, gcTime: Infinity });
