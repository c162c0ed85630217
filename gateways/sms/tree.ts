/** What came from a gateway, as a tree that paths lead into: JSON, XML, a form, or plain text. */
import { XMLParser } from 'fast-xml-parser';
import type { Format, Source, Where } from './template.ts';

export interface Tree {
  /** All of it, as it came. */
  readonly text: string;
  /** Undefined: it is not of the form that the template says. */
  readonly content: unknown;
}

/** No entities: nobody's answer needs them, and a document can be made of nothing else. */
const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: false,
});

export function readTree(text: string, format: Format): Tree {
  return { text, content: contentOf(text, format) };
}

function contentOf(text: string, format: Format): unknown {
  try {
    if (format === 'json') return JSON.parse(text) as unknown;
    if (format === 'xml') return xml.parse(text, true) as unknown;
  } catch {
    return undefined;
  }
  // Of one that stands there twice the first counts, as for whoever proves where the request comes from.
  return format === 'text' ? undefined : Object.fromEntries([...new URLSearchParams(text)].reverse());
}

/** `a.0.b` into the content, `$` for all of it; undefined where there is nothing, or more than one word. */
export function textAt(tree: Tree, source: Source): string | undefined {
  if (typeof source === 'string') return wordOf(valueAt(tree, source));
  const found = wordOf(valueAt(tree, source.at));
  return found === undefined ? undefined : new RegExp(source.match, 'u').exec(found)?.[1];
}

export function valueAt({ text, content }: Tree, path: string): unknown {
  if (path === '$') return text.trim();
  return path.split('.').reduce<unknown>((value, name) => childOf(value, name), content);
}

const childOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

function wordOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Whether everything stands where the rule wants it. `null`: there is nothing. */
export function holds(tree: Tree, where: Where): boolean {
  return Object.entries(where).every(([path, wanted]) => {
    const value = valueAt(tree, path);
    if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted))
      return new RegExp(wanted.match, 'u').test(wordOf(value) ?? '');
    return [wanted]
      .flat()
      .some((one) => (one === null ? value === undefined || value === null : wordOf(value) === String(one)));
  });
}
