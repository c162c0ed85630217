/** What a talk is recorded with. */
import type { ContactChannel, ContactOutcome, IdentityMeans } from '../../domain/contacts/contact.ts';
import type { NewPromise } from './promises.ts';
import type { Asked } from './whom.ts';

export interface NewContact extends Asked {
  readonly byStaffId: string;
  readonly channel: ContactChannel;
  readonly direction: 'in' | 'out';
  readonly occurredAt?: Date | undefined;
  /** As it was said. */
  readonly employer?: string | undefined;
  readonly topic: string;
  readonly consultation: boolean;
  readonly toldPersonal: boolean;
  readonly identity: IdentityMeans;
  readonly identityCheckId?: string | undefined;
  readonly outcome: ContactOutcome;
  readonly promise?: NewPromise | undefined;
  /** The promise that is kept by it. */
  readonly keepsPromiseId?: string | undefined;
  readonly text?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Of what was sent; needed where there is a key, and kept under one of the office's. */
  readonly bodyHash?: Buffer | undefined;
}
