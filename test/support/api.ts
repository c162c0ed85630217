import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import { createApp } from '../../api/app.ts';
import { askInside } from '../../api/inside.ts';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import type { ApiConfig, ApiDependencies } from '../../api/handling/dependencies.ts';
import type { Db } from '../../db/connection/connection.ts';
import { theOffice } from '../../db/office/office.ts';
import { ChangeFeed } from '../../api/handling/change-feed.ts';
import { KeptSessions } from '../../db/office/kept-sessions.ts';
import { LookUpLog } from '../../db/office/look-up-log.ts';
import { createSession } from '../../db/office/sessions.ts';
import { insertStaff } from '../../db/office/staff.ts';
import type { Procedures } from '../../domain/procedures/index.ts';
import type { Role } from '../../domain/roles.ts';
import { createRenderer } from '../../documents/render/renderer.ts';
import type { Ask } from '../../exports/sources.ts';
import { businessEvents } from '../../observability/events.ts';
import { httpMetrics } from '../../observability/http-metrics.ts';
import { createLogger } from '../../observability/logger.ts';
import { createMetrics } from '../../observability/metrics.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { freshDatabase } from './database.ts';

/** One thread for all files of a worker: its fonts are read once. */
export const renderer = createRenderer({ fontFiles: [] });

export const PASSWORD = 'a-good-password';
export const COURIER_SECRET = 'courier-secret-of-thirty-two-chars!';
export const SMS_SECRET = 'sms-secret-of-at-least-thirty-two-c';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into whatever came back
  readonly body: any;
  readonly text: string;
}

export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  raw(path: string, init: RequestInit): Promise<Answer>;
  /** What comes back as it is; posted where there is a body. */
  bytes(path: string, body?: unknown): Promise<{ status: number; headers: Headers; body: Buffer }>;
  /** Whose bytes are not read yet. */
  fetched(path: string): Promise<Response>;
}

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  readonly db: Db;
  readonly office: TestOffice;
  /** Every line that was logged. */
  readonly log: string[];
  /** What Prometheus would read now. */
  scraped(): Promise<string>;
  /** Its `flush` writes now what is written within a second. */
  readonly lookUps: LookUpLog;
  /** What a file that goes out asks. */
  readonly ask: Ask;
  readonly anonymous: Caller;
  /** One of the office's people, signed in by a bearer token. */
  as(who: keyof TestOffice['staff']): Promise<Caller>;
  /** Somebody new with exactly these roles. */
  asNew(roles: readonly Role[]): Promise<Caller>;
  stop(): Promise<void>;
}

/** The real application on a real PostgreSQL and a free port; replies are checked against the contract. */
export async function startApi(
  change: Partial<ApiConfig> = {},
  procedures?: Procedures,
  more: Partial<Pick<ApiDependencies, 'core' | 'identity'>> = {},
): Promise<TestApi> {
  const fresh = await freshDatabase(procedures);
  const office = await anOffice(fresh.db);
  await fresh.db
    .updateTable('staff')
    .set({ password_hash: await cheapHash() })
    .execute();
  const sessions = new KeptSessions();
  const endings = sessions.startListening(fresh.url);
  const { url, log, scraped, lookUps, ask, stop } = await serveApp(fresh.db, change, { sessions, ...more });
  const signedIn = async (staffId: string): Promise<Caller> => {
    const token = newToken();
    await createSession(fresh.db, staffId, hashToken(token));
    return caller(url, { Authorization: `Bearer ${token}` });
  };
  return {
    url,
    databaseUrl: fresh.url,
    db: fresh.db,
    office,
    log,
    scraped,
    lookUps,
    ask,
    anonymous: caller(url, {}),
    as: (who) => signedIn(office.staff[who]),
    async asNew(roles) {
      const username = `new-${newToken()
        .slice(0, 8)
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, 'x')}`;
      const account = { officeId: office.officeId, username, displayName: username, roles, mustChangePassword: false };
      return signedIn((await insertStaff(fresh.db, account))!);
    },
    async stop() {
      stop();
      await Promise.all([endings.stop(), lookUps.stop()]);
      await fresh.drop();
    },
  };
}

/** The application alone, on a database of the caller's. */
export async function serveApp(
  db: Db,
  change: Partial<ApiConfig> = {},
  more: Partial<
    Pick<ApiDependencies, 'pressure' | 'probe' | 'sessions' | 'pushedReceipts' | 'core' | 'identity' | 'renderer'>
  > = {},
) {
  const log: string[] = [];
  const logger = createLogger({ level: 'debug', process: 'test', destination: { write: (line) => log.push(line) } });
  const metrics = createMetrics();
  const lookUps = new LookUpLog(db);
  const changes = new ChangeFeed(db, async () => (await theOffice(db)).id);
  const deps: ApiDependencies = {
    db,
    keyring: testKeyring,
    // Unless somebody lets them listen they keep nothing.
    sessions: new KeptSessions(),
    lookUps,
    changes,
    renderer,
    config: { ...CONFIG, ...change },
    logger,
    events: businessEvents(logger, metrics),
    http: httpMetrics(metrics.registry),
    ...more,
  };
  const ask = askInside(deps);
  const app = createApp(deps, ask);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    changes.stop();
    server.close();
    server.closeAllConnections();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    scraped: () => metrics.registry.metrics(),
    lookUps,
    ask,
    stop,
  };
}

const CONFIG: ApiConfig = {
  production: false,
  practice: true,
  courierSecret: COURIER_SECRET,
  smsSecret: SMS_SECRET,
  trustedProxies: 0,
  requestsPerMinute: 1_000_000,
};

/** The office's real cost would take a minute of every run. */
const cheapHash = (): Promise<string> => hash(PASSWORD, { memoryCost: 1024, timeCost: 1 });

export function caller(url: string, headers: Record<string, string>): Caller {
  const raw = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('Content-Type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson && text ? JSON.parse(text) : undefined,
      text,
    };
  };
  const send: Caller['send'] = (method, path, body, more = {}) =>
    raw(path, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...more },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const bytes: Caller['bytes'] = async (path, body) => {
    const posted = { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(url + path, {
      ...(body === undefined ? {} : posted),
      headers: { ...headers, 'Content-Type': 'application/json' },
    });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const fetched = (path: string) => fetch(url + path, { redirect: 'manual', headers });
  return {
    raw,
    send,
    bytes,
    fetched,
    get: (path) => send('GET', path),
    post: (path, body, more) => send('POST', path, body, more),
  };
}

let keys = 0;
/** A key that nobody used. */
export const aKey = (): Record<string, string> => ({ 'Idempotency-Key': `test-key-${String(++keys)}-${newToken()}` });

export const fieldsOf = (answer: Answer): string[] =>
  ((answer.body?.errors ?? []) as { field: string; code: string }[])
    .map(({ field, code }) => `${field}: ${code}`)
    .sort();
