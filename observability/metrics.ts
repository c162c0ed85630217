/** Counters of business events; labels have few values and never an id. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    factsRecorded: new Counter({
      name: 'baton_facts_recorded_total',
      help: 'Facts recorded',
      labelNames: ['kind'],
      registers,
    }),
    noticesSettled: new Counter({
      name: 'baton_notices_settled_total',
      help: 'Notices handed to the gateway, by what came of it',
      labelNames: ['kind', 'state'],
      registers,
    }),
    messagesRelayed: new Counter({
      name: 'baton_outbox_relayed_total',
      help: 'Outbox messages relayed',
      labelNames: ['result'],
      registers,
    }),
    repairs: new Counter({ name: 'baton_repairs_total', help: 'Workflows started again by the reconciler', registers }),
    violations: new Gauge({ name: 'baton_invariant_violations', help: 'Should be zero', registers }),
    outboxOldestSeconds: new Gauge({
      name: 'baton_outbox_oldest_seconds',
      help: 'Age of the oldest waiting message',
      registers,
    }),
    backupAgeSeconds: new Gauge({
      name: 'baton_backup_age_seconds',
      help: 'Since the last backup that was read back, or since the ledger began',
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
