/** A server that answers as a gateway might, and what it was asked. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface PlayedAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PlayedGateway {
  readonly url: string;
  readonly heard: Heard[];
  stop(): Promise<void>;
}

/** `undefined`: takes the request and says nothing. */
export async function aGateway(answer: (heard: Heard) => PlayedAnswer | undefined): Promise<PlayedGateway> {
  const heard: Heard[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString('latin1') };
      heard.push(one);
      const played = answer(one);
      if (played) response.writeHead(played.status, played.headers).end(played.body ?? '');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    heard,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export const utf8 = (body: string): string => Buffer.from(body, 'latin1').toString('utf8');
