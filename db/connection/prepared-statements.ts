/** Statements with parameters are prepared once for each connection: PostgreSQL need not parse and plan them every time. */
import pg from 'pg';

/** Texts that differ by the number of their values are many; beyond this they are sent as they are. */
const MOST = 500;

/** A table that gains a column changes what a star means, and a prepared statement must not change its columns; `count(*)` stays what it is. */
const CHANGEABLE = /\*(?!\))/;

const names = new Map<string, string>();

/** Undefined: not to be prepared. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST || CHANGEABLE.test(text)) return undefined;
  const name = `b${names.size}`;
  names.set(text, name);
  return name;
}

type Query = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown;

export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Query;
    const query: Query = (text, values, ...rest) => {
      const hasValues = typeof text === 'string' && Array.isArray(values) && values.length > 0;
      const name = hasValues ? statementName(text) : undefined;
      return name === undefined ? send(text, values, ...rest) : send({ name, text, values }, ...rest);
    };
    this.query = query as typeof this.query;
  }
}
