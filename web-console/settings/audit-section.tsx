import { DownloadOutlined, FileSearchOutlined } from '@ant-design/icons'
import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { AuditChoices, AuditPage, AuditView } from '../../src/protocol/audit.ts'
import { request } from '../net/http.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { useAttempt } from './use-attempt.ts'
import './audit.css'

const DAY = 86_400_000
const PERIODS = ['all', 'today', 'week', 'month'] as const
type Period = (typeof PERIODS)[number]

interface Filters {
  readonly actor: string
  readonly area: string
  readonly period: Period
}

/** Who changed what. For supervisors and owners: the server tells agents so. */
export function AuditSection() {
  const { audit } = useTexts()
  const [filters, setFilters] = useState<Filters>({ actor: '', area: '', period: 'all' })
  const [now] = useState(Date.now)
  const query = queryOf(filters, now)
  return (
    <>
      <p className="intro">{audit.intro}</p>
      <div className="audit-bar">
        <AuditFilters filters={filters} onChange={setFilters} />
        <Button icon={<DownloadOutlined />} href={`/api/v1/audit-export?${query}`} download="audit.csv">
          {audit.export}
        </Button>
      </div>
      <Entries key={query} query={query} />
    </>
  )
}

function queryOf({ actor, area, period }: Filters, now: number): string {
  const from = {
    all: undefined,
    today: new Date(now).setHours(0, 0, 0, 0),
    week: now - 7 * DAY,
    month: now - 30 * DAY,
  }[period]
  return new URLSearchParams({
    ...(actor !== '' && { actor }),
    ...(area !== '' && { area }),
    ...(from !== undefined && { from: String(from) }),
  }).toString()
}

interface AuditFiltersProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

function AuditFilters({ filters, onChange }: AuditFiltersProps) {
  const { audit } = useTexts()
  const { loaded } = useLoaded<AuditChoices>('/api/v1/audit-choices')
  const choices = loaded.kind === 'ready' ? loaded.value : { actors: [], areas: [] }
  const everybody = { value: '', label: audit.everybody }
  const everything = { value: '', label: audit.everything }
  const nameOf = (area: string) => ({ value: area, label: audit.areas[area] ?? area })
  return (
    <>
      <Select
        value={filters.actor}
        aria-label={audit.who}
        options={[everybody, ...choices.actors.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(actor) => onChange({ ...filters, actor })}
      />
      <Select
        value={filters.area}
        aria-label={audit.area}
        options={[everything, ...choices.areas.map(nameOf)]}
        onChange={(area) => onChange({ ...filters, area })}
      />
      <Select
        value={filters.period}
        aria-label={audit.period}
        options={PERIODS.map((value) => ({ value, label: audit.periods[value] }))}
        onChange={(period) => onChange({ ...filters, period })}
      />
    </>
  )
}

function Entries({ query }: { readonly query: string }) {
  const texts = useTexts()
  const { audit } = texts
  const { loaded, reload } = useLoaded<AuditPage>(`/api/v1/audit?${query}`)
  const [older, setOlder] = useState<AuditPage>()
  const { attempt, busy } = useAttempt()
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 8 }} />

  const entries = [...loaded.value.entries, ...(older?.entries ?? [])]
  const last = entries.at(-1)
  if (!last) return <Blank icon={<FileSearchOutlined />} title={audit.none} hint={audit.noneHint} />

  const loadMore = () =>
    attempt(async () => {
      const place = `before=${last.at}&beforeId=${encodeURIComponent(last.id)}`
      const page = await request<AuditPage>('GET', `/api/v1/audit?${query}&${place}`)
      setOlder({ entries: [...(older?.entries ?? []), ...page.entries], more: page.more })
    })
  return (
    <>
      <ol className="audit-list">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {(older ?? loaded.value).more ? (
        <Button block loading={busy} onClick={() => void loadMore()}>
          {texts.more}
        </Button>
      ) : null}
    </>
  )
}

function Entry({ entry }: { readonly entry: AuditView }) {
  const { audit } = useTexts()
  const locale = useLocale()
  const { at, actor, actorName, action, target, targetName, detail } = entry
  const who = actorName ?? (actor === 'system' ? audit.system : isShoppers(action) ? audit.shopper : audit.formerly)
  const facts = Object.entries(detail).filter(([, value]) => value !== '')
  return (
    <li className="audit-entry">
      <time>{formatMoment(at, locale)}</time>
      <p>
        <b>{who}</b> {audit.actions[action] ?? action}
        {targetName === undefined ? null : <i className="chip quiet">{targetName}</i>}
      </p>
      <small>
        {audit.target} <code>{target}</code>
        {facts.map(([name, value]) => (
          <span key={name}>
            {name}: {value}
          </span>
        ))}
      </small>
    </li>
  )
}

/** What shoppers do is written down by their own ids. */
function isShoppers(action: string): boolean {
  return action === 'order.proof_failed' || action === 'message.recalled'
}
