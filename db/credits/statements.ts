/** What the bank's statements say about themselves: one after the other they must leave no gap. */
import { sql } from 'kysely';
import { addDays } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';

/** What a file says about one statement in it, apart from its entries. */
export interface NewStatement {
  readonly account: string;
  /** The bank's own number of it, where there is one. */
  readonly sequence: number | undefined;
  /** First and last day that it covers; undefined where nobody can say. */
  readonly fromOn: string | undefined;
  readonly toOn: string | undefined;
  readonly openingFen: number | undefined;
  readonly closingFen: number | undefined;
}

export interface StatementBefore {
  readonly sequence: number | null;
  readonly toOn: string | null;
  readonly closingFen: number | null;
}

export type Break =
  | { readonly kind: 'balance'; readonly before: StatementBefore }
  | {
      readonly kind: 'days';
      readonly before: StatementBefore;
      readonly missingFrom: string;
      readonly missingTo: string;
    }
  | { readonly kind: 'overlap'; readonly before: StatementBefore };

/** Kept with its import, once however often that is begun. @returns how each of them goes on from the one before, where it does not */
export async function noteStatements(
  tx: Tx,
  { officeId, importId }: { readonly officeId: string; readonly importId: string },
  statements: readonly NewStatement[],
): Promise<(Break | undefined)[]> {
  await tx.deleteFrom('bank_statements').where('import_id', '=', importId).execute();
  const breaks: (Break | undefined)[] = [];
  for (const statement of statements) {
    breaks.push(breakOf(statement, await statementBefore(tx, officeId, statement)));
    await tx
      .insertInto('bank_statements')
      .values({
        office_id: officeId,
        import_id: importId,
        account: statement.account,
        sequence: statement.sequence ?? null,
        from_on: statement.fromOn ?? null,
        to_on: statement.toOn ?? null,
        opening_fen: statement.openingFen ?? null,
        closing_fen: statement.closingFen ?? null,
      })
      .execute();
  }
  return breaks;
}

/** The last one of the account that does not end later than this one; the same statement again is not before itself. */
async function statementBefore(
  tx: Tx,
  officeId: string,
  statement: NewStatement,
): Promise<StatementBefore | undefined> {
  const { account, fromOn, toOn, openingFen, closingFen } = statement;
  if (toOn === undefined) return undefined;
  const { rows } =
    await sql<StatementBefore>`select sequence, to_on as "toOn", closing_fen as "closingFen" from bank_statements
    where office_id = ${officeId} and account = ${account} and to_on <= ${toOn}::date
      and (from_on, to_on, opening_fen, closing_fen)
        is distinct from (${fromOn ?? null}::date, ${toOn}::date, ${openingFen ?? null}::bigint, ${closingFen ?? null}::bigint)
    order by to_on desc, id desc limit 1`.execute(tx);
  return rows[0];
}

/** Balances that meet are the proof; where there are none the days must. */
export function breakOf(
  { fromOn, openingFen }: Pick<NewStatement, 'fromOn' | 'openingFen'>,
  before: StatementBefore | undefined,
): Break | undefined {
  if (!before?.toOn) return undefined;
  if (fromOn !== undefined && fromOn <= before.toOn) return { kind: 'overlap', before };
  if (openingFen !== undefined && before.closingFen !== null)
    return openingFen === before.closingFen ? undefined : { kind: 'balance', before };
  if (fromOn === undefined || fromOn <= addDays(before.toOn, 1)) return undefined;
  return { kind: 'days', before, missingFrom: addDays(before.toOn, 1), missingTo: addDays(fromOn, -1) };
}
