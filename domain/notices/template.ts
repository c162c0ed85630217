/** Texts of messages as the office words them: what stands in braces is filled in when one is sent. */

/** `formerNumber`: to whoever has a number that is none any more, of whatever kind the message was. */
export const TEMPLATE_KINDS = ['acceptance', 'completion', 'contactChanged', 'formerNumber'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export const TEMPLATE_LANGUAGES = ['zh-CN', 'en'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

export const FIELDS = ['officeName', 'statusCode', 'day', 'telephone'] as const;
export type TemplateField = (typeof FIELDS)[number];
export type FieldValues = Readonly<Record<TemplateField, string>>;

/** How a field is written between the braces, by whoever writes in the language. */
export const FIELD_WORDS: Readonly<Record<TemplateLanguage, Readonly<Record<TemplateField, string>>>> = {
  'zh-CN': { officeName: '单位', statusCode: '查询码', day: '日期', telephone: '电话' },
  en: { officeName: 'office', statusCode: 'code', day: 'date', telephone: 'telephone' },
};

/** What the person must read in it; `day` may stand where it is needed or allowed. */
const NEEDED: Readonly<Record<TemplateKind, readonly TemplateField[]>> = {
  acceptance: ['officeName', 'statusCode', 'day', 'telephone'],
  completion: ['officeName', 'statusCode', 'day', 'telephone'],
  contactChanged: ['officeName', 'statusCode', 'telephone'],
  formerNumber: ['officeName', 'telephone'],
};
export const neededFields = (kind: TemplateKind): readonly TemplateField[] => NEEDED[kind];

/** The Chinese ones are one message each (70 characters) with an office name of 16 characters and a telephone of 13. */
export const DEFAULT_TEMPLATES: Readonly<Record<TemplateLanguage, Readonly<Record<TemplateKind, string>>>> = {
  'zh-CN': {
    acceptance: '【{单位}】养老保险转移{日期}已受理，查询码{查询码}，电话{电话}',
    completion: '【{单位}】养老保险转移{日期}已办结，查询码{查询码}，电话{电话}',
    contactChanged: '【{单位}】您的电话已更正，今后通知发至本号码，查询码{查询码}，电话{电话}',
    formerNumber: '【{单位}】本号码不再接收我中心的通知；此前如有误发，请忽略并删除。电话{电话}。',
  },
  en: {
    acceptance: '[{office}] Your pension transfer was accepted on {date}. Code {code}, telephone {telephone}.',
    completion: '[{office}] Your pension transfer was completed on {date}. Code {code}, telephone {telephone}.',
    contactChanged:
      '[{office}] Your telephone number was corrected; notices come to this one. Code {code}, telephone {telephone}.',
    formerNumber:
      '[{office}] This number gets no more notices from us; please delete what came by mistake. Telephone {telephone}.',
  },
};

/** Whoever reads another language is written to in the office's own. */
export const templateLanguage = (language: string): TemplateLanguage =>
  TEMPLATE_LANGUAGES.find((known) => known === language) ?? 'zh-CN';

export interface TemplateDefect {
  readonly code: 'lacks' | 'unknownField' | 'notHere' | 'brace' | 'link' | 'tooLong';
  /** The word in braces that is meant. */
  readonly word?: string;
}

const BRACED = /\{([^{}]*)\}/g;
/** Whoever gets a message with an address in it cannot tell it from a fraud. */
const LINK = /https?:|www\.|\b[a-z0-9-]+\.(com|cn|net|org)\b/i;
export const LONGEST_TEMPLATE = 300;

/** All of them at once; what a message says beside its fields is the office's own. */
export function templateDefects(kind: TemplateKind, language: TemplateLanguage, text: string): TemplateDefect[] {
  const words = FIELD_WORDS[language];
  const said = [...text.matchAll(BRACED)].map(([, word]) => word ?? '');
  const needed = neededFields(kind);
  const known = Object.values(words);
  const rest = text.replaceAll(BRACED, '');
  return [
    ...needed
      .filter((field) => !said.includes(words[field]))
      .map((field) => ({ code: 'lacks', word: words[field] }) as const),
    ...[...new Set(said)].flatMap((word): TemplateDefect[] => {
      if (!known.includes(word)) return [{ code: 'unknownField', word }];
      return needed.some((field) => words[field] === word) ? [] : [{ code: 'notHere', word }];
    }),
    ...(/[{}]/.test(rest) ? [{ code: 'brace' } as const] : []),
    ...(LINK.test(rest) ? [{ code: 'link' } as const] : []),
    ...([...text].length > LONGEST_TEMPLATE ? [{ code: 'tooLong' } as const] : []),
  ];
}

export function fillTemplate(language: TemplateLanguage, text: string, values: FieldValues): string {
  const words = FIELD_WORDS[language];
  return text.replaceAll(BRACED, (braced, word: string) => {
    const field = FIELDS.find((name) => words[name] === word);
    return field ? values[field] : braced;
  });
}
