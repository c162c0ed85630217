/** Money that an old ledger has received for a transfer that is still open: its opening balance, with the file as source, for no bank has told us. */
import { createHash, randomUUID } from 'node:crypto';
import type { CreditExplanation } from '../../domain/money/credit-explanation.ts';
import type { Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import { sumFunds } from '../procedure/form-against-money.ts';
import type { ImportContext, Placed } from './placed.ts';

const PART = {
  match: { state: 'matched', reason: 'ledger' },
  propose: { state: 'proposed', reason: 'F02' },
  amountDiffers: { state: 'proposed', reason: 'F03' },
} as const;
type LedgerVerdict = keyof typeof PART;

/** Nobody can say before the info form has come. */
function judge(amountFen: number, totalFen: number | null): LedgerVerdict {
  if (totalFen === null) return 'propose';
  return totalFen === amountFen ? 'match' : 'amountDiffers';
}

interface ArrivedMoney {
  readonly transferId: string;
  readonly caseNo: string;
  readonly on: string;
  readonly amountFen: number;
}

interface JudgedMoney extends ArrivedMoney {
  readonly creditId: string;
  readonly partId: string;
  readonly verdict: LedgerVerdict;
  readonly stewardId: string;
}

/** Undefined without money. The ids follow from the transfer, so that its fact and the rows agree. */
export function moneyOf({ transferId, caseNo, stewardId, history }: Placed): JudgedMoney | undefined {
  const { money, infoForm } = history;
  if (!money) return undefined;
  return {
    transferId,
    caseNo,
    stewardId,
    on: money.on,
    amountFen: money.amountFen,
    creditId: derivedId(`credit ${transferId}`),
    partId: derivedId(`part ${transferId}`),
    verdict: judge(money.amountFen, infoForm?.totalFen ?? null),
  };
}

/** A UUID (version 8) from text. */
function derivedId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** For a transfer that is here already. Undefined when it has as much, from the bank's own statement. */
export async function receiveLedgerMoney(tx: Tx, context: ImportContext, money: ArrivedMoney) {
  const { transferId, amountFen } = money;
  const { total, matched, pending } = await sumFunds(tx, transferId);
  if (matched + pending >= amountFen) return undefined;
  const { steward_id: stewardId } = await tx
    .selectFrom('transfers')
    .select('steward_id')
    .where('id', '=', transferId)
    .executeTakeFirstOrThrow();
  const [creditId, partId, verdict] = [randomUUID(), randomUUID(), judge(amountFen, total)];
  await insertLedgerMoney(tx, context, [{ ...money, creditId, partId, verdict, stewardId }]);
  return { creditId, partId, amountFen, verdict } as const;
}

export async function insertLedgerMoney(
  tx: Tx,
  context: ImportContext,
  arrived: readonly JudgedMoney[],
): Promise<void> {
  const rows = arrived.map((money) => rowsOf(context, money));
  await insertMany(
    tx,
    'credits',
    rows.map(({ credit }) => credit),
  );
  await insertMany(
    tx,
    'credit_parts',
    rows.map(({ part }) => part),
  );
  await insertMany(
    tx,
    'matches',
    rows.map(({ match }) => match),
  );
}

function rowsOf({ officeId, importId, confirmedBy }: ImportContext, money: JudgedMoney) {
  const { creditId, partId, transferId, caseNo, verdict } = money;
  const common = { office_id: officeId, amount_fen: money.amountFen };
  const { state, reason } = PART[verdict];
  const explained: CreditExplanation = { key: 'oldLedger', reasons: ['oldLedger'], cases: [caseNo], hints: [] };
  return {
    credit: {
      ...common,
      id: creditId,
      serial: `ledger:${caseNo}`,
      origin: 'openingBalance',
      booked_on: money.on,
      verdict,
      import_id: importId,
      explanation: JSON.stringify(explained),
    },
    part: {
      ...common,
      id: partId,
      credit_id: creditId,
      state,
      reason,
      transfer_id: transferId,
      owner_id: money.stewardId,
    },
    match: {
      ...common,
      credit_id: creditId,
      part_id: partId,
      transfer_id: transferId,
      key_used: 'oldLedger',
      confirmed_by: confirmedBy ?? null,
      decision: state,
    },
  };
}
