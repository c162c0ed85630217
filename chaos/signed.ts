/** Webhooks of the courier and of the SMS centre, signed as theirs are with the secrets of this office. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEBHOOKS = { '/courier/scans': 'COURIER_SECRET', '/sms/receipts': 'SMS_SECRET' } as const;
export type WebhookPath = keyof typeof WEBHOOKS;

/** A status, or nothing when nobody answered. */
export type Status = number | undefined;

const ANSWER_WITHIN_MS = 20_000;

export function secretOf(dataDir: string, path: WebhookPath): string {
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as Record<string, string>;
  return keys[WEBHOOKS[path]] ?? '';
}

export function signed(secret: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return {
    'Content-Type': 'application/json',
    'X-Baton-Timestamp': timestamp,
    'X-Baton-Signature': createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'),
  };
}

export async function post(url: string, headers: Record<string, string>, body: string): Promise<Status> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}
