import type { Tx } from '../../connection/connection.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import type { CaseFacts } from './case-facts.ts';

/** The open step in the words for people outside, and its day; null between two steps. */
export async function whereItStands(tx: Tx, { transferId, procedure }: Pick<CaseFacts, 'transferId' | 'procedure'>) {
  const open = await tx
    .selectFrom('steps')
    .select(['step', 'due_on', 'provisional'])
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!open) return null;
  const words = proceduresOf(tx).find(procedure)?.words['zh-CN'];
  return { stepName: words?.stepsForPerson[open.step] ?? open.step, dueOn: open.due_on, provisional: open.provisional };
}
