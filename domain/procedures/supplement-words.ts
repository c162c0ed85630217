/** What people call a supplementary transfer: its steps are those of the transfer that it follows, and so are their words. */
import { WORD_LANGUAGES, type Procedure, type Steps, type WordLanguage, type Words } from './procedure.ts';

type Types = Readonly<Record<WordLanguage, string>>;

export const IN_SUPPLEMENT_TYPE: Types = {
  'zh-CN': '补转转入',
  en: 'Supplementary transfer-in',
  ko: '추가 전입',
  vi: 'Chuyển đến bổ sung',
  fa: 'انتقال تکمیلی به این محل',
};

export const OUT_SUPPLEMENT_TYPE: Types = {
  'zh-CN': '补转转出',
  en: 'Supplementary transfer-out',
  ko: '추가 전출',
  vi: 'Chuyển đi bổ sung',
  fa: 'انتقال تکمیلی از این محل',
};

/** The words of the steps and outcomes that are left of another procedure. */
export function wordsFrom({ words }: Pick<Procedure, 'words'>, types: Types, steps: Steps): Procedure['words'] {
  const outcomes = Object.values(steps).flatMap((step) => Object.keys(step.outcomes));
  const narrowed = (language: WordLanguage): Words => ({
    type: types[language],
    steps: only(words[language].steps, Object.keys(steps)),
    outcomes: only(words[language].outcomes, outcomes),
    stepsForPerson: only(words[language].stepsForPerson, Object.keys(steps)),
  });
  return Object.fromEntries(WORD_LANGUAGES.map((language) => [language, narrowed(language)])) as Procedure['words'];
}

const only = (words: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(words).filter(([name]) => names.includes(name)));
