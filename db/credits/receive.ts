/** Money received (登帐): judged, kept with every fen in a state and an owner, and told to the transfers it names. */
import { readMemo } from '../../domain/money/bank-memo.ts';
import type { Verdict } from '../../domain/money/bank-verdict.ts';
import { planCredit, type CreditPlan, type PlannedPart } from '../../domain/money/credit-plan.ts';
import { dateOf, instantOf } from '../../domain/time/shanghai-day.ts';
import { askPerson } from './ask-finance.ts';
import { findCandidates } from './awaited-transfers.ts';
import type { Tx } from '../connection/connection.ts';
import { ownerNow } from '../holding/owners.ts';
import { insertMatch } from '../money/matches.ts';
import { insertPart } from '../money/parts.ts';
import { recordFactIn } from '../facts/recording.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface NewCredit {
  readonly officeId: string;
  /** The bank's serial number (流水号): the same one again is the same money. */
  readonly serial: string;
  readonly bookedOn: string;
  readonly amountFen: number;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly memo: string;
  readonly importId?: string | null;
}

export interface ReceivedCredit {
  readonly creditId: string;
  /** False: the serial number was seen before; what is given back is what was decided then. */
  readonly isNew: boolean;
  readonly verdict: Verdict;
  readonly caseNos: readonly string[];
  readonly amountFen: number;
}

/** Serial by serial, in the order of the bank: each verdict stands on the ones before. */
export async function receiveCredit(tx: Tx, keyring: Keyring, credit: NewCredit): Promise<ReceivedCredit> {
  const seen = await findCredit(tx, credit);
  if (seen) return seen;
  const memo = readMemo(credit.memo);
  const candidates = await findCandidates(tx, keyring, { ...credit, memo });
  const payerAreaCode = await areaOfPayer(tx, credit.payerName);
  const plan = planCredit({ ...credit, ...(payerAreaCode && { payerAreaCode }) }, memo, candidates);
  const { creditId, now } = await insertCredit(tx, keyring, credit, plan);
  for (const part of [...plan.parts].sort(byTransfer))
    await keepPart(tx, keyring, { credit, plan, part, creditId, now });
  return { creditId, isNew: true, verdict: plan.verdict, caseNos: plan.explanation.cases, amountFen: credit.amountFen };
}

/** Transfers are locked in the order of their ids. */
const byTransfer = (one: PlannedPart, other: PlannedPart): number => {
  const [a, b] = [one.candidate?.transferId ?? '', other.candidate?.transferId ?? ''];
  return a < b ? -1 : Number(a > b);
};

async function findCredit(tx: Tx, { officeId, serial }: NewCredit): Promise<ReceivedCredit | undefined> {
  const row = await tx
    .selectFrom('credits')
    .select(['id', 'verdict', 'amount_fen', 'explanation'])
    .where('office_id', '=', officeId)
    .where('serial', '=', serial)
    .executeTakeFirst();
  if (!row) return undefined;
  const { cases } = row.explanation as unknown as CreditPlan['explanation'];
  return { creditId: row.id, isNew: false, verdict: row.verdict as Verdict, caseNos: cases, amountFen: row.amount_fen };
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

async function keepPart(tx: Tx, keyring: Keyring, keeping: Keeping): Promise<void> {
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
  if (transferId === null || part.state === 'suspense') return;
  await recordFactIn(tx, keyring, {
    transferId,
    detail: { kind: 'fundReceived', creditId, partId, amountFen: part.amountFen, verdict: plan.verdict },
    occurredAt: moneyArrived(credit.bookedOn, now),
    by: { staffId: null, source: 'bank' },
    idempotencyKey: `credit:${partId}`,
  });
}

/** The bank gives a day: late on it, so that whatever else happened that day came before, yet never in the future. */
export function moneyArrived(bookedOn: string, now: Date): Date {
  if (bookedOn >= dateOf(now)) return now;
  return new Date(instantOf(bookedOn, 24 * 60 - 1));
}

/** A wrong amount and money without its form are seen by the step that the transfer stands in. */
function needsPerson({ state, reason }: PlannedPart): boolean {
  return state === 'suspense' || (state === 'proposed' && !['F02', 'F03', 'part'].includes(reason));
}

/** Finance holds what a person must decide, the steward what has found its transfer. */
async function ownerOf(tx: Tx, officeId: string, part: PlannedPart, now: Date): Promise<string> {
  const found = part.state === 'matched' || part.reason === 'F02' || part.reason === 'part';
  if (found && part.candidate) return part.candidate.stewardId;
  return (await ownerNow(tx, officeId, { role: 'finance', on: dateOf(now) })).staffId;
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
