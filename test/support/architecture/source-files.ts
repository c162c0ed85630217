/** Every TypeScript file of the project with what it imports, read by TypeScript's own parser. */
import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../../..');
const BUILDER = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom']);
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'test-results']);

export interface FoundImport {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Path below the root, for a file of ours. */
  readonly target?: string;
  /** The top-level folder of the target, or its name when it lies in the root. */
  readonly area?: string;
  /** For a package of the registry. */
  readonly packageName?: string;
}
export interface SourceFile {
  readonly path: string;
  readonly area: string;
  readonly isTest: boolean;
  readonly isGenerated: boolean;
  /** Blank lines and comment lines apart. */
  readonly lines: number;
  readonly readsEnvironment: boolean;
  /** By Kysely's builder or its template. */
  readonly buildsSql: boolean;
  readonly imports: readonly FoundImport[];
  readonly text: string;
}

export function sourceFiles(): SourceFile[] {
  return paths(root).map(readSource);
}

function paths(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return paths(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

const below = (file: string): string => relative(root, file).split(sep).join('/');
const areaOf = (path: string): string => path.split('/')[0] ?? path;

function readSource(file: string): SourceFile {
  const path = below(file);
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: FoundImport[] = [];
  let readsEnvironment = false;
  let buildsSql = false;
  const visit = (node: ts.Node): void => {
    const one = importOf(node);
    if (one) found.push(located(one.specifier, one.typeOnly, file));
    if (ts.isPropertyAccessExpression(node) && node.getText(tree).replace(/\s/g, '') === 'process.env') {
      readsEnvironment = true;
    }
    if (ts.isPropertyAccessExpression(node) && BUILDER.has(node.name.text)) buildsSql = true;
    if (one?.specifier === 'kysely' && !one.typeOnly) buildsSql = true;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return {
    path,
    area: areaOf(path),
    isTest: path.startsWith('test/') || /\.test\.tsx?$/.test(path),
    isGenerated: path.endsWith('.generated.ts'),
    lines: codeLines(text),
    readsEnvironment,
    buildsSql,
    imports: found,
    text,
  };
}

/** Static, re-exporting, dynamic and `import('…')` type references alike. */
function importOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: importsTypesOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteralLike(argument) ? { specifier: argument.text, typeOnly: false } : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true };
  }
  return undefined;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name || !bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function located(specifier: string, typeOnly: boolean, from: string): FoundImport {
  if (specifier.startsWith('.')) {
    const target = below(resolve(dirname(from), specifier.replace(/\?.*$/, '')));
    return { specifier, typeOnly, target, area: areaOf(target) };
  }
  if (isBuiltin(specifier)) return { specifier, typeOnly };
  const packageName = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return { specifier, typeOnly, packageName };
}

function codeLines(text: string): number {
  const withoutBlocks = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return withoutBlocks.split('\n').filter((line) => line.trim() !== '' && !/^\s*\/\//.test(line)).length;
}
