import type { ThemeConfig } from 'antd';

/** The colours of styles/base.css for the parts that come from antd; contrast of all texts at least 4.5 to 1. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0d5c63',
    colorLink: '#0d5c63',
    colorInfo: '#0d5c63',
    colorInfoBg: '#e3f0ef',
    colorInfoBorder: '#b5d0cf',
    colorError: '#a8322a',
    colorErrorBg: '#fdf1ef',
    colorErrorBorder: '#dfaea8',
    colorWarning: '#7a5200',
    colorSuccess: '#23643f',
    colorText: '#1c2a33',
    colorTextSecondary: '#4c5b66',
    colorTextTertiary: '#5b6872',
    colorTextDescription: '#4c5b66',
    colorTextPlaceholder: '#636f78',
    colorTextDisabled: '#5b6872',
    colorBorder: '#9aa6a6',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'inherit',
    // What slides away moves the button beneath it from under the pointer, and the click is lost.
    motion: false,
  },
};
