/** Nobody but a procedure's own text knows the name of a step or an outcome: a further type costs no line elsewhere. */
import { expect, test } from 'vitest';
import { PROCEDURES } from '../../../domain/procedures/index.ts';
import { outcomesOf, stepNames } from '../../../domain/procedures/rules.ts';
import { sourceFiles } from '../../support/architecture/source-files.ts';

/** The texts themselves, the checker's own lists, whoever plays or measures one type, and the tests. */
const MAY_NAME = ['domain/procedures/', 'invariants/', 'simulator/', 'bench/', 'chaos/'];
/** Words that also mean something else: a fact of that name, a state of a letter, an ending. Then only a comparison is telling. */
const OTHERWISE_USED: ReadonlySet<string> = new Set(
  [
    ['match'], // a verdict about money, and a decision about it
    ['entry', 'review'], // posts of the practice office
    ['liaisonLetter'], // the paper of that name
    ['booking'], // the booked amount
    ['sent', 'delivered', 'returned', 'lost'], // letters, texts, attempts, money
    ['entered', 'booked'], // facts
    ['refused'], // a closing, and a line of an import
    ['sentBack', 'issued'], // an info form
  ].flat(),
);

const names = PROCEDURES.all.flatMap((one) => stepNames(one).flatMap((step) => [step, outcomesOf(one, step)].flat()));
const words = [...new Set(names)];
const files = sourceFiles().filter(
  (file) => !file.isTest && !file.isGenerated && !MAY_NAME.some((folder) => file.path.startsWith(folder)),
);

const found = (pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([match]) => `${path}: ${match}`));

test('no other file holds such a name', () => {
  const plain = words.filter((word) => !OTHERWISE_USED.has(word));
  expect(plain.length).toBeGreaterThan(6);
  expect(found(new RegExp(`'(${plain.join('|')})'`, 'gu'))).toEqual([]);
});

test('no other file compares a step or an outcome with a name', () => {
  const either = `'(?:${words.join('|')})'`;
  const compared = String.raw`(?:step|outcome)\)?\s*(?:[=!]==?|<>|=|(?:not )?in\s*\()\s*${either}`;
  expect(found(new RegExp(compared, 'giu'))).toEqual([]);
  expect(found(new RegExp(String.raw`${either}\s*[=!]==?\s*[\w.]*(?:step|outcome)\b`, 'giu'))).toEqual([]);
});

test('no file besides the texts names a type', () => {
  const types = PROCEDURES.all.map(({ type }) => type).join('|');
  expect(found(new RegExp(`['"](?:(?:in|out)/)?(?:${types})(?:/[^'"]*)?['"]`, 'gu'))).toEqual([]);
});
