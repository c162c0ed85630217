import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AGENCY_DEFECTS } from '../../domain/agencies.ts';
import { IMPORT_CODES } from '../../domain/import-codes.ts';
import { REFUSALS } from '../../domain/errors.ts';
import { byHand, EVENT_KINDS, FACT_KINDS } from '../../domain/facts/facts.ts';
import { SCAN_MEANINGS } from '../../domain/letters/courier-codes.ts';
import { CREDIT_KEYS, CREDIT_REASONS } from '../../domain/money/credit-explanation.ts';
import { PROCEDURES } from '../../domain/procedures/index.ts';
import { CLOSINGS, ENDINGS } from '../../domain/facts/closings.ts';
import { LIMITS, PARTIES, WORD_LANGUAGES } from '../../domain/procedures/procedure.ts';
import { REASON_CODES } from '../../domain/facts/reason-codes.ts';
import { REASON_WORDS } from '../../domain/facts/reason-words.ts';
import { outcomesOf, stepNames } from '../../domain/procedures/rules.ts';
import { ROLES } from '../../domain/roles.ts';
import { en } from '../../web/src/i18n/en/index.ts';
import { fa } from '../../web/src/i18n/fa/index.ts';
import { ko } from '../../web/src/i18n/ko/index.ts';
import { LANGUAGES, pickLanguage, type Language } from '../../web/src/i18n/language.ts';
import { vi } from '../../web/src/i18n/vi/index.ts';
import { zhCN } from '../../web/src/i18n/zh-cn/index.ts';
import { importReason } from '../../web/src/pages/imports/reason-words.ts';
import { codeNames, markdownTable } from '../support/architecture/markdown-table.ts';

/** Every text by its path: `common.due.today` → "due today". */
function texts(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + name, value] as [string, string]] : texts(value as object, `${path}${name}.`),
  );
}
const english = new Map(texts(en));
const chinese = new Map(texts(zhCN));
const HAN = /\p{Script=Han}/u;
/** The letters without which nothing is said in a language. */
const LETTERS: Record<Language, RegExp> = {
  'zh-CN': HAN,
  en: /[a-z]/i,
  ko: /\p{Script=Hangul}/u,
  vi: /\p{Script=Latin}/u,
  fa: /\p{Script=Arabic}/u,
};
const TEXTS: [Language, Map<string, string>][] = [
  ['zh-CN', chinese],
  ['en', english],
  ...Object.entries({ ko, vi, fa }).map(
    ([language, messages]) => [language, new Map(texts(messages))] as [Language, Map<string, string>],
  ),
];
/** A name that is the same everywhere, or a text that is all values and marks. */
const BORROWED = new Set([
  'common.brand',
  'transfer.notices.sms',
  'exports.formats.csvUtf8',
  'exports.formats.csvGb18030',
]);
const isAllValues = (text: string): boolean => !/\p{L}/u.test(text.replace(/{{\w+}}/g, ''));
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name ?? ''))].sort();

test('every language is walked', () => {
  expect(TEXTS.map(([language]) => language).sort()).toEqual([...LANGUAGES].sort());
  expect(english.size).toBeGreaterThan(400);
});

describe.each(TEXTS)('the console in %s', (language, own) => {
  test('has the same texts as in English, and none is empty', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('puts the same values into a text', () => {
    // A form for one may say "a letter" where another counts it.
    const named = (text: string, key: string): string =>
      placeholders(text)
        .filter((name) => name !== 'count' || !/_(one|other)$/.test(key))
        .join();
    const different = [...own].filter(([key, text]) => named(text, key) !== named(english.get(key) ?? '', key));
    expect(different).toEqual([]);
  });

  test('counts wherever one text stands for several numbers', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const uncounted = [...own].filter(
      ([key, text]) => key.endsWith('_other') && categories.length === 1 && !text.includes('{{count}}'),
    );
    expect(uncounted).toEqual([]);
  });

  test('is written in its own letters', () => {
    const without = [...own].filter(
      ([key, text]) => !LETTERS[language].test(text) && !BORROWED.has(key) && !isAllValues(text),
    );
    expect(without).toEqual([]);
    if (language === 'en') expect([...own].filter(([, text]) => HAN.test(text))).toEqual([]);
  });
});

