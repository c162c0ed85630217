/** Whoever is called when something passes its limit: any service that takes a POST with JSON. */
import { setTimeout as delay } from 'node:timers/promises';

export interface Alert {
  readonly condition: string;
  readonly state: 'raised' | 'recovered';
  /** The figure now, and what it must not pass. */
  readonly value: number;
  readonly limit: number;
  /** Real instants. */
  readonly since: string;
  readonly at: string;
  readonly officeId: string;
}

export interface AlertGateway {
  /** @throws when nobody took it after a few tries */
  tell(alert: Alert): Promise<void>;
}

const TRIES = 3;

export function httpAlertGateway(url: string, pauseMs = 1_000): AlertGateway {
  return {
    async tell(alert) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await post(url, alert);
        } catch (error) {
          if (attempt === TRIES) throw error;
          await delay(pauseMs * attempt);
        }
      }
    },
  };
}

async function post(url: string, alert: Alert): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alert),
    // Followed, it would become a question without the alert in it, and count as told.
    redirect: 'manual',
    signal: AbortSignal.timeout(5_000),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`answered ${String(response.status)}`);
}
