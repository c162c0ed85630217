/** A request as the template says, for one message or one question. */
import { randomBytes } from 'node:crypto';
import iconv from 'iconv-lite';
import { fill, percent, type Lookup } from './placeholders.ts';
import { needsOf, withRecipes } from './recipes.ts';
import type { RequestTemplate } from './template.ts';

export interface BuiltRequest {
  readonly method: string;
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

type Texts = Readonly<Record<string, string>>;

/** Besides what is given, a request may speak of itself (to be signed), of the moment, and of a word used once. */
export const OWN_NAMES = [
  'body',
  'query',
  'query.plain',
  'form',
  'form.plain',
  'nonce',
  'now.seconds',
  'now.milliseconds',
  'now.iso',
  'now.date',
  'now.compact',
] as const;

type OwnName = (typeof OWN_NAMES)[number];

export function buildRequest(template: RequestTemplate, given: Lookup, now = new Date()): BuiltRequest {
  const { method, headers, charset } = template;
  const nonce = randomBytes(16).toString('hex');
  const find: Lookup = withRecipes(template.values, (name) => {
    if (name === 'nonce') return nonce;
    if (name.startsWith('now.')) return momentOf(name as OwnName, now);
    return ofItself(name as OwnName, template, (text) => fill(text, find)) ?? given(name);
  });
  const filled = (text: string): string => fill(text, find);
  const address = new URL(filled(template.address));
  const query = pairs(template.query, filled, (text) => percent(text, charset));
  if (query !== '') address.search += `${address.search === '' ? '?' : '&'}${query}`;
  const body = bodyOf(template, filled);
  const type = typeOf(template);
  return {
    method,
    address,
    headers: {
      ...(type === undefined ? {} : { 'content-type': type }),
      ...Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), filled(text)])),
    },
    ...(body === undefined ? {} : { body: iconv.encode(body, charset) }),
  };
}

function bodyOf({ body, charset }: RequestTemplate, filled: (text: string) => string): string | undefined {
  if (body === undefined) return undefined;
  if ('form' in body) return pairs(body.form, filled, (text) => percent(text, charset));
  if ('json' in body) return JSON.stringify(leaves(body.json, filled));
  return filled(body.text);
}

function typeOf({ body }: RequestTemplate): string | undefined {
  if (body === undefined) return undefined;
  if ('form' in body) return 'application/x-www-form-urlencoded';
  return 'json' in body ? 'application/json' : body.type;
}

/** A quotation mark in a text stays inside its string: JSON is written after the values are in it. */
function leaves(value: unknown, filled: (text: string) => string): unknown {
  if (typeof value === 'string') return filled(value);
  if (Array.isArray(value)) return value.map((one) => leaves(one, filled));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, leaves(one, filled)]));
}

const pairs = (texts: Texts, filled: (text: string) => string, write: (text: string) => string): string =>
  Object.entries(texts)
    .map(([name, text]) => `${write(name)}=${write(filled(text))}`)
    .join('&');

function ofItself(name: OwnName, template: RequestTemplate, filled: (text: string) => string): string | undefined {
  const { query, body, values, charset } = template;
  const form = body !== undefined && 'form' in body ? body.form : {};
  const written = (text: string): string => percent(text, charset);
  if (name === 'body') return bodyOf(template, filled) ?? '';
  if (name === 'query') return pairs(toBeSigned(query, 'query', values), filled, written);
  if (name === 'query.plain') return pairs(toBeSigned(query, 'query', values), filled, String);
  if (name === 'form') return pairs(toBeSigned(form, 'form', values), filled, written);
  if (name === 'form.plain') return pairs(toBeSigned(form, 'form', values), filled, String);
  return undefined;
}

/** In the order of their names; the signature itself, which is computed from them, is none of them. */
function toBeSigned(texts: Texts, of: 'query' | 'form', values: RequestTemplate['values']): Texts {
  const isSigned = ([, text]: [string, string]): boolean => {
    const needs = needsOf(text, values);
    return !needs.has(of) && !needs.has(`${of}.plain`);
  };
  return Object.fromEntries(
    Object.entries(texts)
      .filter(isSigned)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const SHANGHAI_MS = 8 * 3_600_000;

/** Real time: gateways compare it with their own clock. `compact` is Beijing time, as gateways there want it. */
function momentOf(name: OwnName, now: Date): string | undefined {
  switch (name) {
    case 'now.seconds':
      return String(Math.floor(now.getTime() / 1000));
    case 'now.milliseconds':
      return String(now.getTime());
    case 'now.iso':
      return `${now.toISOString().slice(0, 19)}Z`;
    case 'now.date':
      return now.toISOString().slice(0, 10);
    case 'now.compact':
      return new Date(now.getTime() + SHANGHAI_MS).toISOString().replaceAll(/\D/g, '').slice(0, 14);
    default:
      return undefined;
  }
}
