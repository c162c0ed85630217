/** No page writes a word of its own: what stands on the screen comes from the translations, or from the procedure. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../web/src');

describe('what stands on the screen', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('i18n'),
  );

  test('comes from the translations: no page writes a word of its own', () => {
    expect(files.flatMap(ownWords)).toEqual([]);
  });

  test('is seen by the check above', () => {
    const text = '<p title="Hello">{count} cases</p>';
    expect(wordsIn('page.tsx', `export const P = () => ${text};`)).toEqual(['page.tsx: Hello', 'page.tsx: cases']);
    expect(wordsIn('a.ts', `export const a = '办结';`)).toEqual(['a.ts: 办结']);
    expect(files.length).toBeGreaterThan(50);
  });
});

/** A file that the bank reads has the bank's words. */
const NOT_FOR_THE_EYE = ['pages/transfer/bank-file.ts'];

function ownWords(file: string): string[] {
  return NOT_FOR_THE_EYE.includes(file) ? [] : wordsIn(file, readFileSync(join(SOURCES, file), 'utf8'));
}

const SPOKEN = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'extra',
  'okText',
  'cancelText',
  'description',
]);

function wordsIn(file: string, source: string): string[] {
  const found: string[] = [];
  const note = (text: string): void => {
    if (/\p{L}{2,}/u.test(text)) found.push(`${file}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    else if (
      ts.isJsxAttribute(node) &&
      SPOKEN.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      note(node.initializer.text);
    } else if (ts.isStringLiteralLike(node) && /\p{Script=Han}/u.test(node.text)) note(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
