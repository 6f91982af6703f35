import { DownloadOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useLoaded } from '../net/use-loaded.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { csvName, csvPath } from './csv-name.ts'
import { useFiguresPlace } from './figures-context.tsx'
import { figuresQuery } from './figures-place.ts'

interface SectionProps<T> {
  readonly title: string
  readonly hint?: string | ((value: T) => string)
  /** The path after `/api/v1/reports/`, asked with the period and the filters of the page. */
  readonly of: string
  readonly empty: string
  /** Whether the server writes it as CSV too. */
  readonly csv?: true
  readonly isEmpty: (value: T) => boolean
  readonly children: (value: T) => ReactNode
}

/** One more look at the figures: loaded by itself, so that what fails here leaves the rest standing. */
export function Section<T>({ title, hint, of, empty, csv, isEmpty, children }: SectionProps<T>) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const { place } = useFiguresPlace()
  const path = `/api/v1/reports/${of}`
  const query = figuresQuery(place)
  const { loaded, reload } = useLoaded<T>(`${path}?${query}`)
  const value = loaded.kind === 'ready' ? loaded.value : undefined
  const lead = typeof hint === 'string' ? hint : value && hint ? hint(value) : undefined
  return (
    <section className="report" aria-label={title}>
      <div className="report-head">
        <h2>{title}</h2>
        {csv ? (
          <Button
            type="text"
            size="small"
            icon={<DownloadOutlined />}
            aria-label={`${words.download} ${title}`}
            href={csvPath(path, query, locale)}
            download={csvName([of], place.period)}
          >
            CSV
          </Button>
        ) : null}
      </div>
      {lead ? <p className="report-lead">{lead}</p> : null}
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 5 }} /> : null}
      {value ? isEmpty(value) ? <p className="none">{empty}</p> : children(value) : null}
    </section>
  )
}
