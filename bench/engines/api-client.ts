/** A client that costs little itself: kept connections, JSON, nothing else. */
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { PRACTICE_PASSWORD } from '../../domain/staff/practice.ts';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** Seconds, where the answer says when to ask again. */
  readonly retryAfter: number | undefined;
}

export class ApiClient {
  readonly #url: string;
  readonly #agent: Agent;

  constructor(url: string, connections = 256) {
    this.#url = url;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  get(path: string, token: string): Promise<Reply> {
    return this.#send('GET', path, { authorization: `Bearer ${token}` });
  }

  post(path: string, body: unknown, { token, key }: { token?: string; key?: string } = {}): Promise<Reply> {
    return this.#send(
      'POST',
      path,
      { ...(token && { authorization: `Bearer ${token}` }), ...(key && { 'Idempotency-Key': key }) },
      JSON.stringify(body),
    );
  }

  /** The same of somebody who comes again when told to, as a browser does; whoever waited so long pays for it in his own time. */
  async postUntilTaken(path: string, body: unknown, by: { token: string; key: string }): Promise<Reply> {
    for (;;) {
      const reply = await this.post(path, body, by);
      if (reply.status !== 503) return reply;
      await delay((reply.retryAfter ?? 1) * 1_000);
    }
  }

  /** The token of a practice account. */
  async signIn(username: string): Promise<string> {
    const { body } = await this.post('/sessions', { username, password: PRACTICE_PASSWORD });
    return (body as { token: string }).token;
  }

  #send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Reply> {
    const said = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': byteLength(body) };
    return new Promise((resolve, reject) => {
      const asked = request(`${this.#url}${path}`, { method, agent: this.#agent, headers: { ...headers, ...said } });
      asked.once('error', reject);
      asked.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { statusCode: status = 0, headers } = response;
          const retryAfter = headers['retry-after'] === undefined ? undefined : Number(headers['retry-after']);
          resolve({ status, retryAfter, body: text === '' ? undefined : JSON.parse(text) });
        });
      });
      asked.end(body);
    });
  }
}

const byteLength = (text: string): number => Buffer.byteLength(text);
