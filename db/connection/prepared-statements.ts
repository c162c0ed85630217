/** Statements with parameters are prepared once for each connection: PostgreSQL need not parse and plan them every time. */
import type { Socket } from 'node:net';
import pg from 'pg';

/** Texts that differ by the number of their values are many; beyond this they are sent as they are. */
const MOST = 500;

/** A table that gains a column changes what a star means, and a prepared statement must not change its columns; `count(*)` stays what it is. */
const CHANGEABLE = /\*(?!\))/;

/** Of one connection: what others have asked before takes no place in it. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  /** Undefined: not to be prepared. */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST || CHANGEABLE.test(text)) return undefined;
    const name = `b${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

type Query = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown;

export class PreparingClient extends pg.Client {
  readonly #names = new StatementNames();

  constructor(config?: pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Query;
    const query: Query = (text, values, ...rest) => {
      this.#sendTogether();
      const hasValues = typeof text === 'string' && Array.isArray(values) && values.length > 0;
      const name = hasValues ? this.#names.of(text) : undefined;
      return name === undefined ? send(text, values, ...rest) : send({ name, text, values }, ...rest);
    };
    this.query = query as typeof this.query;
  }

  /** What is asked in one breath leaves in one packet. */
  #sendTogether(): void {
    const { stream } = this.connection as pg.Connection & { readonly stream: Socket };
    stream.cork();
    queueMicrotask(() => stream.uncork());
  }
}
