/** The office's clock as its colleagues read it on the wall, and how fast it may run. */
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../api/contract.generated.ts';
import type { OfficeApi } from './office-api.ts';
import type { OfficeMs } from './office-time.ts';

type ClockReading = components['schemas']['Clock'];

const READ_AGAIN_MS = 1000;
/** Smaller changes are not worth a request. */
const WORTH_STEERING = 1.25;
/** An idle stretch is crossed in about this time, in many round trips: whoever steers late overshoots little. */
const LEAP_MS = 150;
const LEAP_ROUND_TRIPS = 6;
const LONGEST_LEAP_MS = 2000;

export class Clock {
  readonly #api: OfficeApi;
  #reading: ClockReading | undefined;
  #readAt = 0;
  #roundTripMs = 20;

  constructor(api: OfficeApi) {
    this.#api = api;
  }

  get speed(): number {
    return this.#reading?.speed ?? 1;
  }

  get ceiling(): number {
    return this.#reading?.ceiling ?? 1;
  }

  /** The office's time; between two readings it is computed. */
  async now(): Promise<OfficeMs> {
    if (!this.#reading || performance.now() - this.#readAt > READ_AGAIN_MS) await this.read();
    const { officeNow, speed, frozen } = this.#reading as ClockReading;
    return Date.parse(officeNow) + (frozen ? 0 : (performance.now() - this.#readAt) * speed);
  }

  async read(): Promise<void> {
    const asked = performance.now();
    this.#reading = await this.#api.ask(() => this.#api.client.GET('/clock'));
    // The later end of the request: never ahead of the office.
    this.#readAt = Math.max(asked, performance.now());
  }

  /** `until` ends the speed by itself, should nobody get through to steer again. */
  async steer(speed: number, until?: OfficeMs): Promise<void> {
    const wanted = Math.min(this.ceiling, Math.max(1, speed));
    const ratio = wanted / this.speed;
    if (ratio < WORTH_STEERING && ratio > 1 / WORTH_STEERING) return;
    const asked = performance.now();
    const { id } = this.#api.oneOf('administrator');
    this.#reading = await this.#api.sure(id, (headers) =>
      this.#api.client.PUT('/clock', {
        headers,
        body: { speed: wanted, ...(until === undefined ? {} : { until: new Date(until).toISOString() }) },
      }),
    );
    this.#readAt = performance.now();
    this.#roundTripMs = 0.7 * this.#roundTripMs + 0.3 * (this.#readAt - asked);
  }

  /** Crosses an idle stretch and is back at the pace before anybody acts; the slower the office answers, the more carefully. */
  async leap(officeMs: number, { most, pace, stop }: { most: number; pace: number; stop: AbortSignal }): Promise<void> {
    const realMs = Math.max(LEAP_MS, LEAP_ROUND_TRIPS * this.#roundTripMs);
    const speed = Math.min(most, this.ceiling, officeMs / realMs);
    if (speed <= pace) return;
    await this.steer(speed, (await this.now()) + officeMs);
    const left = officeMs / this.speed - this.#roundTripMs;
    await delay(Math.min(LONGEST_LEAP_MS, Math.max(1, left)), undefined, { signal: stop });
    await this.steer(pace);
  }
}
