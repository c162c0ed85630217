import { codeNames, markdownTable } from './markdown-table.ts';

const ARCHITECTURE = new URL('../../../docs/architecture.md', import.meta.url);

/** Which rooms of db/ each room may import, besides itself and `connection`. */
export function roomsTable(): Map<string, readonly string[]> {
  return new Map(
    markdownTable(ARCHITECTURE, 'Rooms of db/').map((row) => {
      const [room] = codeNames(row['room'] ?? '');
      const cell = row['may import'] ?? '';
      const mayImport = codeNames(cell);
      if (room === undefined || (mayImport.length === 0 && cell !== 'nothing'))
        throw new Error(`the table of rooms has an unreadable row: ${JSON.stringify(row)}`);
      return [room, mayImport];
    }),
  );
}
