/** The SMS gateway: any HTTP service that takes a POST, described by a template for address, body and signature. */
import { createHmac } from 'node:crypto';

export interface SmsMessage {
  /** Our id of the notice; the gateway gives it back with its receipt. */
  readonly reference: string;
  readonly to: string;
  readonly text: string;
}

export type SmsResult =
  | { readonly state: 'sent'; readonly gatewayRef: string }
  /** Refused by the gateway: it was not sent. */
  | { readonly state: 'failed'; readonly reason: string }
  /** Never reached the gateway: it may be tried again. */
  | { readonly state: 'unreachable'; readonly reason: string }
  /** It may or may not have been taken: never sent again blindly. */
  | { readonly state: 'unknown'; readonly reason: string };

export interface SmsGateway {
  send(message: SmsMessage): Promise<SmsResult>;
}

export interface SmsGatewayOptions {
  readonly url: string;
  /** JSON with {reference}, {to} and {text} in place of the values. */
  readonly bodyTemplate?: string;
  readonly secret: string;
  readonly timeoutMs?: number;
}

const BODY = '{"reference":"{reference}","to":"{to}","text":"{text}"}';

export function httpSmsGateway({
  url,
  bodyTemplate = BODY,
  secret,
  timeoutMs = 10_000,
}: SmsGatewayOptions): SmsGateway {
  return {
    async send(message) {
      const body = fill(bodyTemplate, message);
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...signature(secret, body) },
          body,
          signal: AbortSignal.timeout(timeoutMs),
        });
        return await resultOf(response, message);
      } catch (error) {
        return neverConnected(error)
          ? { state: 'unreachable', reason: 'gatewayUnreachable' }
          : { state: 'unknown', reason: 'noAnswer' };
      }
    },
  };
}

/** Values are JSON-escaped: a quotation mark in a text stays inside its string. */
function fill(template: string, message: SmsMessage): string {
  return template.replace(/\{(reference|to|text)\}/g, (_, name: keyof SmsMessage) =>
    JSON.stringify(message[name]).slice(1, -1),
  );
}

function signature(secret: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'x-baton-timestamp': timestamp, 'x-baton-signature': hmac };
}

async function resultOf(response: Response, message: SmsMessage): Promise<SmsResult> {
  if (response.status >= 500) return { state: 'unknown', reason: `gateway${String(response.status)}` };
  if (!response.ok) return { state: 'failed', reason: `gateway${String(response.status)}` };
  const answer: unknown = await response.json().catch(() => ({}));
  const reference = (answer as { reference?: unknown }).reference;
  return { state: 'sent', gatewayRef: typeof reference === 'string' ? reference : message.reference };
}

function neverConnected(error: unknown): boolean {
  const cause = (error as { cause?: { code?: string } }).cause;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'].includes(cause?.code ?? '');
}

/** Without a gateway nothing is sent; notices wait. */
export const noSmsGateway: SmsGateway = {
  send: () => Promise.resolve({ state: 'unreachable', reason: 'noGateway' }),
};
