import { GlobalOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { Link } from 'wouter'
import { Mark } from '../entry/mark.tsx'
import { setLocale, useLocale, useTexts } from '../texts/use-texts.ts'
import { useDeskState } from './desk-context.tsx'
import { PresenceMenu } from './presence-menu.tsx'
import { Sections } from './sections.tsx'
import { UserMenu } from './user-menu.tsx'

export function TopBar() {
  const texts = useTexts()
  return (
    <header className="top-bar">
      <Link to="/" className="brand" aria-label={texts.toDesk}>
        <Mark size={26} />
        <span>{texts.app}</span>
      </Link>
      <Sections />
      <ReceptionTag />
      <span className="spread" />
      <PresenceMenu />
      <LocaleSwitch />
      <UserMenu />
    </header>
  )
}

function LocaleSwitch() {
  const texts = useTexts()
  const locale = useLocale()
  return (
    <Tooltip title={locale === 'zh' ? 'English' : '中文'}>
      <Button
        type="text"
        className="locale-switch"
        icon={<GlobalOutlined />}
        aria-label={texts.language}
        onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
      >
        <span className="wide-only">{locale === 'zh' ? 'EN' : '中'}</span>
      </Button>
    </Tooltip>
  )
}

function ReceptionTag() {
  const texts = useTexts()
  const reception = useDeskState((state) => state.reception)
  if (!reception) return null

  const mode = texts.mode[reception.mode]
  const first = reception.mode === 'auto' ? texts.mode[reception.first] : ''
  return (
    <Tooltip title={texts.modeHint(mode, first)}>
      <Link to="/settings/reception" className={`reception-tag ${reception.mode}`}>
        <i aria-hidden="true" />
        {mode}
        {first ? <span className="wide-only"> · {first}</span> : null}
      </Link>
    </Tooltip>
  )
}
