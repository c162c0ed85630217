// The few names that are used of packages which only `npm run bench` installs: the types are checked without them.
declare module 'autocannon' {
  interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  }
  interface Options {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    requests?: { setupRequest: (request: Request) => Request }[];
  }
  interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    /** Seconds. */
    readonly duration: number;
    readonly latency: { readonly p50: number; readonly p99: number };
  }
  interface Load extends Promise<Result> {
    on(event: 'response', listener: () => void): void;
  }
  function autocannon(options: Options): Load;
  export = autocannon;
}

declare module 'graphile-worker' {
  import type { Pool } from 'pg';
  interface Options {
    pgPool?: Pool;
    concurrency?: number;
    noHandleSignals?: boolean;
    taskList: Record<string, (payload: unknown) => Promise<void>>;
  }
  export function run(options: Options): Promise<{ stop(): Promise<void> }>;
  export function runMigrations(options: { pgPool: Pool }): Promise<void>;
}

declare module '@dbos-inc/dbos-sdk' {
  interface Config {
    name: string;
    systemDatabaseUrl?: string | undefined;
    systemDatabasePoolSize?: number;
    logLevel?: string;
    useListenNotify?: boolean;
  }
  export const DBOS: {
    setConfig(config: Config): void;
    launch(): Promise<void>;
    registerWorkflow<Words extends unknown[], T>(
      work: (...words: Words) => Promise<T>,
      options: { name: string },
    ): (...words: Words) => Promise<T>;
    startWorkflow<Words extends unknown[], T>(
      work: (...words: Words) => Promise<T>,
      options: { workflowID: string },
    ): (...words: Words) => Promise<unknown>;
    runStep<T>(work: () => Promise<T>, options: { name: string }): Promise<T>;
    send(to: string, message: unknown, topic: string): Promise<void>;
    recv(topic: string, timeoutSeconds: number): Promise<unknown>;
  };
}
