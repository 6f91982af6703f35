import { DownOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { TodoCount } from '../follow-ups/todo-count.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { useDeskState } from './desk-context.tsx'

interface SectionItem {
  readonly to: string
  /** The first parts of the addresses that belong to it. */
  readonly parts: readonly string[]
  readonly name: string
  readonly count?: ReactNode
  /** One address that is its own, and no longer the section's that it lies in. */
  readonly page?: string
  /** Where there is little room it stands behind 更多. */
  readonly folded?: true
}

/** The ways to the pages of the console; on a narrow screen those seldom gone stand in a menu. */
export function Sections() {
  const { nav } = useTexts()
  const [location, navigate] = useLocation()
  const part = location.split('/')[1] ?? ''
  const sections = useSections()
  const own = sections.find(({ page }) => page === location)
  const isHere = (section: SectionItem) => (own ? section === own : section.parts.includes(part))
  const folded = sections.filter((section) => section.folded)
  const within = folded.find(isHere)
  const items = folded.map(({ to, name }) => ({ key: to, label: name, onClick: () => navigate(to) }))

  return (
    <nav className="sections" aria-label={nav.sections}>
      {sections.map((section) => (
        <Section key={section.to} section={section} here={isHere(section)} />
      ))}
      <Dropdown menu={{ items, selectedKeys: within ? [within.to] : [] }} trigger={['click']}>
        <button type="button" className={within ? 'sections-more here' : 'sections-more'}>
          {within?.name ?? nav.more} <DownOutlined aria-hidden />
        </button>
      </Dropdown>
    </nav>
  )
}

function useSections(): readonly SectionItem[] {
  const { nav, todos, figures } = useTexts()
  const own = useDeskState((state) => state.me.role === 'agent')
  const today = {
    to: '/reports/today',
    parts: [],
    page: '/reports/today',
    name: figures.tabs.today,
    folded: true,
  } as const
  return [
    { to: '/', parts: ['', 'customers'], name: nav.desk },
    ...(own ? [] : [today]),
    { to: '/cases', parts: ['cases'], name: nav.cases, count: <OpenCases /> },
    { to: '/todos', parts: ['todos'], name: todos.title, count: <TodoCount /> },
    { to: '/history', parts: ['history', 'conversations'], name: nav.history, folded: true },
    { to: '/knowledge', parts: ['knowledge'], name: nav.knowledge, folded: true },
    { to: '/reports', parts: ['reports'], name: nav.reports, folded: true },
    { to: '/settings/reception', parts: ['settings'], name: nav.settings, folded: true },
  ]
}

function OpenCases() {
  const { cases } = useTexts()
  const open = useDeskState((state) => state.openCases)
  if (open === 0) return null
  return (
    <span className="count" title={cases.openCount(open)}>
      {open > 99 ? '99+' : open}
    </span>
  )
}

function Section({ section, here }: { readonly section: SectionItem; readonly here: boolean }) {
  const { to, name, count, folded } = section
  const classes = [here ? 'here' : '', folded ? 'folded' : ''].filter((one) => one !== '')
  return (
    <Link to={to} className={classes.join(' ')} aria-current={here ? 'page' : undefined}>
      <span>
        {name}
        {count}
      </span>
    </Link>
  )
}
