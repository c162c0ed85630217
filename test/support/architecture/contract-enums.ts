import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import ts from 'typescript';

const OPENAPI = new URL('../../../openapi.yaml', import.meta.url);
const CONTRACT = new URL('../../../api/contract.generated.ts', import.meta.url);

const tree = ts.createSourceFile('contract.ts', readFileSync(CONTRACT, 'utf8'), ts.ScriptTarget.Latest, true);

/** The members of an enum of the contract: `Step`, or `Notice.state` for one that stands inside a schema. */
export function contractEnum(path: string): string[] {
  const components = tree.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === 'components',
  );
  let members: readonly ts.TypeElement[] = components?.members ?? [];
  let type: ts.TypeNode | undefined;
  for (const name of ['schemas', ...path.split('.')]) {
    const member = members.find((one) => one.name && ts.isIdentifier(one.name) && one.name.text === name);
    type = member && ts.isPropertySignature(member) ? member.type : undefined;
    members = type && ts.isTypeLiteralNode(type) ? type.members : [];
  }
  if (!type) throw new Error(`the contract has no schema ${path}`);
  return literals(type);
}

function literals(type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literals);
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
}

/** The pattern of a named text of the contract. */
export function contractPattern(schema: string): string {
  const contract = load(readFileSync(OPENAPI, 'utf8')) as {
    components: { schemas: Record<string, { pattern?: string }> };
  };
  const { pattern } = contract.components.schemas[schema] ?? {};
  if (pattern === undefined) throw new Error(`the contract has no pattern ${schema}`);
  return pattern;
}
