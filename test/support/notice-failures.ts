import type { Db } from '../../db/connection/connection.ts';
import { keptText, openKept } from '../../db/texts/sealed-texts.ts';
import { testKeyring } from '../builders/office.ts';

/** As whoever may reads them, by the ids of notices; in clear only codes of ours stand. */
export async function noticeFailures(db: Db): Promise<Map<string, { clear: string; read: string }>> {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'failure', 'failure_id', keptText('failure_id').as('sealed')])
    .execute();
  return new Map(
    rows.map(({ id, failure, failure_id: textId, sealed }) => [
      id,
      { clear: failure, read: openKept(testKeyring, textId, sealed, failure) },
    ]),
  );
}
