/** What a row of the old ledger tells of a transfer-out, as facts: each on its own day, and known since the file was taken in. */
import { sql } from 'kysely';
import { personOfImported, type FactKind } from '../../domain/facts/facts.ts';
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

type OutFact = NewEvent & { readonly kind: FactKind };

/** How many facts of each kind stand in the ledger already. */
type Told = Readonly<Partial<Record<FactKind, number>>>;

/** Those that are not told yet: the acceptance first, the others in the order of their days. */
export function factsOfRow(row: OutRow, told: Told, context: ImportContext): OutFact[] {
  const at = dayToInstant(context);
  const fact = (kind: FactKind, on: string, payload: Record<string, unknown> = {}): OutFact => ({
    kind,
    occurredAt: at(on),
    source: 'import',
    confirmedBy: context.confirmedBy ?? null,
    // Whoever has the case stands in the row, not who did what.
    payload: { ...payload, ...personOfImported(kind, false) },
  });
  const once = (kind: FactKind, on: string | null, payload?: Record<string, unknown>): OutFact[] =>
    on === null || told[kind] ? [] : [fact(kind, on, payload)];
  const more = Math.max(0, row.reissues - (told.infoFormReissued ?? 0));
  const others = [
    once('letterReceived', row.letterReceivedOn),
    once('infoFormSent', row.formIssuedOn),
    // The ledger counts them without a day: with the form, or else when it is told.
    Array.from({ length: more }, () => fact('infoFormReissued', row.formIssuedOn ?? context.today, { assumed: true })),
    once('fundSent', row.remittedOn, row.amountFen === null ? {} : { amountFen: row.amountFen }),
    once('relationEnded', row.doneOn),
  ].flat();
  return [
    ...once('accepted', row.letterReceivedOn),
    ...others.sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime()),
  ];
}

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
