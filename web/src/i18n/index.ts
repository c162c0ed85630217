import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keptApart } from './kept-apart.ts';
import { pickLanguage, type Language } from './language.ts';
import type { Messages } from './messages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages };
  }
}

const CHOSEN = 'baton.language';

interface Words {
  readonly messages: Partial<Messages>;
  readonly antd?: Locale;
}

/** What the first pages say: one language is loaded, another only when somebody asks for it. */
const loadFirst: Record<Language, () => Promise<Words>> = {
  'zh-CN': async () => ({ messages: (await import('./zh-cn/first.ts')).first }),
  en: async () => ({ messages: (await import('./en/first.ts')).first }),
  ko: async () => ({ messages: (await import('./ko/first.ts')).first }),
  vi: async () => ({ messages: (await import('./vi/first.ts')).first }),
  fa: async () => ({ messages: (await import('./fa/first.ts')).first }),
};

/** What the others say, and what antd says by itself. */
const loadRest: Record<Language, () => Promise<Words>> = {
  'zh-CN': async () => {
    const [{ rest }, antd] = await Promise.all([import('./zh-cn/rest.ts'), import('antd/es/locale/zh_CN.js')]);
    return { messages: rest, antd: antd.default };
  },
  en: async () => {
    const [{ rest }, antd] = await Promise.all([import('./en/rest.ts'), import('antd/es/locale/en_US.js')]);
    return { messages: rest, antd: antd.default };
  },
  ko: async () => {
    const [{ rest }, antd] = await Promise.all([import('./ko/rest.ts'), import('antd/es/locale/ko_KR.js')]);
    return { messages: rest, antd: antd.default };
  },
  vi: async () => {
    const [{ rest }, antd] = await Promise.all([import('./vi/rest.ts'), import('antd/es/locale/vi_VN.js')]);
    return { messages: rest, antd: antd.default };
  },
  fa: async () => {
    const [{ rest }, antd] = await Promise.all([import('./fa/rest.ts'), import('antd/es/locale/fa_IR.js')]);
    return { messages: rest, antd: antd.default };
  },
};

const antdLocales = new Map<string, Locale>();
const begun = new Set<Language>();
const complete = new Set<Language>();
let wantsAll = false;

export function antdLocale(language: string): Locale | undefined {
  return antdLocales.get(language);
}

let started: Promise<void> | undefined;

/** Once, however often it is asked for. */
export function startLanguage(): Promise<void> {
  return (started ??= start());
}

async function start(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    // React escapes what it shows; here a value is only kept apart from the writing around it.
    interpolation: { escapeValue: true, escape: keptApart },
  });
  await showLanguage(pickLanguage(localStorage.getItem(CHOSEN), navigator.languages));
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(CHOSEN, language);
  await showLanguage(language);
}

/** Before a page that says more than the first ones do. */
export async function loadAllWords(): Promise<void> {
  wantsAll = true;
  await loadWords(i18next.language as Language);
}

async function showLanguage(language: Language): Promise<void> {
  await loadWords(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}

async function loadWords(language: Language): Promise<void> {
  if (!begun.has(language)) {
    keep(language, await loadFirst[language]());
    begun.add(language);
  }
  if (!wantsAll || complete.has(language)) return;
  keep(language, await loadRest[language]());
  complete.add(language);
}

function keep(language: Language, { messages, antd }: Words): void {
  i18next.addResourceBundle(language, 'translation', messages);
  if (antd) antdLocales.set(language, antd);
}
