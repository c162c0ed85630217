/** Money received (登帐): judged, kept with every fen in a state and an owner, and told to the transfers it names. */
import { planWithDetails, stopForPerson, type CreditDetail } from '../../domain/money/batch-plan.ts';
import { readMemo } from '../../domain/money/bank-memo.ts';
import type { Verdict } from '../../domain/money/bank-verdict.ts';
import type { CreditPlan, PlannedPart } from '../../domain/money/credit-plan.ts';
import { compareText } from '../../domain/text-order.ts';
import { moneyArrived } from '../../domain/money/money-arrived.ts';
import { askPerson, financeOwner } from './ask-finance.ts';
import { findCandidates } from './awaited-transfers.ts';
import { findEarlierReversal } from './reversed-before.ts';
import { reversePart } from './reverse-part.ts';
import { noteEntry, tellCredit, type EntryNote } from './entries.ts';
import type { Tx } from '../connection/connection.ts';
import { insertMatch } from '../money/matches.ts';
import { insertPart } from '../money/parts.ts';
import { recordFactIn } from '../facts/recording.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface NewCredit {
  readonly officeId: string;
  /** Ours; empty or absent where nobody says it. */
  readonly account?: string;
  /** The bank's reference (流水号); empty when it gives none. */
  readonly serial: string;
  readonly bookedOn: string;
  readonly amountFen: number;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly memo: string;
  readonly twin?: number;
  readonly details?: readonly CreditDetail[];
  /** Money that we had sent and that came back. */
  readonly isReversal?: boolean;
  readonly importId?: string | null;
}

export interface ReceivedCredit extends Pick<EntryNote, 'alike' | 'reused'> {
  readonly creditId: string;
  /** False: the entry was seen before; what is given back is what was decided then. */
  readonly isNew: boolean;
  /** As it is kept. */
  readonly serial: string;
  readonly verdict: Verdict;
  readonly caseNos: readonly string[];
  readonly amountFen: number;
}

/** Entry by entry, in the order of the bank: each verdict stands on the ones before. */
export async function receiveCredit(tx: Tx, keyring: Keyring, asked: NewCredit): Promise<ReceivedCredit> {
  const entry = await noteEntry(tx, keyring, { account: '', twin: 1, direction: 'credit', ...asked });
  const { serial, alike, reused } = entry;
  if (!entry.isNew) return { ...(await readVerdict(tx, entry.creditId!)), serial, alike, reused, isNew: false };
  const credit = { ...asked, serial };
  const judged = await planOf(tx, keyring, credit, entry);
  const caseNumbers = judged.explanation.cases;
  const reversal = await findEarlierReversal(tx, keyring, { account: '', ...credit, caseNumbers });
  const plan = reversal ? stopForPerson(judged, 'reversedBefore') : judged;
  const { creditId, now } = await insertCredit(tx, keyring, credit, plan);
  await tellCredit(tx, entry.entryId, creditId);
  for (const part of [...plan.parts].sort(byTransfer)) {
    const partId = await keepPart(tx, keyring, { credit, plan, part, creditId, now });
    if (reversal?.agrees) await takeBack(tx, keyring, { credit, creditId, partId, part, now, reversal });
  }
  const { verdict, explanation } = plan;
  const { amountFen } = credit;
  return { creditId, isNew: true, serial, verdict, caseNos: explanation.cases, amountFen, alike, reused };
}

/** Transfers are locked in the order of their ids. */
const byTransfer = (one: PlannedPart, other: PlannedPart): number =>
  compareText(one.candidate?.transferId ?? '', other.candidate?.transferId ?? '');

interface TakingBack {
  readonly credit: NewCredit;
  readonly creditId: string;
  readonly partId: string;
  readonly part: PlannedPart;
  readonly now: Date;
  readonly reversal: { readonly entryId: string; readonly bookedOn: string };
}

/** The debit was here first: its task stays, and names the money now. */
async function takeBack(
  tx: Tx,
  keyring: Keyring,
  { credit, creditId, partId, part, now, reversal }: TakingBack,
): Promise<void> {
  const { officeId } = credit;
  const { amountFen, state } = part;
  await reversePart(tx, keyring, {
    officeId,
    creditId,
    part: { id: partId, amount_fen: amountFen, state, transfer_id: part.candidate?.transferId ?? null },
    amountFen,
    ownerId: await financeOwner(tx, officeId, now),
    ...reversal,
  });
}

