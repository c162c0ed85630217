import { CompiledQuery } from 'kysely';
import type { Db } from './connection.ts';

/** For a package that brings statements of its own and asks for a client of pg: they go through our pool like any other. */
export const pgClientOf = (db: Db) => ({
  query: async ({ text, values }: { text: string; values?: unknown[] }) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values ?? []));
    return { rows, rowCount: rows.length };
  },
});
