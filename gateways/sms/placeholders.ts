/** Texts with names in braces, as an operator writes them: `{to}`, `{text|xml}`. Other braces are text. */
import iconv from 'iconv-lite';

/** The value of a name; undefined: there is no such name here. */
export type Lookup = (name: string) => string | undefined;

const PLACE = /\{([A-Za-z][\w.-]*)((?:\|[A-Za-z]\w*)*)\}/g;

/** How a value is written where it stands. A form, a query and JSON are written rightly by themselves. */
const FILTERS: Readonly<Record<string, (text: string) => string>> = {
  percent: (text) => percent(text),
  json: (text) => JSON.stringify(text).slice(1, -1),
  xml: (text) => text.replace(/[<>&'"]/g, (letter) => `&#${String(letter.codePointAt(0))};`),
  base64: (text) => Buffer.from(text, 'utf8').toString('base64'),
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
};

/** @throws when a name has no value */
export function fill(template: string, lookup: Lookup): string {
  return template.replace(PLACE, (_, name: string, filters: string) => {
    const value = lookup(name);
    if (value === undefined) throw new Error(`there is no {${name}} here`);
    return filtersIn(filters).reduce((text, filter) => FILTERS[filter]?.(text) ?? text, value);
  });
}

export const namesIn = (template: string): string[] => [...template.matchAll(PLACE)].map(([, name]) => name ?? '');

export const unknownFilters = (template: string): string[] =>
  [...template.matchAll(PLACE)].flatMap(([, , filters]) => filtersIn(filters ?? '')).filter((name) => !FILTERS[name]);

const filtersIn = (filters: string): string[] => filters.split('|').filter(Boolean);

/** RFC 3986: everything but letters, digits and `-._~`; the bytes are those of the charset. */
export function percent(text: string, charset = 'utf-8'): string {
  return [...iconv.encode(text, charset)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[\w.~-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
