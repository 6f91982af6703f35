import { MessageOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { DrillList, DrillRow, FigureDefinition } from '../../../src/protocol/reports.ts'
import { useCustomerName } from '../../desk/customer-name.ts'
import { thrownText } from '../../net/refusal.ts'
import { Blank } from '../../shell/blank.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { formatMoment, formatPreview } from '../../texts/format.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { useFormatFigure } from '../figures-context.tsx'
import { usePages } from './use-pages.ts'

interface DrillRowsProps {
  readonly path: string
  readonly unit: FigureDefinition['unit']
  /** Said where there are none. */
  readonly empty?: string
  /** What else can be done about a row. */
  readonly also?: (row: DrillRow) => ReactNode
}

/** Conversations, or lines in them, each with a way to read it. */
export function DrillRows({ path, unit, empty, also }: DrillRowsProps) {
  const texts = useTexts()
  const { drill } = texts.figures
  const { loaded, page, reload, asking, refused, more } = usePages<DrillList>(path)
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (!page) return <Skeleton active paragraph={{ rows: 6 }} />
  if (page.rows.length === 0) return <Blank icon={<MessageOutlined />} title={empty ?? drill.empty} />

  return (
    <div className="drill">
      <p className="drill-total" role="status">
        {drill.total(page.total)}
      </p>
      <ul className="drill-rows">
        {page.rows.map((row) => (
          <Row key={`${row.conversationId} ${row.seq ?? ''} ${row.at}`} row={row} unit={unit} also={also} />
        ))}
      </ul>
      {refused === undefined ? null : <p role="alert">{thrownText(texts, refused)}</p>}
      {page.next === undefined ? null : (
        <Button block loading={asking} onClick={() => void more()}>
          {texts.more}
        </Button>
      )}
    </div>
  )
}

interface RowProps {
  readonly row: DrillRow
  readonly unit: FigureDefinition['unit']
  readonly also: DrillRowsProps['also']
}

function Row({ row, unit, also }: RowProps) {
  const texts = useTexts()
  const locale = useLocale()
  const name = useCustomerName(row.customer)
  const format = useFormatFigure()
  const about = [row.agent?.name, row.intent?.title].filter(Boolean).join(' · ')
  return (
    <li>
      <Link to={conversationPath(row)} className="drill-row">
        <span className="drill-line">
          <b>{name}</b>
          <small>{about}</small>
          {row.amount === undefined ? null : (
            <i className="chip">{format(unit === 'share' ? 'count' : unit, row.amount)}</i>
          )}
          <time>{formatMoment(row.at, locale)}</time>
        </span>
        <span className="drill-words">
          {row.preview ? formatPreview(row.preview, texts) : texts.figures.drill.noWords}
        </span>
        <span className="sr-only">{texts.figures.drill.read}</span>
      </Link>
      {also?.(row)}
    </li>
  )
}

/** The conversation, at the line that it is about. */
export function conversationPath({ conversationId, seq }: Pick<DrillRow, 'conversationId' | 'seq'>): string {
  const path = `/conversations/${encodeURIComponent(conversationId)}`
  return seq === undefined ? path : `${path}?seq=${seq}`
}
