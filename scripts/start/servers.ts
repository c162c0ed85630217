import { startPostgres, type RunningPostgres } from '../servers/embedded-postgres.ts';
import { obtainTemporal } from '../servers/temporal-binary.ts';
import { startTemporal, type RunningTemporal } from '../servers/temporal-server.ts';
import { type Office, type UsedServer } from './office.ts';
import { usualPort } from '../servers/ports.ts';
import { watchServer } from './server-watch.ts';

export type Reactions = {
  say: (sentence: string) => void;
  /** Called when a server came back at another address. */
  moved: () => Promise<void>;
};

const DATABASE = 'baton';
const POSTGRES_PORT = 54_320;
const TEMPORAL_PORT = 7233;
const TEMPORAL_PAGE_PORT = 8233;

/** PostgreSQL of DATABASE_URL, else our own on the installation's folder, adopted if it still runs. */
export async function usePostgres(
  { installation, options: { port } }: Pick<Office, 'installation' | 'options'>,
  { say, moved }: Reactions,
): Promise<UsedServer> {
  const given = process.env['DATABASE_URL'];
  if (given) return elsewhere(given, `the server of DATABASE_URL`);
  const options = { dataDir: installation.postgres, logFile: installation.logOf('postgres') };
  const first = await startPostgres({ ...options, port: usualPort({ port }, POSTGRES_PORT) });
  await first.createDatabase(DATABASE);
  const watched = watchServer<RunningPostgres>({
    name: 'PostgreSQL',
    first,
    again: (last) => startPostgres({ ...options, port: last.port }),
    back: (now, before) => (now.port === before.port ? Promise.resolve() : moved()),
    say,
  });
  return {
    address: () => watched.current.url(DATABASE),
    described: `port ${first.port}${first.adopted ? ', still running' : ''}`,
    pid: () => watched.current.pid,
    stop: watched.stop,
  };
}

/** The cluster of TEMPORAL_ADDRESS, else our own server on the installation's folder, adopted if it still runs. */
export async function useTemporal(
  { installation, options: { port, empty } }: Pick<Office, 'installation' | 'options'>,
  { say, moved }: Reactions,
  progress: (line: string) => void,
): Promise<UsedServer> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) return elsewhere(given, `the cluster of TEMPORAL_ADDRESS`);
  const { path, source } = await obtainTemporal({ say: progress });
  const options = { executable: path, dbFile: installation.temporalDb, logFile: installation.logOf('temporal') };
  // Whoever opens the page may end runs there: for learning, not beside an office's own data.
  const page = empty ? {} : { pagePort: usualPort({ port }, TEMPORAL_PAGE_PORT) };
  const first = await startTemporal({ ...options, ...page, port: usualPort({ port }, TEMPORAL_PORT) });
  const watched = watchServer<RunningTemporal>({
    name: 'Temporal',
    first,
    again: ({ port, pagePort }) => startTemporal({ ...options, port, ...(pagePort !== undefined && { pagePort }) }),
    back: (now, before) => (now.port === before.port ? Promise.resolve() : moved()),
    say,
  });
  return {
    address: () => watched.current.address,
    described: `port ${first.port}${first.adopted ? ', still running' : FROM[source]}`,
    page: () => pageAt(watched.current.pagePort),
    pid: () => watched.current.pid,
    stop: watched.stop,
  };
}

function pageAt(port: number | undefined): string | undefined {
  return port === undefined ? undefined : `http://127.0.0.1:${port}/namespaces/default/workflows`;
}

const FROM = { path: ', installed', cache: '', download: ', downloaded', wheel: ', from PyPI' };

function elsewhere(address: string, described: string): UsedServer {
  return { address: () => address, described, pid: () => undefined, stop: () => Promise.resolve() };
}
