/** Which numbers the contract answers: the numeric leaves of every reading whose address needs no id. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

const document = load(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** `readOpenWork bySteps[].open`. */
export function numbersOfReplies(): string[] {
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    const reply = get?.responses['200']?.content?.['application/json'];
    if (!get || !reply || path.includes('{')) return [];
    return [...new Set(leaves(reply.schema, '', []))].map((leaf) => `${get.operationId} ${leaf}`);
  });
}

function leaves(said: Schema, path: string, inside: readonly string[]): string[] {
  if (said.$ref !== undefined && inside.includes(said.$ref)) return [];
  const within = said.$ref === undefined ? inside : [...inside, said.$ref];
  const schema = resolved(said);
  const types = [schema.type ?? []].flat();
  const { allOf = [], oneOf = [], anyOf = [], properties = {}, items, additionalProperties: more } = schema;
  return [
    types.includes('integer') || types.includes('number') ? [path] : [],
    [allOf, oneOf, anyOf].flat().flatMap((one) => leaves(one, path, within)),
    Object.entries(properties).flatMap(([name, one]) => leaves(one, path === '' ? name : `${path}.${name}`, within)),
    items ? leaves(items, `${path}[]`, within) : [],
    typeof more === 'object' ? leaves(more, `${path}.*`, within) : [],
  ].flat();
}

function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const names = schema.$ref.replace(/^#\//, '').split('/');
  return names.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], document) as Schema;
}
