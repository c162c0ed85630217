/** Where the contract lets somebody write whatever they like: strings that no list, no form and no alphabet narrows. */
import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

interface Operation {
  readonly operationId?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const document = load(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** `operation path`, `operation[kind] path` where bodies differ by their kind: `recordFact[held] note`. */
export function freeTexts(): string[] {
  const found = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId, requestBody }) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => textsOfBody(operationId ?? '', schema)),
    );
  return [...new Set(found)].sort();
}

function textsOfBody(operationId: string, body: Schema): string[] {
  const { oneOf } = resolved(body);
  if (!oneOf) return textsIn(body, '').map((path) => `${operationId} ${path}`);
  return oneOf.flatMap((variant) => {
    const kind = String(resolved(resolved(variant).properties?.['kind'] ?? {}).enum?.[0]);
    return textsIn(variant, '').map((path) => `${operationId}[${kind}] ${path}`);
  });
}

function textsIn(given: Schema, path: string): string[] {
  const schema = resolved(given);
  const { type, oneOf = [], anyOf = [], allOf = [], properties = {}, items, additionalProperties } = schema;
  const isFree = [type].flat().includes('string') && !schema.enum && !schema.format && letsWordsThrough(schema.pattern);
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  return [
    isFree ? [path] : [],
    [...oneOf, ...anyOf, ...allOf].flatMap((part) => textsIn(part, path)),
    Object.entries(properties).flatMap(([name, part]) => textsIn(part, below(name))),
    items ? textsIn(items, below('0')) : [],
    typeof additionalProperties === 'object' ? textsIn(additionalProperties, below('*')) : [],
  ].flat();
}

/** `\S` asks for more than blanks, and somebody’s name is that; a pattern of digits or codes lets no name through, alone or in a sentence. */
const WORDS = ['张三', '12 ab 张三'];
const letsWordsThrough = (pattern: string | undefined): boolean =>
  pattern === undefined || WORDS.some((words) => new RegExp(pattern, 'u').test(words));

function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = schema.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
  return resolved(found as Schema);
}