test('Vietnamese is Vietnamese: nearly all of it has its marks, and it is not English', () => {
  const vietnamese = new Map(texts(vi));
  const long = [...vietnamese].filter(([, text]) => text.length > 20);
  const marked = long.filter(([, text]) => /[\u0300-\u036f]|đ/i.test(text.normalize('NFD')));
  expect(marked.length / long.length).toBeGreaterThan(0.98);
  expect(long.filter(([key, text]) => text === english.get(key))).toEqual([]);
});

describe('the words of the console', () => {
  test('name every fact, event, role, party, ending, closing, reason of money, scan meaning, limit and refusal', () => {
    const wanted = [
      ...[...FACT_KINDS, ...EVENT_KINDS].map((kind) => `events.${kind}`),
      ...FACT_KINDS.filter(byHand).map((kind) => `facts.action.${kind}`),
      ...ROLES.flatMap((role) => [`roles.${role}`, `roleTasks.${role}`]),
      ...PARTIES.map((party) => `parties.${party}`),
      ...ENDINGS.map((ending) => `endings.${ending}`),
      ...CLOSINGS.map((closing) => `closings.${closing}`),
      ...CREDIT_KEYS.map((key) => `creditKeys.${key}`),
      ...CREDIT_REASONS.map((reason) => `creditReasons.${reason}`),
      ...SCAN_MEANINGS.map((meaning) => `scanMeanings.${meaning}`),
      ...LIMITS.filter((limit) => limit !== 'reminder' && limit !== 'escalation').map((limit) => `limits.${limit}`),
      // What a machine is told, a person never sees.
      ...Object.keys(REFUSALS)
        .filter((name) => !['bad-signature', 'stale-timestamp', 'idempotency-key-missing'].includes(name))
        .map((name) => `problems.${name}`),
    ];
    expect(wanted.filter((key) => !english.has(key))).toEqual([]);
  });
});

describe('what is said of a file', () => {
  const readers = join(import.meta.dirname, '../..');
  const source = ['imports', 'db/imported', 'domain/persons', 'domain/contributions', 'domain/core']
    .flatMap((folder) =>
      readdirSync(join(readers, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(readers, file), 'utf8'))
    .join('\n');

  /** That no reader gives another one, the compiler sees. */
  test('has words for every code that a reader can give, and for no other', () => {
    const keys = IMPORT_CODES.map((code) => `importReasons.${code}`);
    expect(keys.filter((key) => !english.has(key) || !chinese.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => key.startsWith('importReasons.') && !keys.includes(key))).toEqual([]);
    const said = [...source.matchAll(/'(\w+)'|^ {2}(\w+):/gm)].map(([, quoted, named]) => quoted ?? named);
    const given = new Set([said, AGENCY_DEFECTS].flat());
    expect(IMPORT_CODES.filter((code) => !given.has(code))).toEqual([]);
  });

  const said = (field: string, code: string, sentence: string) =>
    importReason({ field, code, sentence }, (key) => chinese.get(key));

  test('is said in words, with what only the sentence of the API knows behind them', () => {
    expect(said('公民身份号码', 'checkDigit', 'The check digit is wrong.')).toEqual({
      words: '校验位不符。',
      more: '',
    });
    expect(said('受理日期', 'dateWritten', 'Written in another way, read as 2026-05-01.').more).toBe('2026-05-01');
    const gap = 'No statement covers the days from 2026-05-02 to 2026-05-04.';
    expect(said('Stmt', 'statementGap', gap).more).toBe(gap);
  });

  test('depends on the column where the code alone does not say it', () => {
    expect(said('姓名', 'missing', '').words).toBe('没有填写。');
    expect(said('BookgDt', 'missing', '').words).toContain('camt.053');
  });

  test('is what the counter says where the ledger refused the fact, and the sentence itself where nobody knows the code', () => {
    expect(said('办理进度', 'transfer-closed', 'x').words).toBe(chinese.get('problems.transfer-closed'));
    expect(said('', 'ofTheNextRelease', 'Something new.')).toEqual({ words: 'Something new.', more: '' });
  });
});

describe.each(PROCEDURES.all)('the words of $key', (procedure) => {
  const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
  const steps = stepNames(procedure);
  const outcomes = steps.flatMap((step) => outcomesOf(procedure, step));

  test.each(LANGUAGES)('name exactly its steps and their outcomes, in %s', (language) => {
    const words = procedure.words[language];
    expect(sorted(Object.keys(words.steps))).toEqual(sorted(steps));
    expect(sorted(Object.keys(words.stepsForPerson))).toEqual(sorted(steps));
    expect(sorted(Object.keys(words.outcomes))).toEqual(sorted(outcomes));
    const said = texts(words).map(([, text]) => text);
    expect(said.filter((text) => text.trim() === '' || HAN.test(text) !== (language === 'zh-CN'))).toEqual([]);
  });
});

test.each(Object.entries(REASON_WORDS))('each reason is said in its own letters, in %s', (language, words) => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(REASON_CODES).sort());
  const letters = LETTERS[language as Language];
  expect(Object.entries(words).filter(([, text]) => !letters.test(text))).toEqual([]);
  expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
});

