import type { Db } from '../connection/connection.ts';

/** The key of the procedure that a transfer follows, as its row holds it. */
export const procedureKey = (transfer: {
  readonly direction: string;
  readonly procedure_type: string;
  readonly procedure_version: string;
}): string => `${transfer.direction}/${transfer.procedure_type}/${transfer.procedure_version}`;

export async function readProcedureKey(db: Db, transferId: string): Promise<string> {
  const row = await db
    .selectFrom('transfers')
    .select(['direction', 'procedure_type', 'procedure_version'])
    .where('id', '=', transferId)
    .executeTakeFirstOrThrow();
  return procedureKey(row);
}
