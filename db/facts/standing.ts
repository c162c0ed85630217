/** How far a transfer has come, as far as what is proposed about it stands on that. Locks nothing. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { procedureKey } from '../ledger/procedure-key.ts';

interface Row {
  direction: string;
  procedure_type: string;
  procedure_version: string;
  closed: boolean;
  ordinal: number | null;
  step: string | null;
  attempt: number | null;
  form_id: string | null;
  person_id: string;
}

export interface Standing extends Row {
  /** Undefined: only a later release knows it. */
  readonly procedure: Procedure | undefined;
}

/** @throws Refusal not-found */
export async function standingOf(tx: Tx, officeId: string, transferId: string): Promise<Standing> {
  const { rows } =
    await sql<Row>`select transfers.direction, transfers.procedure_type, procedure_version, transfers.closed_at is not null as closed,
      last.ordinal, last.step, last.attempt, cases.person_id,
      (select id from info_forms where info_forms.transfer_id = transfers.id and state = 'received') as form_id
    from transfers join cases on cases.id = transfers.case_id
    left join lateral (select ordinal, step, attempt from steps where steps.transfer_id = transfers.id
      order by ordinal desc limit 1) as last on true
    where transfers.id = ${transferId} and transfers.office_id = ${officeId}`.execute(tx);
  const row = rows[0];
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  return { ...row, procedure: proceduresOf(tx).find(procedureKey(row)) };
}
