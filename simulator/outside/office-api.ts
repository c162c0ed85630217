/** The office's API as its colleagues use it: signed in, patient, and deaf to interruptions. */
import createClient, { type Client } from 'openapi-fetch';
import { setTimeout as delay } from 'node:timers/promises';
import type { components, paths } from '../../api/contract.generated.ts';
import type { Role } from '../../domain/roles.ts';

type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

export interface Colleague {
  readonly id: string;
  readonly username: string;
  readonly roles: readonly Role[];
}
interface Account extends Colleague {
  readonly password: string;
  token: string;
}

/** What openapi-fetch answers, as far as it matters here. */
interface Reply<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}
export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: Problem };

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 3000;
const REQUEST_TIMEOUT_MS = 30_000;

export class OfficeApi {
  readonly client: Client<paths>;
  readonly url: string;
  readonly #stop: AbortSignal;
  readonly #accounts = new Map<string, Account>();

  constructor(url: string, stop: AbortSignal) {
    this.url = url.replace(/\/$/, '');
    this.#stop = stop;
    this.client = createClient<paths>({
      baseUrl: this.url,
      fetch: (request) => fetch(request, { signal: AbortSignal.any([stop, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]) }),
    });
  }

  /** Signs in every practice account. @throws when the office has none: it is no practice office */
  async signInEverybody(): Promise<void> {
    const accounts = await this.ask(() => this.client.GET('/practice/accounts'));
    for (const { username, password } of accounts.items) await this.#signIn(username, password);
    if (this.#accounts.size === 0) throw new Error(`${this.url} has no practice accounts: nobody can play there`);
  }

  get colleagues(): readonly Colleague[] {
    return [...this.#accounts.values()];
  }

  /** The first colleague with this role. */
  oneOf(role: Role): Colleague {
    const found = this.colleagues.find(({ roles }) => roles.includes(role));
    if (!found) throw new Error(`no practice account has the role ${role}`);
    return found;
  }

  has(staffId: string): boolean {
    return this.#accounts.has(staffId);
  }

  /** Asks until there is an answer; a refusal is thrown. */
  async ask<T>(send: () => Promise<Reply<T>>): Promise<T> {
    const answer = await this.#insist(send);
    if (answer.ok) return answer.data;
    throw new Error(`${answer.problem.type}: ${answer.problem.detail ?? answer.problem.title}`);
  }

  /** Asks as this colleague until there is an answer, be it a refusal. */
  async as<T>(staffId: string, send: (headers: { authorization: string }) => Promise<Reply<T>>): Promise<Answer<T>> {
    for (;;) {
      const account = this.#accounts.get(staffId);
      if (!account) throw new Error('nobody of that id has signed in here');
      const answer = await this.#insist(() => send({ authorization: `Bearer ${account.token}` }));
      if (answer.ok || answer.problem.status !== 401) return answer;
      await this.#signIn(account.username, account.password);
    }
  }

  /** Like `as`, for what must not be refused. */
  async sure<T>(staffId: string, send: (headers: { authorization: string }) => Promise<Reply<T>>): Promise<T> {
    const answer = await this.as(staffId, send);
    if (answer.ok) return answer.data;
    throw new Error(`${answer.problem.type}: ${answer.problem.detail ?? answer.problem.title}`);
  }

  async #signIn(username: string, password: string): Promise<void> {
    const { token, me } = await this.ask(() => this.client.POST('/sessions', { body: { username, password } }));
    this.#accounts.set(me.id, { id: me.id, username, password, token, roles: me.roles });
  }

  /** No connection, 5xx and 429 are waited out for as long as it takes. */
  async #insist<T>(send: () => Promise<Reply<T>>): Promise<Answer<T>> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const reply = await this.#once(send);
      if (reply) {
        const { data, error, response } = reply;
        if (response.ok) return { ok: true, data: data as T };
        if (response.status < 500 && response.status !== 429)
          return { ok: false, problem: problemOf(error, response.status) };
        pauseMs = Math.max(pauseMs, Number(response.headers.get('Retry-After') ?? 0) * 1000);
      }
      await delay(pauseMs, undefined, { signal: this.#stop });
    }
  }

  async #once<T>(send: () => Promise<Reply<T>>): Promise<Reply<T> | undefined> {
    try {
      return await send();
    } catch (error) {
      this.#stop.throwIfAborted();
      if (isProgrammingError(error)) throw error;
      return undefined;
    }
  }
}

function problemOf(error: unknown, status: number): Problem {
  const problem = typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {};
  return { type: `/problems/status-${status}`, title: 'Refused', status, ...problem };
}

/** fetch throws a TypeError for a broken connection too; that one has a cause. */
function isProgrammingError(error: unknown): boolean {
  return (error instanceof TypeError || error instanceof ReferenceError) && error.cause === undefined;
}
