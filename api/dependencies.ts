import type { Config } from '../config.ts';
import type { Db } from '../db/connection.ts';
import type { Keyring } from '../db/sealing.ts';
import type { Events } from '../observability/events.ts';
import type { HttpMetrics } from '../observability/http-metrics.ts';
import type { Logger } from '../observability/logger.ts';

/** What the routes are built from; each router takes only the parts that it uses. */
export interface ApiDependencies {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly config: ApiConfig;
  readonly logger: Logger;
  readonly events: Events;
  readonly http: HttpMetrics;
}

/** The part of the configuration that the API reads. */
export type ApiConfig = Pick<
  Config,
  | 'production'
  | 'practice'
  | 'courierSecret'
  | 'smsSecret'
  | 'practicePhoneUrl'
  | 'trustedProxies'
  | 'requestsPerMinute'
  | 'webFolder'
>;
