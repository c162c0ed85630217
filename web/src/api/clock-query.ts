import { api } from './client.ts';

const EVERY_MS = 5000;

/** Read again all the time: in a practice office the speed may change while one looks. */
export const clockQuery = () =>
  api.queryOptions('get', '/clock', {}, { refetchInterval: EVERY_MS, staleTime: EVERY_MS });