test('a procedure is told in the languages of the console', () => {
  expect([...WORD_LANGUAGES].sort()).toEqual([...LANGUAGES].sort());
});

const GLOSSARY = new URL('../../docs/glossary.md', import.meta.url);
const SECTIONS = {
  Closings: 'closings',
  Roles: 'roles',
  'Fact kinds': 'events',
  'Event kinds': 'events',
  'Event sources': 'sources',
  'Task kinds': 'taskKinds',
  Responsibility: 'ownerWhy',
  'Attempt endings': 'attemptEndings',
  'Letter states': 'letterStates',
  'Info form states': 'formStates',
  'Credit part states': 'partStates',
  Verdicts: 'verdicts',
  'Notice states': 'noticeStates',
  'Approval kinds': 'approvals.kinds',
  'Approval states': 'approvals.states',
  'Import kinds': 'importKinds',
} as const;

const official = (section: string): [string, string][] =>
  markdownTable(GLOSSARY, section)
    .map((row): [string, string] => [codeNames(row['code name'] ?? '')[0] ?? '', row['official term'] ?? ''])
    .filter(([, term]) => term !== '–');

test.each(['steps', 'outcomes'] as const)('procedures use the official terms of the glossary: %s', (part) => {
  const said = new Map([
    ...PROCEDURES.all.flatMap(({ words }) => Object.entries(words['zh-CN'][part])),
    ...Object.entries(part === 'outcomes' ? zhCN.endings : {}),
  ]);
  const terms = official(part === 'steps' ? 'Steps' : 'Outcomes');
  expect(terms.length).toBeGreaterThan(2);
  expect(terms.filter(([code, term]) => said.get(code) !== term)).toEqual([]);
});

test.each(Object.entries(SECTIONS))('the screens use the official terms of the glossary: %s', (section, name) => {
  const terms = official(section);
  expect(terms.length).toBeGreaterThan(2);
  expect(terms.filter(([code, term]) => chinese.get(`${name}.${code}`) !== term)).toEqual([]);
});

test('the language is the chosen one, else what the browser asks for, else Chinese', () => {
  expect(pickLanguage('en', ['zh-CN'])).toBe('en');
  expect(pickLanguage(null, ['fr', 'en-GB', 'zh'])).toBe('en');
  expect(pickLanguage(null, ['zh-TW'])).toBe('zh-CN');
  expect(pickLanguage(null, ['fil', 'fa-IR', 'ko'])).toBe('fa');
  expect(pickLanguage('klingon', ['fr'])).toBe('zh-CN');
});
