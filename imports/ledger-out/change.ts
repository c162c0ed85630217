/** A later row about a transfer-out that is followed here: what it knows beyond the earlier one is recorded as facts, step by step. */
import type { Tx } from '../../db/connection/connection.ts';
import { recordAnyFactIn } from '../../db/counter/record-fact.ts';
import { isRecorded, readStandsAt, withinCase } from '../../db/imported/changes.ts';
import { noteBesideSteps } from '../../db/imported/transfers-out.ts';
import { answeredBy, asEvent, readTold, type Answered, type OutRow, type Told } from '../../db/imported/out-facts.ts';
import { isAhead, nextShown, type Shown, type StandsAt } from '../../db/imported/out-way.ts';
import { dayToInstant } from '../../db/imported/placed.ts';
import { Refusal } from '../../domain/errors.ts';
import type { NewFactDetail } from '../../domain/facts/new-fact.ts';
import { RowRefused, type ImportJob } from '../rows/job.ts';
import type { RowReason } from '../tables/row-files.ts';

interface NewerRow {
  readonly transferId: string;
  readonly row: OutRow;
  /** That say something else than before. */
  readonly columns: readonly string[];
  readonly about: Readonly<Record<string, unknown>>;
}

/** @throws RowRefused, Refusal when it says something else than what was recorded here */
export async function goOn(tx: Tx, job: ImportJob, { transferId, row, columns, about }: NewerRow): Promise<void> {
  const { counts, sumMissing } = await readTold(tx, transferId);
  const otherwise = await recordedOtherwise(tx, transferId, { row, columns, counts });
  if (otherwise.length > 0) throw new RowRefused(otherwise);
  const within = await withinCase(tx, transferId);
  const instantOf: InstantOf = (day) => within(dayToInstant(job.context)(day));
  let left: readonly Answered[] = answeredBy(row, counts, job.context.today);
  let at = await readStandsAt(tx, transferId);
  for (let next = shown(at, left, row); next; next = shown(at, left, row)) {
    const { told } = next;
    await record(tx, job, { transferId, next, row, instantOf });
    left = left.filter((one) => one !== told);
    at = await readStandsAt(tx, transferId);
  }
  refuseUnplaced(at, left);
  const sum =
    sumMissing !== undefined && row.amountFen !== null ? { correctsSeq: sumMissing, fen: row.amountFen } : undefined;
  const facts = left.map((fact) => ({ ...asEvent(fact, job.context), occurredAt: instantOf(fact.on) }));
  await noteBesideSteps(tx, transferId, job.context, { facts, sum, about });
}

type InstantOf = (day: string) => Date;

const shown = (at: StandsAt | undefined, left: readonly Answered[], row: OutRow): Shown | undefined =>
  at && nextShown(at, left, row);

const DAYS = [
  ['信息表发出日期', 'infoFormSent', 'formIssuedOn'],
  ['基金划转日期', 'fundSent', 'remittedOn'],
  ['办理完结日期', 'relationEnded', 'doneOn'],
] as const;

/** Recorded here meanwhile, on another day. */
async function recordedOtherwise(
  tx: Tx,
  transferId: string,
  { row, columns, counts }: Pick<NewerRow, 'row' | 'columns'> & { readonly counts: Told },
): Promise<RowReason[]> {
  const found: RowReason[] = [];
  for (const [field, kind, name] of DAYS) {
    const day = row[name];
    if (!columns.includes(field) || day === null || !counts[kind]) continue;
    if (await isRecorded(tx, transferId, kind, day)) continue;
    found.push({ field, code: 'recordedOtherwise', reason: 'Recorded here on another day; correct it by hand.' });
  }
  return found;
}

/** A form may have left before its money, and a re-issue counts wherever it stands; nothing else is known before its step. */
function refuseUnplaced(at: StandsAt | undefined, left: readonly Answered[]): void {
  const unplaced = left.find(
    ({ kind }) => kind !== 'infoFormReissued' && !(kind === 'infoFormSent' && at && isAhead(at, kind)),
  );
  if (!unplaced) return;
  if (!at) throw new Refusal('transfer-closed', 'This transfer has ended here.');
  throw new Refusal('step-not-open', `“${unplaced.kind}” does not belong to the open step “${at.step}”.`);
}

interface Recorded {
  readonly transferId: string;
  readonly next: Shown;
  readonly row: OutRow;
  readonly instantOf: InstantOf;
}

async function record(
  tx: Tx,
  { keyring, context }: ImportJob,
  { transferId, next, row, instantOf }: Recorded,
): Promise<void> {
  await recordAnyFactIn(tx, keyring, {
    transferId,
    detail: detailOf(next, row),
    occurredAt: instantOf(next.on),
    by: { staffId: null, source: 'import' },
    ...(context.confirmedBy !== undefined && { confirmedBy: context.confirmedBy }),
  });
}

function detailOf({ kind, outcome }: Shown, { amountFen }: OutRow): NewFactDetail {
  switch (kind) {
    case 'letterChecked':
    case 'secondReviewed':
    case 'remittanceChecked':
      return { kind, outcome };
    case 'infoFormIssued':
      // Of a form only its total stands in a row.
      return { kind, accountTotalFen: 0, pooledFundFen: 0, totalFen: amountFen ?? 0 };
    case 'fundSent':
      return { kind, ...(amountFen !== null && { amountFen }) };
    case 'infoFormSent':
    case 'infoFormReissued':
      return { kind, channel: 'platform' };
    case 'relationEnded':
      return { kind };
    default:
      throw new RangeError(`no row of the ledger of transfers-out tells ${kind}`);
  }
}
