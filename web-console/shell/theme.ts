import type { ThemeConfig } from 'antd'

/** antd in our colours; the same values as in `styles/base.css`. Every text colour passes 4.5:1 on white. */
export const THEME: ThemeConfig = {
  hashed: false,
  token: {
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
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'var(--font)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', contentFontSizeSM: 13 },
    Tag: { defaultColor: '#465063' },
  },
}
