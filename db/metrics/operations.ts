/** What should be zero, cheaply; the violations are the last answer of the independent checker. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface Operations {
  outboxWaiting: number;
  /** Real seconds since the oldest waiting message was written; 0 when none waits. */
  outboxOldestSeconds: number;
  deadLetters: number;
  stuckTransfers: number;
  violations: number;
  /** Open steps that a manager holds because nobody may, as the checker counted them. */
  managerHolds: number;
  /** Open transfers of which no colleague has recorded anything for thirty days. */
  withoutActFor30Days: number;
  findings: { invariant: string; count: number; examples: string[] }[];
  /** When the checker last ran; null before its first round. */
  checkedAt: string | null;
  /** Open transfers between two steps for longer than a minute of real time. */
  openWithoutStep: number;
  /** The instant of the last backup that was restored once; null when there is none. */
  backupMadeAt: string | null;
  /** Real seconds since then. */
  backupAgeSeconds: number | null;
}

type Figures = Pick<Operations, 'managerHolds' | 'withoutActFor30Days'>;

interface Row extends Omit<Operations, 'checkedAt' | 'backupMadeAt' | 'violations' | 'findings' | keyof Figures> {
  figures: Partial<Figures> | null;
  checkedAt: Date | null;
  backupMadeAt: Date | null;
  violations: number | null;
  findings: Operations['findings'] | null;
}

export async function readOperations(db: Db, officeId: string): Promise<Operations> {
  const { rows } = await sql<Row>`
    with waiting as (
      select count(*) filter (where not dead) as waiting, count(*) filter (where dead) as dead,
        coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where not dead)), 0)::double precision as oldest
      from outbox
      where sent_at is null
    ),
    -- Few at any moment: found first, and only then asked for their last fact.
    between_steps as materialized (
      select transfers.id from transfers
      where transfers.office_id = ${officeId} and transfers.followed and transfers.closed_at is null
        and not exists (select from steps where steps.transfer_id = transfers.id and steps.closed_at is null)
    )
    select waiting.waiting as "outboxWaiting", waiting.dead as "deadLetters",
      round(greatest(waiting.oldest, 0)::numeric, 1)::double precision as "outboxOldestSeconds",
      backup.made_at as "backupMadeAt",
      round(extract(epoch from clock_timestamp() - backup.made_at))::double precision as "backupAgeSeconds",
      (select count(*) from tasks
        where tasks.office_id = ${officeId} and tasks.kind = 'stuckTransfer' and tasks.closed_at is null) as "stuckTransfers",
      newest.checked_at as "checkedAt", newest.violations, newest.findings, newest.figures,
      (select count(*) from between_steps) as "openWithoutStep"
    from waiting
    left join lateral (select made_at from backups order by made_at desc limit 1) as backup on true
    left join lateral (select * from invariant_checks order by checked_at desc limit 1) as newest on true`.execute(db);
  const { figures, ...row } = rows[0]!;
  return {
    ...row,
    managerHolds: figures?.managerHolds ?? 0,
    withoutActFor30Days: figures?.withoutActFor30Days ?? 0,
    violations: row.violations ?? 0,
    findings: row.findings ?? [],
    backupMadeAt: row.backupMadeAt?.toISOString() ?? null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
  };
}
