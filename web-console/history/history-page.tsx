import { HistoryOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import { useLabelKey } from '../labels/use-label-key.ts'
import { thrownText } from '../net/refusal.ts'
import { Blank } from '../shell/blank.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ExportMenu } from './export-menu.tsx'
import { HistoryFilters } from './history-filters.tsx'
import { HistoryRow } from './history-row.tsx'
import { Reading } from './reading.tsx'
import { ReadingHead } from './reading-head.tsx'
import { useHistoryList } from './use-history-list.ts'
import { type HistoryPlace, useHistoryPlace } from './use-history-place.ts'
import '../desk/desk.css'
import '../desk/thread.css'
import '../desk/narrow.css'
import './history.css'

/** 历史会话: everything that was said, to find again; what is opened is read beside the list. */
export function HistoryPage() {
  const { history } = useTexts()
  const place = useHistoryPlace()
  const { filters, opened, open } = place
  useLabelKey()
  return (
    <main className={opened ? 'history reading' : 'history'}>
      <h1 className="sr-only">{history.title}</h1>
      <section className="history-list" aria-label={history.title}>
        <div className="history-head">
          <p className="history-title" aria-hidden="true">
            {history.title}
          </p>
          <ExportMenu filters={filters} />
        </div>
        <HistoryFilters filters={filters} onChange={place.filter} onClear={place.clear} />
        <FoundList place={place} />
      </section>
      <section className="history-reading" aria-label={history.pick}>
        {opened ? (
          <Reading
            key={`${opened.id} ${opened.seq}`}
            id={opened.id}
            seq={opened.seq}
            query={filters.q ?? ''}
            head={({ conversation }) => (
              <ReadingHead conversation={conversation} seq={opened.seq} onBack={() => open(undefined)} />
            )}
          />
        ) : (
          <Blank icon={<HistoryOutlined />} title={history.pick} hint={history.pickHint} />
        )}
      </section>
    </main>
  )
}

function FoundList({ place }: { readonly place: HistoryPlace }) {
  const texts = useTexts()
  const { history } = texts
  const { loaded, reload, more, asking, refused } = useHistoryList(place.filters)
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active className="history-skeleton" paragraph={{ rows: 8 }} />

  const { rows, next, count = 0, countedAll = true, behind } = loaded.value
  const filtered = Object.keys(place.filters).length > 0
  return (
    <div className="history-found">
      <p className="history-count" role="status">
        {history.found(count, countedAll)}
        {behind ? ` · ${history.behind}` : ''}
      </p>
      {rows.length === 0 ? (
        <Blank
          icon={<HistoryOutlined />}
          title={filtered ? history.nothing : history.empty}
          hint={filtered ? history.nothingHint : history.emptyHint}
        />
      ) : null}
      <ul>
        {rows.map((row) => (
          <HistoryRow key={row.conversation.id} row={row} opened={place.opened} onOpen={place.open} />
        ))}
      </ul>
      {refused === undefined ? null : (
        <p role="alert" className="history-refused">
          {thrownText(texts, refused)}
        </p>
      )}
      {next === undefined ? null : <More asking={asking} failed={refused !== undefined} onMore={more} />}
    </div>
  )
}

interface MoreProps {
  readonly asking: boolean
  readonly failed: boolean
  readonly onMore: () => Promise<void>
}

/** The next page comes when its button comes into view; after a failure it waits to be pressed. */
function More({ asking, failed, onMore }: MoreProps) {
  const texts = useTexts()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!button.current || asking || failed) return

    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && void onMore())
    watcher.observe(button.current)
    return () => watcher.disconnect()
  }, [asking, failed, onMore])
  return (
    <Button block ref={button} loading={asking} onClick={() => void onMore()}>
      {texts.more}
    </Button>
  )
}
