/** Statements of several parts that many requests send, in few shapes: each shape is built once. */
import type { Compilable, CompiledQuery, OperationNodeSource, QueryCreator } from 'kysely';
import { Place } from './compiled.ts';
import type { Database, Tx } from './connection.ts';

type Row = Readonly<Record<string, unknown>>;
type Creator = QueryCreator<Database>;
/** What `with` takes. */
export type Change = Parameters<Creator['with']>[1];

export interface Part {
  /** By which the other parts of the statement know it. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly build: (db: Creator, ...rows: never[]) => OperationNodeSource;
  /** Whose shape it is; absent: it is built anew each time. */
  readonly kind?: number;
}

let kinds = 0;

/**
 * What it is like may depend on how many rows there are and on which of their values are undefined, not on the values: while it is built
 * there may be something else in their place. To be called once, where its module begins.
 */
export function part<R extends object>(name: string, build: (db: Creator, ...rows: R[]) => OperationNodeSource) {
  const kind = ++kinds;
  return (...rows: R[]): Part => ({ name, kind, build, rows: rows as readonly unknown[] as Row[] });
}

/** Of a part that comes seldom. */
export const rarePart = (name: string, build: Change): Part => ({ name, rows: [], build });

/** The value that one row of one part has there. */
class PlaceIn extends Place {
  readonly key: string;

  constructor(row: number, key: string) {
    super(row);
    this.key = key;
  }
}

/** As many as are prepared on a connection. */
const MOST = 500;
const known = new Map<string, CompiledQuery>();

/** All in one statement, the last one in its body; none of the others sees what another does, unless it reads from it. */
export function statementOf<R>(db: Tx, parts: readonly Part[]): CompiledQuery<R> {
  if (parts.some(({ kind }) => kind === undefined)) return build(db, parts);
  const rows = parts.flatMap((one) => one.rows);
  const shape = parts.map(shapeOf).join('\n');
  let compiled = known.get(shape);
  if (!compiled) {
    compiled = build(db, withPlaces(parts));
    if (known.size < MOST) known.set(shape, compiled);
  }
  const parameters = compiled.parameters.map((one) => (one instanceof PlaceIn ? rows[one.index]![one.key] : one));
  return { ...(compiled as CompiledQuery<R>), parameters };
}

const shapeOf = ({ kind, rows }: Part): string => `${String(kind)}:${rows.map((row) => present(row).join()).join(';')}`;

const present = (row: Row): string[] => Object.keys(row).filter((key) => row[key] !== undefined);

function withPlaces(parts: readonly Part[]): Part[] {
  let no = 0;
  const placed = (row: Row): Row => {
    const index = no++;
    return Object.fromEntries(present(row).map((key) => [key, new PlaceIn(index, key)]));
  };
  return parts.map((one) => ({ ...one, rows: one.rows.map(placed) }));
}

function build(db: Tx, parts: readonly Part[]): CompiledQuery {
  const body = parts.at(-1)!;
  let begun: Creator = db;
  for (const { name, build, rows } of parts.slice(0, -1))
    begun = begun.with(name, ((cte) => build(cte, ...(rows as never[]))) as Change);
  return (body.build(begun, ...(body.rows as never[])) as OperationNodeSource & Compilable).compile();
}
