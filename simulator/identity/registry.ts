/** The registry of mobiles: says of a mobile and an ID number whether they belong together; its log counts answers and names nobody. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, isKnown, readBody } from '../outside/asked.ts';
import { draws } from '../outside/draws.ts';

export interface RegistryOptions {
  /** 0: any. */
  readonly port: number;
  readonly secret: string;
  readonly seed: number;
  /** What is known for certain, by `mobile idNumber`; the rest is drawn. */
  readonly certain?: ReadonlyMap<string, PlayedResult>;
}

export type PlayedResult = 'match' | 'noMatch' | 'unknown';

export interface PlayedRegistry {
  readonly url: string;
  /** How many of each were answered. */
  answered(): Readonly<Record<PlayedResult, number>>;
  stop(): Promise<void>;
}

/** Of a hundred callers two use somebody else's telephone, and of one the registry knows nothing. */
const RESULTS: Readonly<Record<PlayedResult, number>> = { match: 0.97, noMatch: 0.02, unknown: 0.01 };
const BODY_LIMIT = 10_000;

export async function startRegistry(options: RegistryOptions): Promise<PlayedRegistry> {
  const counts: Record<PlayedResult, number> = { match: 0, noMatch: 0, unknown: 0 };
  const server = createServer((request, response) => {
    handle(options, counts, request, response).catch(() => answer(response, 400, { title: 'Not understood' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    answered: () => ({ ...counts }),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function handle(
  options: RegistryOptions,
  counts: Record<PlayedResult, number>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isKnown(request, options.secret)) return answer(response, 401, { title: 'Who are you?' });
  if (request.method !== 'POST' || request.url !== '/checks') return answer(response, 404, { title: 'POST /checks' });
  const { mobile, idNumber } = await readBody(request, BODY_LIMIT);
  const result = resultOf(options, String(mobile), String(idNumber));
  counts[result] += 1;
  answer(response, 200, { result });
}

function resultOf({ seed, certain }: RegistryOptions, mobile: string, idNumber: string): PlayedResult {
  return certain?.get(`${mobile} ${idNumber}`) ?? draws('identity', seed, mobile, idNumber).weighted('result', RESULTS);
}
