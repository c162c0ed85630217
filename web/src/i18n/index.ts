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

interface LoadedLanguage {
  readonly messages: Messages;
  readonly antd: Locale;
}

/** One language is loaded, the other only when somebody asks for it. */
const load: Record<Language, () => Promise<LoadedLanguage>> = {
  'zh-CN': async () => {
    const [{ zhCN }, antd] = await Promise.all([import('./zh-cn/index.ts'), import('antd/es/locale/zh_CN.js')]);
    return { messages: zhCN, antd: antd.default };
  },
  en: async () => {
    const [{ en }, antd] = await Promise.all([import('./en/index.ts'), import('antd/es/locale/en_US.js')]);
    return { messages: en, antd: antd.default };
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
    interpolation: { escapeValue: false },
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
}
