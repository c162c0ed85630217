/** What a reader of identity cards types for one card: its fields in one line, in the order that is set in the reader. Pure. */
import { checkResidentId } from './resident-id.ts';

export interface ReadCard {
  readonly name?: string;
  readonly idNumber: string;
  readonly address?: string;
}

/** The order in which a card is printed. */
export const USUAL_CARD_FORMAT = 'name|sex|nation|born|address|idNumber';

export interface CardFormat {
  /** `name`, `idNumber`, `address`; any other word is passed over. */
  readonly fields: readonly string[];
  readonly separator: string;
}

/** Words with one kind of sign between them; `\t` is the Tab key. Undefined: it is none, or names no number. */
export function readCardFormat(text: string): CardFormat | undefined {
  const written = text.trim().replaceAll('\\t', '\t');
  const fields: readonly string[] = written.match(/[A-Za-z]+/g) ?? [];
  const between: readonly string[] = written.match(/[^A-Za-z]+/g) ?? [];
  const [separator = '', ...others] = new Set(between);
  const isOne = separator !== '' && others.length === 0 && written === fields.join(separator);
  return isOne && fields.includes('idNumber') ? { fields, separator } : undefined;
}

/** Undefined for whatever is no card: somebody types fast, or another scanner was used. */
export function readCardLine(line: string, { fields, separator }: CardFormat): ReadCard | undefined {
  const parts = line.split(separator).map((part) => part.trim());
  const of = (field: string): string | undefined => parts[fields.indexOf(field)] || undefined;
  const checked = checkResidentId(of('idNumber') ?? '');
  if (!checked.ok || parts.length < fields.length) return undefined;
  const [name, address] = [of('name'), of('address')];
  return { idNumber: checked.id, ...(name && { name }), ...(address && { address }) };
}
