import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
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

/** What the first pages say, or all that there is: one language is loaded, the other only when somebody asks for it. */
const loadFirst: Record<Language, () => Promise<Words>> = {
  'zh-CN': async () => ({ messages: (await import('./zh-cn/first.ts')).first }),
  en: async () => ({ messages: (await import('./en/first.ts')).first }),
};

/** What the others say, and what antd says by itself. */
const loadRest: Partial<Record<Language, () => Promise<Words>>> = {
  'zh-CN': async () => {
    const [{ rest }, antd] = await Promise.all([import('./zh-cn/rest.ts'), import('antd/es/locale/zh_CN.js')]);
    return { messages: rest, antd: antd.default };
  },
  en: async () => {
    const [{ rest }, antd] = await Promise.all([import('./en/rest.ts'), import('antd/es/locale/en_US.js')]);
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
    interpolation: { escapeValue: false },
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
}

async function loadWords(language: Language): Promise<void> {
  if (!begun.has(language)) {
    keep(language, await loadFirst[language]());
    begun.add(language);
  }
  if (!wantsAll || complete.has(language)) return;
  const rest = await loadRest[language]?.();
  if (rest) keep(language, rest);
  complete.add(language);
}

function keep(language: Language, { messages, antd }: Words): void {
  i18next.addResourceBundle(language, 'translation', messages);
  if (antd) antdLocales.set(language, antd);
}
