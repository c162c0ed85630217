/** `begin` travels with the first statement of a transaction, and `commit` with the one that is said to be the last: two flights less. */
import {
  CompiledQuery,
  PostgresDriver,
  type DatabaseConnection,
  type QueryResult,
  type Transaction,
  type TransactionSettings,
} from 'kysely';

const BEGIN = CompiledQuery.raw('begin');
const COMMIT = CompiledQuery.raw('commit');

/** A word that may be in a statement which changes something: whoever has none only reads, or locks. */
const CHANGES = /\b(?:insert|set|delete|merge|truncate|copy|create|alter|drop|call|do|notify)\b/i;

const readers = new Map<string, boolean>();
/** As many as are prepared. */
const MOST = 500;

function onlyReads(text: string): boolean {
  const known = readers.get(text);
  if (known !== undefined) return known;
  const reads = !CHANGES.test(text);
  if (readers.size < MOST) readers.set(text, reads);
  return reads;
}

class BeginningConnection implements DatabaseConnection {
  readonly whole: DatabaseConnection;
  /** `waits`: `begin` has not been sent yet. `over`: `commit` went with the last statement. */
  #transaction: 'waits' | 'over' | undefined;

  constructor(whole: DatabaseConnection) {
    this.whole = whole;
  }

  begin(): void {
    this.#transaction = 'waits';
  }

  /** Whether PostgreSQL has to be told: not of a transaction that asked nothing, or ended with its last statement. */
  end(): boolean {
    const stands = this.#transaction === undefined;
    this.#transaction = undefined;
    return stands;
  }

  /** Should `begin` fail, what changes something must not stand outside a transaction: it waits for the answer. What only reads goes with it, and fails with it. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#transaction === 'over') throw new Error('the transaction has ended with its last statement');
    if (this.#transaction === undefined) return this.whole.executeQuery<R>(query);
    this.#transaction = undefined;
    const begun = this.whole.executeQuery(BEGIN);
    if (!onlyReads(query.sql)) await begun;
    const [, result] = await Promise.all([begun, this.whole.executeQuery<R>(query)]);
    return result;
  }

  /** Should the statement be refused, PostgreSQL makes of the `commit` behind it a rollback. */
  async executeLast<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#transaction === 'waits' || !query.parameters.every(isPlain)) return this.executeQuery<R>(query);
    const answer = this.executeQuery<R>(query);
    this.#transaction = 'over';
    const [result] = await Promise.all([answer, this.whole.executeQuery(COMMIT)]);
    return result;
  }

  streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    return this.whole.streamQuery<R>(query, chunkSize);
  }
}

/** What pg cannot put on the wire it would refuse by itself, and the `commit` would stand without the statement: only what it surely can. */
const isPlain = (value: unknown): boolean =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  value instanceof Date ||
  Buffer.isBuffer(value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** The transaction ends with this statement: whatever is asked of it afterwards is refused. */
export async function executeLast<R>(
  tx: Pick<Transaction<unknown>, 'getExecutor'>,
  query: CompiledQuery<R>,
): Promise<R[]> {
  const { rows } = await tx
    .getExecutor()
    .provideConnection((connection) => beginningOf(connection).executeLast<R>(query));
  return rows;
}

export class TravellingBeginDriver extends PostgresDriver {
  readonly #connections = new WeakMap<DatabaseConnection, BeginningConnection>();

  override async acquireConnection(): Promise<DatabaseConnection> {
    const whole = await super.acquireConnection();
    const known = this.#connections.get(whole) ?? new BeginningConnection(whole);
    this.#connections.set(whole, known);
    return known;
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.isolationLevel || settings.accessMode) return super.beginTransaction(connection, settings);
    beginningOf(connection).begin();
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if (beginningOf(connection).end()) await super.commitTransaction(connection);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (beginningOf(connection).end()) await super.rollbackTransaction(connection);
  }

  override releaseConnection(connection: DatabaseConnection): Promise<void> {
    return super.releaseConnection(beginningOf(connection).whole as Parameters<PostgresDriver['releaseConnection']>[0]);
  }
}

function beginningOf(connection: DatabaseConnection): BeginningConnection {
  if (connection instanceof BeginningConnection) return connection;
  throw new Error('a connection of another driver');
}
