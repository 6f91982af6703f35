import { theme as antdTheme, type ThemeConfig } from 'antd'

/** antd in our colours; the same values as in `styles/base.css`. Every text colour passes 4.5:1 on its ground. */
const LIGHT: ThemeConfig['token'] = {
  colorPrimary: '#2257c4',
  colorPrimaryHover: '#1b48a6',
  colorInfo: '#2257c4',
  colorLink: '#2257c4',
  colorLinkHover: '#1b48a6',
  colorSuccess: '#1a7a44',
  colorWarning: '#a3570a',
  colorError: '#c3261f',
  colorText: '#1b2330',
  colorTextSecondary: '#465063',
  colorTextTertiary: '#626c7e',
  colorTextDescription: '#626c7e',
  colorTextPlaceholder: '#6b7585',
  colorBorder: '#c6cdd8',
  colorBorderSecondary: '#e3e7ed',
}

const DARK: ThemeConfig['token'] = {
  colorPrimary: '#2f66d6',
  colorPrimaryHover: '#4177e2',
  colorInfo: '#8ab0ff',
  colorLink: '#8ab0ff',
  colorLinkHover: '#a8c4ff',
  colorSuccess: '#6fd39b',
  colorWarning: '#f2b35e',
  colorError: '#ff8f87',
  colorBgBase: '#1a1e25',
  colorBgContainer: '#1a1e25',
  colorBgElevated: '#21262e',
  colorText: '#e7eaf0',
  colorTextSecondary: '#bcc4d1',
  colorTextTertiary: '#9aa5b6',
  colorTextDescription: '#9aa5b6',
  colorTextPlaceholder: '#9aa5b6',
  colorBorder: '#465060',
  colorBorderSecondary: '#2f3641',
}

/** antd's own would be as dark as the ground. */
const DARK_SLIDER = {
  railBg: '#465060',
  railHoverBg: '#465060',
  trackBg: '#2f66d6',
  trackHoverBg: '#4177e2',
  handleColor: '#8ab0ff',
}

export function toTheme(dark: boolean): ThemeConfig {
  return {
    hashed: false,
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      borderRadius: 6,
      fontSize: 14,
      fontFamily: 'var(--font)',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        contentFontSizeSM: 13,
        // What is red and filled keeps white words on a red that carries them.
        ...(dark && { colorErrorText: '#ff8f87' }),
      },
      ...(dark && { Slider: DARK_SLIDER }),
      // The fill of a button is too dark for words on a dark ground.
      ...(dark && { Dropdown: { colorPrimary: '#8ab0ff' }, Menu: { colorPrimary: '#8ab0ff' } }),
      Tag: { defaultColor: dark ? '#bcc4d1' : '#465063' },
    },
  }
}
