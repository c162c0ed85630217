/** Tells operators when a figure passes its limit, once per condition and period, and when it is over. */
import { claimAlerts, settleAlert, type Claimed, type Reading } from '../db/upkeep/alerts.ts';
import type { Db } from '../db/connection/connection.ts';
import { alertFigures, type AlertFigures } from '../db/metrics/alert-figures.ts';
import { theOffice } from '../db/office/office.ts';
import type { Found } from '../domain/upkeep.ts';
import type { Logger } from '../observability/logger.ts';
import type { Metrics } from '../observability/metrics.ts';

export interface AlertLimits {
  readonly periodMinutes: number;
  readonly outboxSeconds: number;
  readonly smsFailures: number;
  readonly backupHours: number;
}

export interface AlertingDependencies {
  readonly db: Db;
  readonly limits: AlertLimits;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'outboxOldestSeconds' | 'backupAgeSeconds'>;
  /** Undefined when nobody wants to be told; the figures are still measured. */
  readonly tell: ((alert: Claimed & { officeId: string }) => Promise<void>) | undefined;
}

export async function watchFigures({ db, limits, logger, metrics, tell }: AlertingDependencies): Promise<Found> {
  const figures = await alertFigures(db);
  metrics.outboxOldestSeconds.set(figures.outboxOldestSeconds);
  metrics.backupAgeSeconds.set(figures.backupAgeSeconds);
  const found = { ...figures };
  if (!tell) return found;
  const { id: officeId } = await theOffice(db);
  // Of several workers one tells: who claims a condition has it until the next period.
  for (const claimed of await claimAlerts(db, readingsOf(figures, limits), limits.periodMinutes)) {
    try {
      await tell({ ...claimed, officeId });
      await settleAlert(db, claimed, true);
    } catch (error) {
      logger.warn({ condition: claimed.condition, reason: (error as Error).message }, 'alert.not.delivered');
      await settleAlert(db, claimed, false);
    }
  }
  return found;
}

function readingsOf(figures: AlertFigures, limits: AlertLimits): Reading[] {
  return [
    { condition: 'violations', value: figures.violations, limit: 0 },
    { condition: 'outboxAge', value: figures.outboxOldestSeconds, limit: limits.outboxSeconds },
    { condition: 'smsGateway', value: figures.smsFailures, limit: limits.smsFailures },
    { condition: 'backupAge', value: figures.backupAgeSeconds, limit: limits.backupHours * 3600 },
  ];
}
