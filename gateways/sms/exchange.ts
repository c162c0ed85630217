/** One request and its answer. Never follows a redirect, and always knows whether anything can have left this machine. */
import { once } from 'node:events';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import iconv from 'iconv-lite';
import type { BuiltRequest } from './request.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Exchange =
  | { readonly came: 'answer'; readonly answer: Answer }
  /** No connection, or one whose other end did not prove who it is: nothing was said. */
  | { readonly came: 'noConnection'; readonly reason: 'gatewayUnreachable' | 'gatewayCertificate' }
  /** It was said, and nobody knows whether it was heard. */
  | { readonly came: 'silence' };

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;

/** @param longest of an answer, in bytes */
export async function exchange(
  wanted: BuiltRequest,
  patienceMs = PATIENCE_MS,
  longest = LONGEST_ANSWER,
): Promise<Exchange> {
  let isConnected = false;
  try {
    const { address, method, headers, body } = wanted;
    const isSecret = address.protocol === 'https:';
    const signal = AbortSignal.timeout(patienceMs);
    // A connection of its own, so that "connected" speaks of this request.
    const request = (isSecret ? overHttps : overHttp)(address, { method, headers, agent: false, signal });
    // What breaks while the answer is read is told by the answer.
    request.on('error', () => undefined);
    request.once('socket', (socket) => socket.once(isSecret ? 'secureConnect' : 'connect', () => (isConnected = true)));
    const answered = once(request, 'response', { signal });
    request.end(body);
    const [response] = (await answered) as [IncomingMessage];
    return { came: 'answer', answer: await readAnswer(response, longest) };
  } catch (error) {
    return isConnected ? { came: 'silence' } : { came: 'noConnection', reason: reasonOf(error) };
  }
}

async function readAnswer(response: IncomingMessage, longest: number): Promise<Answer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  const { statusCode: status = 0, headers } = response;
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return {
    status,
    headers,
    body: iconv.decode(Buffer.concat(chunks), iconv.encodingExists(charset) ? charset : 'utf-8'),
  };
}

function reasonOf(error: unknown): 'gatewayUnreachable' | 'gatewayCertificate' {
  const { code = '' } = error as { code?: string };
  return /CERT|SELF_SIGNED|SIGNATURE|ISSUER|^ERR_TLS|^ERR_SSL|^EPROTO/.test(code)
    ? 'gatewayCertificate'
    : 'gatewayUnreachable';
}
