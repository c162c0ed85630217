/** What the contract lets somebody write. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { CONTRACT_FILE } from '../../api/contract/document.ts';

interface Contract {
  readonly paths: Record<string, Record<string, { operationId?: string }>>;
  readonly components: {
    readonly schemas: Record<string, { discriminator?: { mapping: object }; enum?: string[] }>;
  };
}

/** Each of the contract's operations that is no GET; those that do several things, by what they do. */
export function writingOperations(): string[] {
  const text = readFileSync(CONTRACT_FILE, 'utf8');
  const { paths, components } = load(text) as Contract;
  const kinds: Record<string, readonly string[]> = {
    recordFact: Object.keys(components.schemas['NewFact']!.discriminator!.mapping),
    importFile: components.schemas['ImportKind']!.enum!,
    decideMatch: /decision: \{ type: string, enum: \[([^\]]+)\]/.exec(text)![1]!.split(', '),
  };
  return Object.values(paths)
    .flatMap((path) => Object.entries(path).filter(([method]) => method !== 'get'))
    .flatMap(([, { operationId: id }]) =>
      id === undefined ? [] : (kinds[id]?.map((kind) => `${id}:${kind}`) ?? [id]),
    );
}
