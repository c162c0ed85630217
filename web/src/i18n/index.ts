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

interface LoadedLanguage {
  readonly messages: Messages;
  readonly antd: Locale;
}

/** One language is loaded, another only when somebody asks for it. */
const load: Record<Language, () => Promise<LoadedLanguage>> = {
  'zh-CN': async () => {
    const [{ zhCN }, antd] = await Promise.all([import('./zh-cn/index.ts'), import('antd/es/locale/zh_CN.js')]);
    return { messages: zhCN, antd: antd.default };
  },
  en: async () => {
    const [{ en }, antd] = await Promise.all([import('./en/index.ts'), import('antd/es/locale/en_US.js')]);
    return { messages: en, antd: antd.default };
  },
  ko: async () => {
    const [{ ko }, antd] = await Promise.all([import('./ko/index.ts'), import('antd/es/locale/ko_KR.js')]);
    return { messages: ko, antd: antd.default };
  },
  vi: async () => {
    const [{ vi }, antd] = await Promise.all([import('./vi/index.ts'), import('antd/es/locale/vi_VN.js')]);
    return { messages: vi, antd: antd.default };
  },
  fa: async () => {
    const [{ fa }, antd] = await Promise.all([import('./fa/index.ts'), import('antd/es/locale/fa_IR.js')]);
    return { messages: fa, antd: antd.default };
  },
};

const antdLocales = new Map<string, Locale>();

export function antdLocale(language: string): Locale | undefined {
  return antdLocales.get(language);
}

export async function startLanguage(): Promise<void> {
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

async function showLanguage(language: Language): Promise<void> {
  if (!antdLocales.has(language)) {
    const { messages, antd } = await load[language]();
    antdLocales.set(language, antd);
    i18next.addResourceBundle(language, 'translation', messages);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}
