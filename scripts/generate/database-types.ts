import { execa } from 'execa';

/** Kysely's types of every table: dates stay strings, amounts in fen are numbers (db/connection/connection.ts parses them so). */
export async function databaseTypes(url: string): Promise<string> {
  const { stdout } = await execa(
    'kysely-codegen',
    [
      ['--dialect', 'postgres'],
      ['--date-parser', 'string'],
      ['--type-mapping', '{"int8":"number"}'],
      ['--exclude-pattern', 'kysely_*'],
      ['--url', url],
      ['--print'],
    ].flat(),
    { preferLocal: true, localDir: import.meta.dirname },
  );
  return `${stdout.slice(stdout.indexOf('/**')).trimEnd()}\n`;
}
