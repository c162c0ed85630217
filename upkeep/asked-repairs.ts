/** Repairs that somebody asked for in the console, one after the other. */
import { claimRepair, endRepair } from '../db/upkeep/repairs.ts';
import type { Db } from '../db/connection/connection.ts';
import type { Found, RepairKind } from '../domain/upkeep.ts';
import type { Logger } from '../observability/logger.ts';
import { reasonOf } from '../relay/refusal.ts';

export type Repairs = Readonly<Partial<Record<RepairKind, () => Promise<Found>>>>;

/** What fails is told to whoever asked, and is asked for again by him. */
export async function workOffRepairs(db: Db, repairs: Repairs, logger: Logger): Promise<void> {
  const kinds = Object.keys(repairs) as RepairKind[];
  for (let claimed; (claimed = await claimRepair(db, kinds));) {
    try {
      const result = await repairs[claimed.kind]!();
      await endRepair(db, claimed, { result });
      logger.info({ repair: claimed.kind, repairId: claimed.id, ...result }, 'repair.done');
    } catch (error) {
      const failure = reasonOf(error);
      logger.warn({ repair: claimed.kind, repairId: claimed.id, reason: failure }, 'repair.failed');
      await endRepair(db, claimed, { failure: failure === '' ? 'unknown' : failure });
    }
  }
}
