/** What a row of the old ledger tells of a transfer-out, as facts: each on its own day, and known since the file was taken in. */
import { sql } from 'kysely';
import { personOfImported, type FactKind } from '../../domain/facts/facts.ts';
import { compareText } from '../../domain/text-order.ts';
import type { Tx } from '../connection/connection.ts';
import type { NewEvent } from '../ledger/event-rows.ts';
import { dayToInstant, type ImportContext } from './placed.ts';

export interface OutRow {
  readonly letterReceivedOn: string;
  readonly formIssuedOn: string | null;
  readonly remittedOn: string | null;
  readonly reissues: number;
  readonly amountFen: number | null;
  readonly doneOn: string | null;
}

/** Each has a column: a row that leaves it empty says that it has not happened. */
export const ANSWERED_KINDS = ['infoFormSent', 'infoFormReissued', 'fundSent', 'relationEnded'] as const;
export type AnsweredKind = (typeof ANSWERED_KINDS)[number];

interface ToldFact<Kind extends FactKind = FactKind> {
  readonly kind: Kind;
  readonly on: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}
export type Answered = ToldFact<AnsweredKind>;

export type OutFact = NewEvent & { readonly kind: FactKind };

/** How many facts of each kind stand in the ledger already. */
export type Told = Readonly<Partial<Record<FactKind, number>>>;

/** What has been done for the letter and is not told yet, in the order of the days. */
export function answeredBy(row: OutRow, told: Told, today: string): Answered[] {
  const once = (kind: AnsweredKind, on: string | null, payload?: Answered['payload']): Answered[] =>
    on === null || told[kind] ? [] : [{ kind, on, ...(payload && { payload }) }];
  const more = Math.max(0, row.reissues - (told.infoFormReissued ?? 0));
  const answered = [
    once('infoFormSent', row.formIssuedOn),
    // The ledger counts them without a day: with the form, or else when it is told.
    Array.from({ length: more }, (): Answered => {
      return { kind: 'infoFormReissued', on: row.formIssuedOn ?? today, payload: { assumed: true } };
    }),
    once('fundSent', row.remittedOn, row.amountFen === null ? {} : { amountFen: row.amountFen }),
    once('relationEnded', row.doneOn),
  ].flat();
  return answered.sort((one, other) => compareText(one.on, other.on));
}

/** Those that are not told yet: the acceptance first, the others in the order of their days. */
export function factsOfRow(row: OutRow, told: Told, context: ImportContext): OutFact[] {
  const letter = (kind: FactKind): ToldFact[] => (told[kind] ? [] : [{ kind, on: row.letterReceivedOn }]);
  const others: ToldFact[] = [...letter('letterReceived'), ...answeredBy(row, told, context.today)];
  const facts = [...letter('accepted'), ...others.sort((one, other) => compareText(one.on, other.on))];
  return facts.map((fact) => asEvent(fact, context));
}

export const asEvent = ({ kind, on, payload }: ToldFact, context: ImportContext): OutFact => ({
  kind,
  occurredAt: dayToInstant(context)(on),
  source: 'import',
  confirmedBy: context.confirmedBy ?? null,
  // Whoever has the case stands in the row, not who did what.
  payload: { ...payload, ...personOfImported(kind, false) },
});

export interface ToldOut {
  readonly counts: Told;
  /** The money that was sent without an amount; undefined when there is none. */
  readonly sumMissing: number | undefined;
}

export async function readTold(tx: Tx, transferId: string): Promise<ToldOut> {
  const { rows } = await sql<{ kind: FactKind; count: number; without_sum: number | null }>`
    select kind, count(*) as count, min(seq) filter (where kind = 'fundSent' and not payload ? 'amountFen'
      and not exists (select from events as later where later.transfer_id = events.transfer_id
        and later.corrects_seq = events.seq and later.payload ? 'correctedAmountFen')) as without_sum
    from events where transfer_id = ${transferId} and fact_seq is not null group by kind`.execute(tx);
  return {
    counts: Object.fromEntries(rows.map(({ kind, count }) => [kind, count])),
    sumMissing: rows.find(({ without_sum }) => without_sum !== null)?.without_sum ?? undefined,
  };
}
