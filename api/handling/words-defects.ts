/** What is wrong with words of a paper, block by block, as a refusal says it. */
import { kindOf } from '../../documents/kinds/index.ts';
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import { wordsDefects, type WordsDefect } from '../../domain/documents/words.ts';
import type { Defect } from '../../domain/errors.ts';

const SAID: Readonly<Record<WordsDefect['code'], string>> = {
  lacks: 'What must be filled in is missing',
  unknownField: 'Nothing can be filled in here',
  brace: 'A brace stands alone.',
  tooLong: 'At most 2000 characters.',
  unknownBlock: 'This kind has no such block.',
};

/** All of them, each with its block. */
export const defectsInWords = (kind: DocumentKindName, words: Readonly<Record<string, string>>): Defect[] =>
  wordsDefects(kindOf(kind), words).map(({ block, code, word }) => ({
    field: `words.${block}`,
    code,
    message: word === undefined ? SAID[code] : `${SAID[code]}: {${word}}`,
  }));
