import type { Db } from '../../db/connection/connection.ts';
import type { Keyring } from '../../db/connection/sealing.ts';
import type { KeptSessions } from '../../db/office/kept-sessions.ts';
import type { LookUpLog } from '../../db/office/look-up-log.ts';
import type { IdentityRegistry } from '../../domain/contacts/identity-registry.ts';
import type { CoreSystem } from '../../domain/core/core-system.ts';
import type { PushedReceipts } from '../../gateways/sms/open.ts';
import type { Renderer } from '../../documents/render/renderer.ts';
import type { Events } from '../../observability/events.ts';
import type { HttpMetrics } from '../../observability/http-metrics.ts';
import type { Logger } from '../../observability/logger.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Pressure } from './pressure.ts';

/** What the routes are built from; each router takes only the parts that it uses. */
export interface ApiDependencies {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly sessions: KeptSessions;
  readonly lookUps: LookUpLog;
  readonly changes: ChangeFeed;
  /** Draws papers in a thread of its own. */
  readonly renderer: Renderer;
  readonly config: ApiConfig;
  readonly logger: Logger;
  readonly events: Events;
  readonly http: HttpMetrics;
  /** Absent: only the number of requests under way is limited. */
  readonly pressure?: Pressure;
  /** A connection for the question whether the database answers, that no request can take; absent: the common one. */
  readonly probe?: Db;
  /** How the gateway's own receipts are read; absent: it brings none, or in our form. */
  readonly pushedReceipts?: PushedReceipts | undefined;
  /** Whether each is set up at all; absent: neither is. */
  readonly gateways?: { readonly sms: boolean; readonly alerts: boolean };
  /** The provincial core system; absent: rows and receipts come by file or by hand. */
  readonly core?: CoreSystem | undefined;
  /** The national registry of mobiles; absent: every question about one is unknown. */
  readonly identity?: IdentityRegistry | undefined;
  /** Wakes the import runner of this process; absent: another one works the files off. */
  readonly imports?: { wake(): void };
  /** The same of files that go out. */
  readonly exports?: { wake(): void };
}

/** The part of the configuration that the API reads. */
export interface ApiConfig {
  readonly production: boolean;
  readonly practice: boolean;
  readonly courierSecret: string;
  readonly smsSecret: string;
  /** Where people reach the console, as their browsers write it. */
  readonly publicUrl?: string | undefined;
  readonly practicePhoneUrl?: string | undefined;
  /** How many proxies of ours stand in front: whose word counts for the caller's address. */
  readonly trustedProxies: number;
  readonly requestsPerMinute: number;
  readonly webFolder?: string | undefined;
}
