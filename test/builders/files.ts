/** Files as offices, banks and couriers hand them over: cells to CSV bytes in the encoding asked for. */
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';

export type Row = Readonly<Record<string, string>>;

export interface Written {
  readonly encoding?: 'gb18030' | 'utf8' | 'utf8-bom';
}

/** The columns of the first row in its order, CRLF, as Chinese Excel writes it. */
export function csvText(rows: readonly Row[], columns: readonly string[] = Object.keys(rows[0] ?? {})): string {
  return stringify([...rows], { header: true, columns: [...columns], record_delimiter: 'windows', quoted_match: /\n/ });
}

export function encoded(text: string, { encoding = 'gb18030' }: Written = {}): Uint8Array {
  if (encoding === 'gb18030') return iconv.encode(text, 'gb18030');
  return new TextEncoder().encode(encoding === 'utf8-bom' ? `\uFEFF${text}` : text);
}

export function csvFile(rows: readonly Row[], written?: Written): Uint8Array {
  return encoded(csvText(rows), written);
}
