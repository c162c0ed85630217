/** XML of strangers: parsed without entities of its own, and read by paths that may be absent. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FileDefect } from './row-files.ts';

export type XmlNode = Readonly<Record<string, unknown>>;

/** A DOCTYPE is refused whole: bombs and outside entities have no other door. Element names lose their prefix. */
export function parseXml(text: string, repeated: ReadonlySet<string>): XmlNode | FileDefect {
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    return { code: 'doctype', reason: 'An XML file here must not declare a DOCTYPE.' };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return notWellFormed(`line ${String(valid.err.line)}`);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    // `00012` is an account number, not twelve.
    parseTagValue: false,
    parseAttributeValue: false,
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
