/** Money that is nobody's goes back to its payer; it takes two people (`db/approvals/`). A match must be rejected first. */
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { isReturnReason, RETURN_REASONS } from '../../domain/money/return-reasons.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { Tx } from '../connection/connection.ts';
import { movePart } from '../money/parts.ts';
import { lockUndecided, noteDecision, requireState, type Decision } from './undecided.ts';

export interface ReturnDecision extends Decision {
  readonly reasonCode: string;
}

type Asked = Pick<ReturnDecision, 'officeId' | 'creditId' | 'partId' | 'reasonCode'>;

/** How the part stands. @throws Refusal not-found, already-decided, invalid */
export async function lookAtReturn(tx: Tx, { officeId, creditId, partId, reasonCode }: Asked) {
  const part = await tx
    .selectFrom('credit_parts')
    .innerJoin('credits', 'credits.id', 'credit_parts.credit_id')
    .select(['credits.serial', 'state', 'credit_parts.amount_fen as amountFen', 'transfer_id as transferId'])
    .where('credit_parts.id', '=', partId)
    .where('credit_id', '=', creditId)
    .where('credit_parts.office_id', '=', officeId)
    .executeTakeFirst();
  if (!part) throw new Refusal('not-found', 'This credit has no such part.');
  requireState(part, ['suspense']);
  requireReturnReason(reasonCode);
  return part;
}

/** @throws Refusal not-found, already-decided */
export async function returnPart(tx: Tx, keyring: Keyring, asked: ReturnDecision): Promise<void> {
  const part = await lockUndecided(tx, asked);
  if (!part) return;
  requireState(part, ['suspense']);
  const { amount_fen: amountFen, transfer_id: transferId } = part;
  await movePart(tx, part, amountFen, {
    state: 'returned',
    transferId,
    ownerId: asked.byStaffId,
    reason: asked.reasonCode,
  });
  await noteDecision(tx, keyring, asked, part, { decision: 'returned', amountFen, transferId });
}

function requireReturnReason(reasonCode: string): void {
  if (isReturnReason(reasonCode)) return;
  const message = `Money goes back for one of the reasons ${RETURN_REASONS.join(', ')}.`;
  refuseDefects([{ field: 'reasonCode', code: 'reasonCode', message }]);
}
