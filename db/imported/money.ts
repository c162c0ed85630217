/** Money that an old ledger has received for a transfer that is still open: a credit like the bank's, told by the ledger. */
import { createHash } from 'node:crypto';
import type { Placed } from './placed.ts';

interface MoneyIds {
  readonly creditId: string;
  readonly partId: string;
  readonly verdict: 'match' | 'amountDiffers' | 'propose';
}

/** The ids follow from the transfer, so that its fact and the rows agree. */
export function moneyIds({ transferId, history }: Pick<Placed, 'transferId' | 'history'>): MoneyIds {
  const verdict = !history.infoForm
    ? 'propose'
    : history.infoForm.totalFen === history.money?.amountFen
      ? 'match'
      : 'amountDiffers';
  return { creditId: derivedId(`credit ${transferId}`), partId: derivedId(`part ${transferId}`), verdict };
}

/** A UUID (version 8) from text. */
function derivedId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const ledgerSerial = (caseNo: string): string => `ledger:${caseNo}`;

const PART = {
  match: { state: 'matched', reason: 'ledger' },
  propose: { state: 'proposed', reason: 'F02' },
  amountDiffers: { state: 'proposed', reason: 'F03' },
} as const;

export function creditRows(transfer: Placed) {
  const { history, caseNo, transferId, stewardId, context } = transfer;
  if (!history.money) return [];
  const { creditId, partId, verdict } = moneyIds(transfer);
  const { on, amountFen } = history.money;
  const common = { office_id: context.officeId, amount_fen: amountFen };
  const { state, reason } = PART[verdict];
  return [
    {
      credit: {
        ...common,
        id: creditId,
        serial: ledgerSerial(caseNo),
        booked_on: on,
        verdict,
        import_id: context.importId,
        explanation: JSON.stringify({ key: 'oldLedger', reasons: ['oldLedger'], cases: [caseNo], hints: [] }),
      },
      part: { ...common, id: partId, credit_id: creditId, state, reason, transfer_id: transferId, owner_id: stewardId },
      match: {
        ...common,
        credit_id: creditId,
        part_id: partId,
        transfer_id: transferId,
        key_used: 'oldLedger',
        decision: state,
      },
    },
  ];
}
