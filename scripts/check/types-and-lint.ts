/**
 * Types and lint of one tsconfig, of one program: what the compiler has found out about a type, the rules need not find out again.
 * `node --import tsx scripts/check/types-and-lint.ts <tsconfig.json> <folder> [folder left out]`
 */
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';

const [config, folder, leftOut] = process.argv.slice(2);
if (config === undefined || folder === undefined) throw new Error('Say which tsconfig.json, and which folder to lint.');

const program = programOf(config);
const diagnostics = [...program.getConfigFileParsingDiagnostics(), ...ts.getPreEmitDiagnostics(program)];
if (diagnostics.length > 0) console.log(toldInColour(diagnostics));
const lint = await lintWith(program, folder, leftOut);
if (lint !== '') console.log(lint);
if (diagnostics.length > 0 || lint !== '') process.exitCode = 1;

/** As `tsc -p file --noEmit` makes it. */
function programOf(file: string): ts.Program {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (found: ts.Diagnostic) => fail(toldInColour([found])),
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(file, { noEmit: true }, host);
  if (!parsed) return fail(`There is no ${file}.`);
  return ts.createProgram({
    rootNames: parsed.fileNames,
    options: parsed.options,
    configFileParsingDiagnostics: parsed.errors,
    ...(parsed.projectReferences && { projectReferences: parsed.projectReferences }),
  });
}

/** As `eslint . --max-warnings 0` with the same configuration; a file that the program does not know is an error. */
async function lintWith(known: ts.Program, inside: string, outside: string | undefined): Promise<string> {
  const eslint = new ESLint({
    overrideConfig: [
      { ignores: outside === undefined ? [] : [`${outside}/`] },
      {
        files: ['**/*.{ts,tsx}'],
        languageOptions: { parserOptions: { projectService: false, programs: [known] } },
      },
    ] satisfies Linter.Config[],
  });
  const results = await eslint.lintFiles([inside]);
  const formatter = await eslint.loadFormatter('stylish');
  return results.some(({ messages }) => messages.length > 0) ? formatter.format(results) : '';
}

function toldInColour(found: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnosticsWithColorAndContext(found, {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  });
}

function fail(why: string): never {
  throw new Error(why);
}
