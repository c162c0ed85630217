/** What a file says is what the screen says, and what the contract knows. */
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../../api/door/permissions.ts';
import { readContract } from '../../api/contract/document.ts';
import { listColumns, LISTS } from '../../exports/columns/lists.ts';
import { FIGURES } from '../../exports/columns/figure-words.ts';
import * as words from '../../exports/words.ts';
import { EXPORTED, type ExportWhat } from '../../domain/exported.ts';
import { ACTIONS, type Action } from '../../domain/staff/permissions.ts';
import { ROLES } from '../../domain/roles.ts';
import { contractEnum } from '../support/architecture/contract-enums.ts';
import * as bank from '../../web/src/i18n/zh-cn/bank.ts';
import * as office from '../../web/src/i18n/zh-cn/office.ts';
import * as oversight from '../../web/src/i18n/zh-cn/oversight.ts';
import * as vocabulary from '../../web/src/i18n/zh-cn/vocabulary.ts';

test('codes that only files and screens name have the words that they have on the screen', () => {
  expect(words.VERDICTS).toEqual(vocabulary.verdicts);
  expect(words.IMPORT_KINDS).toEqual(office.importKinds);
  expect(words.REFUSAL_KINDS).toEqual(oversight.refusals.kinds);
  expect(words.HELD_KINDS).toEqual(oversight.heldWork.kinds);
  expect(words.HELD_WHY).toEqual(oversight.heldWork.why);
  expect(words.DEBIT_STATES).toEqual(bank.bank.states);
  expect(words.DEBIT_FOUND).toEqual(bank.bank.founds);
});

const WHATS = Object.keys(EXPORTED) as ExportWhat[];

test('the contract offers what there is', () => {
  expect([...contractEnum('ExportWhat')].sort()).toEqual([...WHATS].sort());
  expect(WHATS.filter((what) => EXPORTED[what].form === 'list').sort()).toEqual(Object.keys(LISTS).sort());
});

test.each(WHATS.filter((what) => EXPORTED[what].form !== 'rows'))('%s goes out by the right to read it', (what) => {
  const right = PERMISSIONS[what as keyof typeof PERMISSIONS];
  const mayRead = right === 'signIn' ? ROLES : ACTIONS[right as Action];
  expect([...ACTIONS[EXPORTED[what].action]].sort()).toEqual([...mayRead].sort());
});

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
}
const contract = readContract();

function resolved(schema: Schema): Schema[] {
  const target = schema.$ref ? (contract.components.schemas[schema.$ref.split('/').at(-1)!] as Schema) : schema;
  const inner = [...(target.allOf ?? []), ...(target.oneOf ?? []), ...(target.anyOf ?? [])].flatMap(resolved);
  return [target, ...inner];
}

const at = (schemas: readonly Schema[], name: string): Schema[] => {
  const found = schemas.flatMap((one) => one.properties?.[name.replace('[]', '')] ?? []).flatMap(resolved);
  return name.endsWith('[]') ? found.flatMap((one) => (one.items ? resolved(one.items) : [])) : found;
};

function replyOf(what: string): Schema[] {
  const paths = contract.paths as Record<string, { get?: { operationId: string; responses: Record<string, unknown> } }>;
  const get = Object.values(paths).find((one) => one.get?.operationId === what)!.get!;
  const reply = get.responses['200'] as { content: { 'application/json': { schema: Schema } } };
  return resolved(reply.content['application/json'].schema);
}

describe.each(Object.keys(LISTS) as ExportWhat[])('%s', (what) => {
  const items = at(replyOf(what), 'items[]');
  test.each(listColumns(what)!.map(({ title, place }) => [title, place]))(
    '%s stands at %s of the answer',
    (_, place) => {
      const found = place.split('.').reduce(at, items);
      expect(found).not.toEqual([]);
    },
  );
});

test('columns of one list have titles of their own', () => {
  for (const columns of Object.values(LISTS)) {
    const titles = columns.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test.each(WHATS.filter((what) => EXPORTED[what].form === 'report'))('every figure of %s has a word', (what) => {
  const seen = new Set<string>();
  const walk = (schemas: readonly Schema[], depth: number): void => {
    for (const schema of depth > 8 ? [] : schemas) {
      for (const [name, inner] of Object.entries(schema.properties ?? {})) {
        seen.add(name);
        walk(resolved(inner), depth + 1);
      }
      if (schema.items) walk(resolved(schema.items), depth + 1);
    }
  };
  walk(replyOf(what), 0);
  expect(seen.size).toBeGreaterThan(3);
  expect([...seen].filter((name) => !(name in FIGURES) && !/^\d$/.test(name))).toEqual([]);
});
