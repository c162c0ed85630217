/** What is asked of a new remittance. */
import type { RemittanceSource } from '../../domain/money/remittance.ts';
import type { LockedRemittance } from './lock.ts';

export interface Plan {
  readonly officeId: string;
  readonly transferId?: string | undefined;
  /** Of a credit: what goes back. */
  readonly creditPartId?: string | undefined;
  /** The one whose money lies there unpaid: it bounced, or was withdrawn when the funds were there. */
  readonly replacesId?: string | undefined;
  readonly counterpartAreaCode?: string | undefined;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly payeeBank?: string | undefined;
  readonly ourAccount?: string | undefined;
  readonly amountFen: number;
  readonly accountFen?: number | undefined;
  readonly pooledFen?: number | undefined;
  readonly otherFen?: number | undefined;
  /** Of whose plan the funds are; default: this one. What is paid anew keeps its own. */
  readonly fundsMonth?: string | undefined;
  readonly source?: RemittanceSource | undefined;
  readonly note?: string | undefined;
  readonly byStaffId: string;
  readonly idempotencyKey: string;
  readonly bodyHash: Buffer;
}

/** Parts that nobody says are, of what is paid anew, those of before; else nobody knows of which part the money is. */
export function amountsOf(plan: Plan, before?: Pick<LockedRemittance, 'account_fen' | 'pooled_fen'>) {
  const { amountFen, accountFen = before?.account_fen ?? 0, pooledFen = before?.pooled_fen ?? 0 } = plan;
  const otherFen = plan.otherFen ?? Math.max(amountFen - accountFen - pooledFen, 0);
  return { amountFen, accountFen, pooledFen, otherFen };
}
