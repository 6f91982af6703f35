import { GlobalOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'
import { Mark } from '../entry/mark.tsx'
import { TodoCount } from '../follow-ups/todo-count.tsx'
import { setLocale, useLocale, useTexts } from '../texts/use-texts.ts'
import { useDeskState } from './desk-context.tsx'
import { PresenceMenu } from './presence-menu.tsx'
import { UserMenu } from './user-menu.tsx'

export function TopBar() {
  const texts = useTexts()
  const [inSettings] = useRoute('/settings/*?')
  const [inCases] = useRoute('/cases/*?')
  const [inHistory] = useRoute('/history/*?')
  const [inConversation] = useRoute('/conversations/*?')
  const reading = inHistory || inConversation
  const [inReports] = useRoute('/reports')
  const [inTodos] = useRoute('/todos')
  const openCases = useDeskState((state) => state.openCases)
  return (
    <header className="top-bar">
      <Link to="/" className="brand" aria-label={texts.toDesk}>
        <Mark size={26} />
        <span>{texts.app}</span>
      </Link>
      <nav className="sections">
        <Section to="/" here={!inSettings && !inCases && !reading && !inReports && !inTodos} name={texts.nav.desk} />
        <Section to="/cases" here={inCases} name={texts.nav.cases}>
          {openCases > 0 ? (
            <span className="count" title={texts.cases.openCount(openCases)}>
              {openCases > 99 ? '99+' : openCases}
            </span>
          ) : null}
        </Section>
        <Section to="/todos" here={inTodos} name={texts.todos.title}>
          <TodoCount />
        </Section>
        <Section to="/history" here={reading} name={texts.nav.history} />
        <Section to="/reports" here={inReports} name={texts.nav.reports} />
        <Section to="/settings/reception" here={inSettings} name={texts.nav.settings} />
      </nav>
      <ReceptionTag />
      <span className="spread" />
      <PresenceMenu />
      <LocaleSwitch />
      <UserMenu />
    </header>
  )
}

interface SectionProps {
  readonly to: string
  readonly here: boolean
  readonly name: string
  readonly children?: ReactNode
}

function Section({ to, here, name, children }: SectionProps) {
  return (
    <Link to={to} className={here ? 'here' : ''} aria-current={here ? 'page' : undefined}>
      <span>
        {name}
        {children}
      </span>
    </Link>
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
