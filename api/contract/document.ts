/** openapi.yaml as the validator needs it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';

interface Schema {
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  [member: string]: unknown;
}

interface ContractDocument {
  readonly openapi: string;
  readonly paths: Record<string, object>;
  readonly components: { schemas: Record<string, Schema> };
}

/** It lies beside api/ in the source tree and in a build (scripts/build/assets.ts). */
export const CONTRACT_FILE = fileURLToPath(new URL('../../openapi.yaml', import.meta.url));

/** Each choice by discriminator becomes if/then: the validator would stop at the first defect of the chosen branch. */
export function readContract(): ContractDocument {
  const contract = load(readFileSync(CONTRACT_FILE, 'utf8')) as ContractDocument;
  for (const [name, schema] of Object.entries(contract.components.schemas)) {
    const { propertyName, mapping } = schema.discriminator ?? {};
    if (propertyName && mapping) contract.components.schemas[name] = conditional(propertyName, mapping);
  }
  return contract;
}

function conditional(propertyName: string, mapping: Record<string, string>): Schema {
  return {
    type: 'object',
    required: [propertyName],
    properties: { [propertyName]: { type: 'string', enum: Object.keys(mapping) } },
    allOf: Object.entries(mapping).map(([value, branch]) => ({
      if: { required: [propertyName], properties: { [propertyName]: { const: value } } },
      then: { $ref: branch },
    })),
  };
}

/** The address of an operation that reads, as the contract writes it: what stands in braces is a parameter. */
export function addressOf(operation: string): string {
  addresses ??= new Map(
    Object.entries(readContract().paths).flatMap(([address, { get }]: [string, { get?: { operationId?: string } }]) =>
      get?.operationId ? [[get.operationId, address] as const] : [],
    ),
  );
  const address = addresses.get(operation);
  if (address === undefined) throw new Error(`${operation} is no question`);
  return address;
}

let addresses: Map<string, string> | undefined;
