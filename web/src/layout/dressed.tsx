import { ConfigProvider } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { antdLocale } from '../i18n/index.ts';
import { useAppearance } from '../styles/appearance.ts';
import { themeOf } from '../theme.ts';

/** Around what is made of antd: our colours as they are shown now, and the language that is shown. */
export function Dressed({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const locale = antdLocale(i18n.language);
  const appearance = useAppearance();
  const theme = useMemo(() => themeOf(appearance, colourNow), [appearance]);
  return (
    // Without the last antd puts a blank into buttons of two Chinese characters.
    <ConfigProvider
      {...(locale && { locale })}
      direction={i18n.dir()}
      theme={theme}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}

const colourNow = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