async function planOf(tx: Tx, keyring: Keyring, credit: NewCredit, { alike }: EntryNote): Promise<CreditPlan> {
  const candidates = await findCandidates(tx, keyring, credit.officeId, { ...credit, memo: readMemo(credit.memo) });
  const payerAreaCode = await areaOfPayer(tx, credit.payerName);
  const plan = planWithDetails(
    { ...credit, ...(payerAreaCode && { payerAreaCode }) },
    credit.details ?? [],
    candidates,
  );
  if (credit.isReversal) return stopForPerson(plan, 'cameBack');
  return alike.length > 0 ? stopForPerson(plan, 'likelyDouble') : plan;
}

async function readVerdict(tx: Tx, creditId: string) {
  const row = await tx
    .selectFrom('credits')
    .select(['id', 'verdict', 'amount_fen', 'explanation'])
    .where('id', '=', creditId)
    .executeTakeFirstOrThrow();
  const { cases } = row.explanation as unknown as CreditPlan['explanation'];
  return { creditId: row.id, verdict: row.verdict as Verdict, caseNos: cases, amountFen: row.amount_fen };
}

async function areaOfPayer(tx: Tx, payerName: string): Promise<string | undefined> {
  if (payerName === '') return undefined;
  const row = await tx
    .selectFrom('counterparts')
    .select('area_code')
    .where('name', '=', payerName)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  return row?.area_code;
}

async function insertCredit(tx: Tx, keyring: Keyring, credit: NewCredit, plan: CreditPlan) {
  const row = await tx
    .insertInto('credits')
    .values({
      office_id: credit.officeId,
      account: credit.account ?? '',
      serial: credit.serial,
      booked_on: credit.bookedOn,
      amount_fen: credit.amountFen,
      payer_sealed: keyring.sealText(credit.payerName),
      payer_account_sealed: keyring.sealText(credit.payerAccount),
      memo_sealed: keyring.sealText(credit.memo),
      verdict: plan.verdict,
      explanation: JSON.stringify(plan.explanation),
      import_id: credit.importId ?? null,
    })
    .returning(['id', 'received_at'])
    .executeTakeFirstOrThrow();
  return { creditId: row.id, now: row.received_at };
}

interface Keeping {
  readonly credit: NewCredit;
  readonly plan: CreditPlan;
  readonly part: PlannedPart;
  readonly creditId: string;
  readonly now: Date;
}

async function keepPart(tx: Tx, keyring: Keyring, keeping: Keeping): Promise<string> {
  const { credit, plan, part, creditId, now } = keeping;
  const transferId = part.candidate?.transferId ?? null;
  const ownerId = await ownerOf(tx, credit.officeId, part, now);
  const partId = await insertPart(tx, {
    creditId,
    officeId: credit.officeId,
    amountFen: part.amountFen,
    state: part.state,
    transferId,
    ownerId,
    reason: part.reason,
  });
  const { officeId } = credit;
  await noteMatch(tx, { officeId, creditId, partId, transferId, plan, part });
  if (needsPerson(part))
    await askPerson(tx, { officeId, ownerId, creditId, partId, state: part.state, reason: part.reason });
  if (transferId === null || part.state === 'suspense') return partId;
  await recordFactIn(tx, keyring, {
    transferId,
    detail: {
      kind: 'fundReceived',
      creditId,
      partId,
      amountFen: part.amountFen,
      verdict: part.verdict ?? plan.verdict,
    },
    occurredAt: moneyArrived(credit.bookedOn, now),
    by: { staffId: null, source: 'bank' },
    idempotencyKey: `credit:${partId}`,
  });
  return partId;
}

/** A wrong amount and money without its form are seen by the step that the transfer stands in. */
function needsPerson({ state, reason }: PlannedPart): boolean {
  return state === 'suspense' || (state === 'proposed' && !['F02', 'F03', 'part'].includes(reason));
}

/** Finance holds what a person must decide, the steward what has found its transfer. */
async function ownerOf(tx: Tx, officeId: string, part: PlannedPart, now: Date): Promise<string> {
  const found = part.state === 'matched' || part.reason === 'F02' || part.reason === 'part';
  if (found && part.candidate) return part.candidate.stewardId;
  return financeOwner(tx, officeId, now);
}

const DECISIONS = { matched: 'matched', proposed: 'proposed', suspense: undefined } as const;

async function noteMatch(
  tx: Tx,
  about: {
    officeId: string;
    creditId: string;
    partId: string;
    transferId: string | null;
    plan: CreditPlan;
    part: PlannedPart;
  },
): Promise<void> {
  const { plan, part } = about;
  const decision = plan.verdict === 'split' ? 'split' : DECISIONS[part.state];
  if (!decision) return;
  const { officeId, creditId, partId, transferId } = about;
  await insertMatch(tx, {
    officeId,
    creditId,
    partId,
    transferId,
    decision,
    amountFen: part.amountFen,
    key: plan.explanation.key,
  });
}
