/** Words of a paper: blocks of text in which what stands in braces is filled in when it is made. */

/** May stand in the words of every paper, since every paper has them. */
export const COMMON_FIELDS = {
  officeName: '单位',
  officeTelephone: '单位电话',
  officeAddress: '单位地址',
  number: '编号',
  day: '日期',
} as const;
export type CommonField = keyof typeof COMMON_FIELDS;

/** What the words of one kind may say: by name, how each field is written between the braces, and what a block must not lack. */
export interface WordsRule<Field extends string = string, Block extends string = string> {
  readonly fields: Readonly<Record<Field, string>>;
  readonly words: Readonly<Record<Block, string>>;
  readonly needed: Readonly<Partial<Record<Block, readonly (NoInfer<Field> | CommonField)[]>>>;
}

export interface WordsDefect {
  readonly block: string;
  readonly code: 'lacks' | 'unknownField' | 'brace' | 'tooLong' | 'unknownBlock';
  /** The word in braces that is meant. */
  readonly word?: string;
}

const BRACED = /\{([^{}]*)\}/g;
const SENTENCE_ENDS = /(?<=[。！？\n])/;
export const LONGEST_BLOCK = 2_000;

/** All of them at once, block by block; a block that is left out keeps the program's own words. */
export function wordsDefects(rule: WordsRule, words: Readonly<Record<string, string>>): WordsDefect[] {
  return Object.entries(words).flatMap(([block, text]) =>
    block in rule.words
      ? blockDefects(rule, block, text).map((defect): WordsDefect => ({ block, ...defect }))
      : [{ block, code: 'unknownBlock' as const }],
  );
}

function blockDefects(rule: WordsRule, block: string, text: string): Omit<WordsDefect, 'block'>[] {
  const known = fieldWords(rule);
  const said = new Set([...text.matchAll(BRACED)].map(([, word]) => word ?? ''));
  const needed = (rule.needed[block] ?? []).map((field) => known[field] ?? field);
  return [
    ...needed.filter((word) => !said.has(word)).map((word) => ({ code: 'lacks', word }) as const),
    ...[...said]
      .filter((word) => !Object.values(known).includes(word))
      .map((word) => ({ code: 'unknownField', word }) as const),
    ...(/[{}]/.test(text.replaceAll(BRACED, '')) ? [{ code: 'brace' } as const] : []),
    ...([...text].length > LONGEST_BLOCK ? [{ code: 'tooLong' } as const] : []),
  ];
}

export const fieldWords = (rule: Pick<WordsRule, 'fields'>): Readonly<Record<string, string>> => ({
  ...COMMON_FIELDS,
  ...rule.fields,
});

/** A sentence whose field is empty is not said: an office without a telephone asks nobody to call it. @throws RangeError for a field that nothing is known of: words are checked before they are kept */
export function fillWords<Block extends string>(
  rule: Pick<WordsRule, 'fields'>,
  words: Readonly<Record<Block, string>>,
  values: Readonly<Record<string, string>>,
): Record<Block, string> {
  const names = new Map(Object.entries(fieldWords(rule)).map(([name, word]) => [word, name]));
  const valueOf = (word: string): string => {
    const value = values[names.get(word) ?? ''];
    if (value === undefined) throw new RangeError(`no field {${word}}`);
    return value;
  };
  const isKnown = (sentence: string): boolean =>
    [...sentence.matchAll(BRACED)].every(([, word = '']) => valueOf(word) !== '');
  const fill = (text: string): string =>
    text
      .split(SENTENCE_ENDS)
      .filter(isKnown)
      .join('')
      .replaceAll(BRACED, (_, word: string) => valueOf(word));
  return Object.fromEntries(Object.entries<string>(words).map(([block, text]) => [block, fill(text)])) as Record<
    Block,
    string
  >;
}
