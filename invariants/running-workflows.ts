/** Open transfer ⇔ running procedure: compares the ledger with Temporal's list, and asks again before it accuses. */
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import type pg from 'pg';
import type { Finding } from './invariant.ts';
import { findingOf } from './ledger.ts';

export interface TemporalAddress {
  readonly address: string;
  readonly namespace?: string;
  readonly tls?: boolean;
  readonly apiKey?: string | undefined;
}

const PREFIX = 'transfer/';
/** A list of running workflows lags behind; so many suspects are asked about one by one, the rest are reported as listed. */
const ASKED_AT_MOST = 200;

export interface ListedWorkflows {
  /** Must be called with a ledger that was looked at after the list was made. */
  compareWith(ledger: pg.Client): Promise<Finding[]>;
  close(): Promise<void>;
}

/** Lists first: what is accepted or closed after the list is young in the ledger, and may be either way. */
export async function listRunningWorkflows(temporal: TemporalAddress): Promise<ListedWorkflows> {
  const { address, namespace = 'default', tls, apiKey } = temporal;
  const connection = await Connection.connect({ address, ...(tls && { tls: true }), ...(apiKey && { apiKey }) });
  const client = new Client({ connection, namespace });
  try {
    const listed = await listRunning(client);
    return { compareWith: (ledger) => compare(client, listed, ledger), close: () => connection.close() };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function compare(client: Client, listed: ReadonlySet<string>, ledger: pg.Client): Promise<Finding[]> {
  const { settled, unsettled } = await transfersOf(ledger);
  const missing = [...settled].filter((id) => !listed.has(id));
  const surplus = [...listed].filter((id) => !settled.has(id) && !unsettled.has(id));
  return [
    ...findingOf(
      'workflow-runs',
      'each open transfer has one running procedure',
      await confirmed(client, missing, false),
    ),
    ...findingOf(
      'workflow-ended',
      'no procedure runs for a transfer that is closed or unknown',
      await confirmed(client, surplus, true),
    ),
  ];
}

async function listRunning(client: Client): Promise<Set<string>> {
  const ids = new Set<string>();
  const query = `ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH '${PREFIX}'`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 1000 }))
    ids.add(workflowId.slice(PREFIX.length));
  return ids;
}

/** What was accepted or closed in the last minute may be either way. */
async function transfersOf(ledger: pg.Client): Promise<{ settled: Set<string>; unsettled: Set<string> }> {
  const { rows } = await ledger.query<{ id: string; open: boolean; young: boolean }>(`
    select transfers.id, transfers.closed_at is null as open, coalesce(latest.real_at > clock_timestamp() - interval '60 seconds', false) as young
    from transfers
    left join lateral (
      select max(real_at) as real_at from events
      where events.transfer_id = transfers.id
        and (kind in ('accepted', 'reopened', 'supplementOpened', 'imported')
          or (transfers.closed_at is not null and (closes or kind in ('withdrawn', 'closedWithoutTransfer'))))
    ) as latest on true
    where transfers.followed and (transfers.closed_at is null or latest.real_at > clock_timestamp() - interval '60 seconds')`);
  return {
    settled: new Set(rows.filter(({ open, young }) => open && !young).map(({ id }) => id)),
    unsettled: new Set(rows.filter(({ young }) => young).map(({ id }) => id)),
  };
}

/** Those of the suspects whose workflow is (or is not) running in truth. */
async function confirmed(client: Client, suspects: readonly string[], running: boolean): Promise<string[]> {
  const asked = suspects.slice(0, ASKED_AT_MOST);
  const guilty = await Promise.all(asked.map(async (id) => ((await isRunning(client, id)) === running ? [id] : [])));
  return [...guilty.flat(), ...suspects.slice(ASKED_AT_MOST)];
}

async function isRunning(client: Client, transferId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(PREFIX + transferId).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
