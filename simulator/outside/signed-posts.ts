/** The webhooks of the courier and of the SMS centre: hex HMAC-SHA256 over timestamp, full stop and body. */
import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

export interface SignedPosts {
  /** Posts until the office has taken it; signed anew each time, because a signature grows old. */
  post(path: string, secret: string, content: unknown): Promise<void>;
}

export function signedPosts(url: string, stop: AbortSignal): SignedPosts {
  return {
    async post(path, secret, content) {
      const body = JSON.stringify(content);
      for (let pauseMs = 200; ; pauseMs = Math.min(pauseMs * 2, 3000)) {
        const status = await postOnce(new URL(path, url), secret, body, stop);
        if (status === 202) return;
        if (status !== undefined && status < 500 && status !== 429)
          throw new Error(`${path} refused what was signed, with status ${status}`);
        await delay(pauseMs, undefined, { signal: stop });
      }
    },
  };
}

/** The status, or nothing when there was no answer. */
async function postOnce(url: URL, secret: string, body: string, stop: AbortSignal): Promise<number | undefined> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'Content-Type': 'application/json',
    'X-Baton-Timestamp': timestamp,
    'X-Baton-Signature': signatureOf(secret, timestamp, body),
  };
  try {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(30_000)]);
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    stop.throwIfAborted();
    return undefined;
  }
}
