import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useLocale } from '../texts/use-texts.ts'
import { toTheme } from './theme.ts'
import { useDark } from './use-theme.ts'

/** The server writes a fresh nonce into the page; antd signs the styles that it adds with it. */
function readNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
}

// Over the document's body antd would lock scrolling with a style that it does not sign; ours never scrolls.
function findLayers(): HTMLElement {
  return document.getElementById('layers') ?? document.body
}

const CSP = { nonce: readNonce() }
const LOCALES = { zh: zhCN, en: enUS }

interface FrameProps {
  readonly className?: string
  readonly children: ReactNode
}

/** What antd needs around it: our colours, the language, the nonce of the page. */
export function Frame({ className = '', children }: FrameProps) {
  const locale = useLocale()
  const dark = useDark()
  const theme = useMemo(() => toTheme(dark), [dark])
  return (
    <ConfigProvider
      csp={CSP}
      getPopupContainer={findLayers}
      theme={theme}
      locale={LOCALES[locale]}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App className={className} message={{ maxCount: 3, top: 56 }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
