/** XML of strangers: parsed without entities of its own, and read by paths that may be absent. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FileDefect } from '../tables/row-files.ts';

export type XmlNode = Readonly<Record<string, unknown>>;

/** A DOCTYPE is refused whole: bombs and outside entities have no other door. Element names lose their prefix. */
export function parseXml(text: string, repeated: ReadonlySet<string>): XmlNode | FileDefect {
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    return { code: 'doctype', reason: 'An XML file here must not declare a DOCTYPE.' };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return notWellFormed(`line ${String(valid.err.line)}`);
  const lost = lostReference(text);
  if (lost) return lost;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    // `00012` is an account number, not twelve.
    parseTagValue: false,
    parseAttributeValue: false,
    // A blank beside a comment or CDATA belongs to the value; `textAt` takes away those around it.
    trimValues: false,
    // The line breaks between elements are no value, and would take up a third of the memory.
    tagValueProcessor: (_name, value) => (value.trim() === '' ? '' : value),
    // Numeric references too: rare names are often written so.
    htmlEntities: true,
    isArray: (name) => repeated.has(name),
  });
  try {
    return asNode(parser.parse(text.trimStart())) ?? notWellFormed('no element');
  } catch {
    return notWellFormed('refused by the parser');
  }
}

/** Comments, and text that is taken as it is written: what looks like XML in them is none. */
const ASIDE = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g;

/** With blanks in their place: lines and columns stay. */
export const withoutAsides = (text: string): string => text.replace(ASIDE, (aside) => aside.replace(/[^\n]/g, ' '));

/** The parser leaves out what stands for no character, and writes out names that it does not know: neither is what the bank wrote. */
function lostReference(text: string): FileDefect | undefined {
  const plain = withoutAsides(text);
  for (const { 0: reference, index } of plain.matchAll(/&[^;]*;/g)) {
    if (/^&(?:amp|lt|gt|quot|apos);$/.test(reference) || isCharacter(codeOf(reference))) continue;
    const line = plain.slice(0, index).split('\n').length;
    const what = reference.startsWith('&#') ? 'stands for no character' : 'XML does not know';
    const reason = `A reference of the kind &…; in line ${String(line)} ${what}; what the bank wrote there is lost.`;
    return { code: 'xml', reason };
  }
  return undefined;
}

/** `&#26679;` or `&#x6837;` */
function codeOf(reference: string): number {
  const [, hex, decimal] = /^&#(?:x([\da-f]{1,8})|(\d{1,8}));$/i.exec(reference) ?? [];
  return hex === undefined ? Number(decimal) : parseInt(hex, 16);
}

/** Half a character, a control character or a place without one is none. */
function isCharacter(code: number): boolean {
  if (!(code <= 0x10_ffff)) return false;
  return /^[\t\n\r]$|^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]$/u.test(String.fromCodePoint(code));
}

function notWellFormed(where: string): FileDefect {
  return { code: 'xml', reason: `The file is not well-formed XML (${where}).` };
}

function asNode(value: unknown): XmlNode | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as XmlNode) : undefined;
}

/** The node at the path; of repeated elements the first. */
export function nodeAt(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => {
    const next = at?.[name];
    return asNode(Array.isArray(next) ? next[0] : next);
  }, node);
}

/** All elements of that name; only for names that were declared repeated. */
export function nodesAt(node: XmlNode | undefined, name: string): XmlNode[] {
  const found = node?.[name];
  return (Array.isArray(found) ? found : []).map(asNode).filter((value) => value !== undefined);
}

/** Text of the element at the path, with or without attributes; empty when absent. */
export function textAt(node: XmlNode | undefined, ...path: string[]): string {
  const parent = nodeAt(node, ...path.slice(0, -1));
  const found = parent?.[path.at(-1) ?? ''];
  return textsOf(Array.isArray(found) ? found.slice(0, 1) : [found])[0] ?? '';
}

/** Texts of a repeated element, without the empty ones. */
export function textsAt(node: XmlNode | undefined, name: string): string[] {
  const found = node?.[name];
  return textsOf(Array.isArray(found) ? found : [found]);
}

function textsOf(values: readonly unknown[]): string[] {
  return values
    .map((value) => (typeof value === 'string' ? value : asNode(value)?.['#text']))
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .map((text) => text.trim());
}
