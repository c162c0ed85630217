/** The counter as a careful colleague uses it: waits two seconds for an answer, then sends the same words with the same key. */
import createClient, { type Client } from 'openapi-fetch';
import { setTimeout as delay } from 'node:timers/promises';
import type { components, paths } from '../../api/contract.generated.ts';
import type { Acknowledgement, Memory } from './acknowledged.ts';

export type NewTransfer = components['schemas']['NewTransfer'];
export type NewFact = components['schemas']['NewFact'];
type Role = components['schemas']['Role'];

/** What openapi-fetch answers, as far as it matters here. */
interface Reply<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}
export type Sender = (key: string, headers: Headers) => Promise<Reply<Acknowledgement>>;
type Headers = { authorization: string };

const ANSWER_WITHIN_MS = 2_000;
/** A password costs the server time by design, and more on a busy machine. */
const SIGN_IN_WITHIN_MS = 15_000;
const PAUSE_MS = 300;

export class Counter {
  #client: { readonly url: string; readonly speaks: Client<paths> } | undefined;
  readonly #url: () => string;
  readonly #memory: Memory;
  readonly #stop: AbortSignal;
  readonly #tokens = new Map<Role, string>();
  readonly #said: { readonly role: Role; readonly key: string; readonly send: Sender }[] = [];

  /** `url` is asked before each request: an office that was started again may live elsewhere. */
  constructor(url: () => string, memory: Memory, stop: AbortSignal) {
    this.#url = url;
    this.#memory = memory;
    this.#stop = stop;
  }

  get client(): Client<paths> {
    const url = this.#url();
    if (this.#client?.url !== url)
      this.#client = { url, speaks: createClient<paths>({ baseUrl: url, fetch: this.#fetch }) };
    return this.#client.speaks;
  }

  readonly #fetch = (request: Request): Promise<Response> => {
    const withinMs = request.url.endsWith('/sessions') ? SIGN_IN_WITHIN_MS : ANSWER_WITHIN_MS;
    return fetch(request, { signal: AbortSignal.any([this.#stop, AbortSignal.timeout(withinMs)]) });
  };

  /** Sends until there is an answer; `twice` sends it two times at the same instant, as a double click does. */
  async say(
    role: Role,
    key: string,
    send: Sender,
    { twice }: { twice: boolean },
  ): Promise<Acknowledgement | undefined> {
    this.#said.push({ role, key, send });
    const answers = await Promise.all((twice ? [1, 2] : [1]).map(() => this.#insist(role, key, send)));
    return answers[0];
  }

  /** Says the latest commands again, as somebody does who has lost the answers: nothing may come of it but the same answers. */
  async sayAgain(most: number): Promise<void> {
    for (const { role, key, send } of this.#said.slice(-most)) await this.#insist(role, key, send);
  }

  /** Undefined when it was refused; the memory knows why. */
  async #insist(role: Role, key: string, send: Sender): Promise<Acknowledgement | undefined> {
    for (;;) {
      const headers = await this.#signedIn(role);
      this.#memory.sent(key);
      const reply = await this.#once(() => send(key, headers));
      if (reply?.data) {
        this.#memory.acknowledged(key, reply.data);
        return reply.data;
      }
      const status = reply?.response.status ?? 500;
      const name = nameOf(reply?.error);
      if (status === 401) this.#tokens.delete(role);
      else if (status < 500 && status !== 429) {
        this.#memory.refused(key, name);
        return undefined;
      }
      await delay(PAUSE_MS, undefined, { signal: this.#stop });
    }
  }

  async #signedIn(role: Role): Promise<Headers> {
    for (;;) {
      const token = this.#tokens.get(role);
      if (token !== undefined) return { authorization: `Bearer ${token}` };
      const found = await this.#once(() => this.#newToken(role));
      if (found?.data) this.#tokens.set(role, found.data);
      else await delay(PAUSE_MS, undefined, { signal: this.#stop });
    }
  }

  async #newToken(role: Role): Promise<Reply<string>> {
    const accounts = await this.client.GET('/practice/accounts');
    const account = accounts.data?.items.find(({ roles }) => roles.includes(role));
    if (!account) return { response: accounts.response };
    const { username, password } = account;
    const { data, response } = await this.client.POST('/sessions', { body: { username, password } });
    return { data: data?.token, response };
  }

  /** Undefined when there was no answer, or only half of one. */
  async #once<T>(send: () => Promise<Reply<T>>): Promise<Reply<T> | undefined> {
    try {
      return await send();
    } catch {
      this.#stop.throwIfAborted();
      return undefined;
    }
  }
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : 'unnamed';
}
