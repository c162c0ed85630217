/** The colours of styles/palette.css, and our measures, for the parts that come from antd. */
import { theme as antdTheme, type ThemeConfig } from 'antd';
import type { Appearance } from './styles/pick-appearance.ts';

/** @param colour the value of a name of the palette as it is shown now */
export function themeOf(appearance: Appearance, colour: (name: string) => string): ThemeConfig {
  return {
    algorithm: appearance === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      ...colours(colour),
      borderRadius: 6,
      fontSize: 14,
      fontFamily: 'inherit',
      // What slides away moves the button beneath it from under the pointer, and the click is lost.
      motion: false,
      // Half transparent, the words of a busy button are not read.
      opacityLoading: 1,
    },
    components: { Button: { primaryColor: colour('on-brand'), defaultBg: colour('field') } },
  };
}

/** Each is said: the algorithm would make its own of those that are left out. */
function colours(colour: (name: string) => string): ThemeConfig['token'] {
  return {
    colorPrimary: colour('brand'),
    colorPrimaryHover: colour('brand-hover'),
    colorPrimaryActive: colour('brand-hover'),
    colorPrimaryBg: colour('brand-soft'),
    colorPrimaryBgHover: colour('brand-soft'),
    colorPrimaryBorder: colour('brand'),
    colorLink: colour('brand'),
    colorLinkHover: colour('brand-hover'),
    colorInfo: colour('brand'),
    colorInfoBg: colour('brand-soft'),
    colorInfoBorder: colour('brand-line'),
    colorError: colour('seal'),
    colorErrorHover: colour('seal-ink'),
    colorErrorActive: colour('seal-ink'),
    colorErrorText: colour('seal-ink'),
    colorErrorBorderHover: colour('seal-ink'),
    colorErrorBg: colour('seal-soft'),
    colorErrorBorder: colour('seal-line'),
    colorWarning: colour('amber'),
    colorWarningBg: colour('amber-soft'),
    colorSuccess: colour('green'),
    colorSuccessBg: colour('green-soft'),
    colorText: colour('ink'),
    colorTextHeading: colour('ink'),
    colorTextSecondary: colour('ink-soft'),
    colorTextTertiary: colour('placeholder'),
    colorTextDescription: colour('ink-soft'),
    colorTextPlaceholder: colour('placeholder'),
    colorTextDisabled: colour('placeholder'),
    colorTextLightSolid: colour('on-brand'),
    colorWhite: colour('on-brand'),
    colorIcon: colour('ink-soft'),
    colorBorder: colour('control'),
    colorBorderSecondary: colour('line'),
    colorBgContainer: colour('field'),
    colorBgContainerDisabled: colour('grey-soft'),
    colorBgElevated: colour('raised'),
    colorBgLayout: colour('paper'),
  };
}
