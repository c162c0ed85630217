/** One function per business event: a log line with ids and a counter. */
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';

export const businessEvents = (logger: Logger, metrics: Metrics) => ({
  factRecorded(recorded: { transferId: string; kind: string; factSeq: number }): void {
    metrics.factsRecorded.inc({ kind: recorded.kind });
    logger.info(recorded, 'fact.recorded');
  },
  noticeSettled(settled: { noticeId: string; transferId: string; kind: string; state: string }): void {
    metrics.noticesSettled.inc({ kind: settled.kind, state: settled.state });
    logger.info(settled, 'notice.settled');
  },
  messagesRelayed(count: number): void {
    metrics.messagesRelayed.inc({ result: 'sent' }, count);
  },
  relayFailed(failure: { count: number; reason: string }): void {
    metrics.messagesRelayed.inc({ result: 'failed' }, failure.count);
    logger.warn(failure, 'outbox.relay.failed');
  },
  reconciling(progress: { seen: number; started: number }): void {
    logger.info(progress, 'reconciling');
  },
  workflowRepaired(repair: { transferId: string; why: string }): void {
    metrics.repairs.inc();
    logger.warn(repair, 'workflow.repaired');
  },
  repairRefused(refused: { transferId: string; reason: string }): void {
    logger.error(refused, 'workflow.repair.refused');
  },
  /** Its ledger work fails again and again; somebody was asked to look at it. */
  transferStuck(stuck: { transferId: string; work: string; failure: string; reason: string }): void {
    logger.error(stuck, 'transfer.stuck');
  },
});

export type Events = ReturnType<typeof businessEvents>;
